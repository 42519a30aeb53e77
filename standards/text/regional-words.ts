import mainland from 'opencc-js/dict/TWPhrases'
import taiwan from 'opencc-js/dict/TWPhrasesRev'
import { fold } from './folding.js'

/** What Taiwan calls otherwise than the mainland, all folded: 软 体 → 软 件, 储 存 → 保 存, 存 储. Read when it is first asked for. */
let words: Map<string, string[][]> | undefined

const known = (): Map<string, string[][]> => {
  if (words) return words
  words = new Map()
  const pairs = [...pairsOf(taiwan), ...pairsOf(mainland).map(([ours, theirs]) => [theirs, ours] as const)]
  for (const [theirs, ours] of pairs) {
    const key = fold(theirs).join(' ')
    const said = words.get(key) ?? []
    const tokens = fold(ours)
    const isKnown = [key, ...said.map((other) => other.join(' '))].includes(tokens.join(' '))
    if (!isKnown) words.set(key, [...said, tokens])
  }
  return words
}

const pairsOf = (table: string): (readonly [string, string])[] =>
  table.split('|').map((pair) => pair.split(' ') as [string, string])

/** Tokens of the longest such word. */
const longest = 10
/** Ways of saying a text that are tried. */
const most = 6

/**
 * The same tokens with the words of Taiwan as the mainland says them, the longest words first: 程式設計 is 编程, and word by word 程序设计;
 * 複製 is 拷贝, and says 复制 as well. None where there are no such words.
 */
export const mainlandWords = (tokens: readonly string[]): string[][] => {
  if (!tokens.some((_, at) => isSaidOtherwise(tokens, at))) return []
  const typed = tokens.join(' ')
  const said = new Map<string, string[]>()
  for (const one of sayingsFrom(tokens, 0)) {
    const key = one.join(' ')
    if (key !== typed) said.set(key, one)
    if (said.size === most) break
  }
  return [...said.values()]
}

/** Whether one of these words begins here: of most texts none does anywhere. */
const isSaidOtherwise = (tokens: readonly string[], at: number): boolean => {
  let word = tokens[at]!
  for (let end = at + 1; end < Math.min(at + longest, tokens.length); end++) {
    word += ` ${tokens[end]}`
    if (known().has(word)) return true
  }
  return false
}

function* sayingsFrom(tokens: readonly string[], at: number): Generator<string[]> {
  if (at >= tokens.length) {
    yield []
    return
  }
  for (let length = Math.min(longest, tokens.length - at); length > 1; length--)
    for (const ours of known().get(tokens.slice(at, at + length).join(' ')) ?? [])
      for (const rest of sayingsFrom(tokens, at + length)) yield [...ours, ...rest]
  for (const rest of sayingsFrom(tokens, at + 1)) yield [tokens[at] as string, ...rest]
}
