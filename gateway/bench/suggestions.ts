import { suggest } from '../../plugins/search/suggest.js'
import type { SearchDocument, SearchIndex } from '../contracts/search-index.js'
import { randomFrom } from './generated-records.js'
import { percentilesOf } from './percentiles.js'

/** Somebody types a title, a name or a heading, one character after the other; each is asked for. */
export const measureSuggestions = async (
  index: SearchIndex,
  sample: readonly SearchDocument[],
  report: (line: string) => void,
): Promise<void> => {
  const suggesting = { index, count: async () => 0, queries: async () => [] }
  const random = randomFrom(23)
  const times: number[][] = [[], []]
  for (let round = 0; round < 60; round++) {
    const { text } = sample[Math.floor(random() * sample.length)]!
    const tokens = [text.title, text.agents, text.subjects][round % 3]!.split(' ')
    const isHan = /\p{sc=Han}/u.test(tokens[0]!)
    const typed = tokens.slice(0, 4).join(isHan ? '' : ' ')
    for (let end = 1; end <= Math.min(typed.length, 12); end++) {
      const began = performance.now()
      await suggest(suggesting, typed.slice(0, end), 8)
      if (round >= 6) times[isHan ? 1 : 0]!.push(performance.now() - began)
    }
  }
  const all = times.flat()
  for (const [at, label] of ['suggestions, Latin', 'suggestions, Chinese'].entries())
    report(percentilesOf(label, times[at]!, all))
}
