import { randomFrom } from './generated-records.js'

/** What readers type: one to three words side by side from each title, an accented letter as one sign, as keyboards write it. */
export const typedFrom = (titles: readonly string[]): string[] => {
  const random = randomFrom(5)
  return titles.flatMap((title) => {
    const words = title
      .normalize('NFC')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(({ length }) => length > 2)
    const at = Math.floor(random() * words.length)
    return words.length === 0 ? [] : [words.slice(at, at + 1 + Math.floor(random() * 3)).join(' ')]
  })
}
