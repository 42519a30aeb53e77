import taiwan from 'opencc-js/dict/TWPhrasesRev'
import { fold } from './folding.js'

/** What Taiwan calls otherwise than the mainland, both folded: 软 体 → 软 件. Read when it is first asked for. */
let words: Map<string, string[]> | undefined

const known = (): Map<string, string[]> => {
  words ??= new Map(
    taiwan
      .split('|')
      .map((pair) => pair.split(' ').map((word) => fold(word)) as [string[], string[]])
      .map(([theirs, ours]) => [theirs.join(' '), ours]),
  )
  return words
}

/** Tokens of the longest such word. */
const longest = 10

/** The same tokens with the words of Taiwan as the mainland says them; undefined where there are none. */
export const mainlandWords = (tokens: readonly string[]): string[] | undefined => {
  const said: string[] = []
  let changed = false
  for (let at = 0; at < tokens.length; ) {
    const found = longestFrom(tokens, at)
    if (found) {
      said.push(...found.ours)
      at += found.length
      changed = true
    } else said.push(tokens[at++] as string)
  }
  return changed ? said : undefined
}

const longestFrom = (
  tokens: readonly string[],
  at: number,
): { ours: string[]; length: number } | undefined => {
  for (let length = Math.min(longest, tokens.length - at); length > 1; length--) {
    const ours = known().get(tokens.slice(at, at + length).join(' '))
    if (ours) return { ours, length }
  }
  return undefined
}
