/** JSON in less room. */
export interface Packing {
  pack(json: string): string
  /** Reads what was never packed as it is. */
  unpack(packed: string): string
}

/**
 * The commonest phrases of some JSON as one control character each: the first is U+0001, and there are 31. JSON writes no
 * control character as itself, so none can be taken for what a record says.
 */
export const packingBy = (phrases: readonly string[]): Packing => {
  const codeOf = new Map(phrases.map((phrase, at) => [phrase, String.fromCharCode(at + 1)]))
  // The longest that fits is taken.
  const anyPhrase = new RegExp(
    [...phrases]
      .sort((one, other) => other.length - one.length)
      .map(escaped)
      .join('|'),
    'g',
  )
  return {
    pack: (json) => json.replace(anyPhrase, (phrase) => codeOf.get(phrase) as string),
    unpack: (packed) => packed.replace(anyCode, (code) => phrases[code.charCodeAt(0) - 1] as string),
  }
}

const escaped = (phrase: string): string => phrase.replace(/[[\]{}]/g, '\\$&')
const anyCode = /[\u0001-\u001f]/g
