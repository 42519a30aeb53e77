/** Where a word stands: attribute and place, as one number. */
const place = (attribute: number, position: number) => attribute * 1_000_000 + position

/** Words as the engine cuts them, roughly: runs of letters and digits in small letters, in parts of one script. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(ofOneScript) ?? []).flatMap((part) => part.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [])

/** Whatever is no letter belongs to the script before it: `中5g` is 中5 and g. */
const ofOneScript =
  /\P{L}*(?:(?:\p{sc=Latin}\P{L}*)+|(?:[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]\P{L}*)+|(?:[^\p{sc=Latin}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\P{L}]\P{L}*)+)|\P{L}+/gu

/** Which words stand where in which documents. */
export const createPostings = () => {
  const documents = new Map<string, Map<number, number[]>>()
  let sorted: string[] | null = null

  const add = (document: number, attribute: number, text: string) => {
    for (const [position, word] of wordsOf(text).entries()) {
      const found = documents.get(word) ?? new Map<number, number[]>()
      if (found.size === 0) {
        documents.set(word, found)
        sorted = null
      }
      const places = found.get(document) ?? []
      places.push(place(attribute, position))
      found.set(document, places)
    }
  }

  const remove = (document: number, text: string) => {
    for (const word of wordsOf(text)) {
      const found = documents.get(word)
      found?.delete(document)
      if (found?.size === 0) {
        documents.delete(word)
        sorted = null
      }
    }
  }

  /** Documents with this phrase, one word or several, and where it begins in each. */
  const phrase = (words: readonly string[]): Map<number, number[]> => {
    const each = words.map((word) => documents.get(word))
    const rarest = each.reduce((least, one) => ((one?.size ?? 0) < (least?.size ?? 0) ? one : least), each[0])
    const found = new Map<number, number[]>()
    for (const document of rarest?.keys() ?? []) {
      const all = each.map((one) => one?.get(document))
      if (all.some((places) => places === undefined)) continue
      const begins = all[0]!.filter((begin) => all.every((places, at) => places!.includes(begin + at)))
      if (begins.length > 0) found.set(document, begins)
    }
    return found
  }

  const beginning = (prefix: string): Map<number, number[]> => {
    sorted ??= [...documents.keys()].sort()
    const found = new Map<number, number[]>()
    for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix); at++)
      for (const [document, places] of documents.get(sorted[at]!)!)
        found.set(document, [...(found.get(document) ?? []), ...places])
    return found
  }

  return { add, remove, phrase, beginning }
}

export type Postings = ReturnType<typeof createPostings>

export const attributeOf = (at: number): number => Math.floor(at / 1_000_000)
export const positionOf = (at: number): number => at % 1_000_000

const firstFrom = (sorted: readonly string[], text: string): number => {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < text) low = middle + 1
    else high = middle
  }
  return low
}
