import type { SearchIndex, TextTerm } from '../../../gateway/contracts/index.js'
import type { ReaderQuery } from '../query.js'
import { type Question, queryOf, type StageName, stageNames, stages } from './stages.js'
import type { Synonyms } from './synonyms.js'
import type { Vocabulary } from './vocabulary.js'
import type { Way } from './way.js'

export type { StageName }

export interface Stage extends Question {
  name: StageName
}

/**
 * The questions of the stages as far as `last`, in their order. One that has nothing to ask is passed over, and is made only when it
 * is reached: some look words up. What found nothing is not asked again, nor what has a word that no document has.
 */
export async function* planOf(
  index: SearchIndex,
  text: string,
  { words }: ReaderQuery,
  { last, synonyms, vocabulary }: { last: StageName; synonyms: Synonyms; vocabulary: Vocabulary },
): AsyncIterable<Stage> {
  const query = queryOf({ index, vocabulary, synonyms, text, words, isForgiven: last === 'forgiving' })
  if (words.length === 0) return yield { name: 'typed', ways: [] }
  const fresh = createFresh()
  for (const [name, , ask] of stages) {
    if (stageNames.indexOf(name) > stageNames.indexOf(last)) return
    for (const question of await ask(query)) {
      const asked = fresh(question)
      // What was typed is as a rule there: it is searched for without a question before.
      const ways = name === 'typed' ? vocabulary.hopeful(asked) : await vocabulary.possible(asked)
      if (ways.length > 0) yield { ...question, name, ways }
    }
  }
}

const createFresh = () => {
  const asked = new Set<string>()
  return ({ ways, year }: Question): Way[] =>
    ways.filter(({ terms }) => {
      const key = `${year ?? ''}${terms.map(keyOf).join('+')}`
      const isFresh = !asked.has(key)
      asked.add(key)
      return isFresh
    })
}

/** Blanks and commas are in no token. */
const keyOf = ({ tokens, field, prefix }: TextTerm): string =>
  `${field ?? ''}:${tokens.join(' ')}${prefix ? '*' : ''}`

/** As the engine is asked. */
export const termsOf = (ways: readonly Way[]): { all: TextTerm[]; otherwise?: TextTerm[][] } => {
  const [first, ...others] = ways.map(({ terms }) => terms)
  return { all: first ?? [], ...(others.length > 0 && { otherwise: others }) }
}
