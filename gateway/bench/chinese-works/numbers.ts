/** Numbers that no two things share unless a trap wants it so. */
export interface Numbers {
  /** Thirteen digits. 7 is China, 957 and 962 Taiwan and Hong Kong, 4 Japan, 0 the English-speaking countries. */
  isbn(group: '7' | '957' | '962' | '4' | '0'): string
  issn(): string
  /** 统一书号: class and publisher, middle dot, order. */
  csbn(classNumber: number, publisher: string): string
  agency(): string
  /** True at the first call with this text, and at few others false: it stands in a table of fixed size. */
  isFirst(text: string): boolean
}

export const numbersFrom = (): Numbers => {
  let next = 0
  const seen = new Uint8Array(2 ** 22)
  return {
    isbn: (group) => {
      const digits = 9 - group.length
      const scattered = (++next * 61_803_399) % 10 ** digits
      return isbn13(`${group}${String(scattered).padStart(digits, '0')}`)
    },
    issn: () => issn(String((++next * 618_031) % 10 ** 7).padStart(7, '0')),
    csbn: (classNumber, publisher) => `${classNumber}${publisher}·${++next}`,
    agency: () => String(++next).padStart(10, '0'),
    isFirst: (text) => {
      const bit = hashOf(text) % (seen.length * 8)
      const [at, mask] = [bit >>> 3, 1 << (bit & 7)]
      const isFirst = ((seen[at] as number) & mask) === 0
      seen[at] = (seen[at] as number) | mask
      return isFirst
    },
  }
}

/** FNV-1a, spread once more: every bit of it is needed. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}

export const isbn13 = (nine: string): string => {
  const body = `978${nine}`
  const sum = [...body].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return body + ((10 - (sum % 10)) % 10)
}

export const isbn10 = (thirteen: string): string => {
  const body = thirteen.slice(3, 12)
  const check = [...body].reduce((total, digit, at) => total + Number(digit) * (at + 1), 0) % 11
  return body + (check === 10 ? 'X' : check)
}

const issn = (seven: string): string => {
  const sum = [...seven].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0)
  const check = (11 - (sum % 11)) % 11
  return `${seven.slice(0, 4)}-${seven.slice(4)}${check === 10 ? 'X' : check}`
}
