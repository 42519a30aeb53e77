import { existsSync, readFileSync } from 'node:fs'
import { cluesOf } from '../../../standards/matching/clues.js'
import { compare } from '../../../standards/matching/compare.js'
import type { Comparison } from '../../../standards/matching/comparison.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import { articleOf } from './citations.js'
import { count, type Figures, noFigures } from './figures.js'

/** `COL title VAL … COL authors VAL …` twice and a label, one pair a line (Magellan sets as Ditto writes them). */
export interface LabelledPair {
  a: Record<string, string>
  b: Record<string, string>
  isOne: boolean
}

export function labelledPairs(path: string): LabelledPair[] | undefined {
  if (!existsSync(path)) return undefined
  const lines = readFileSync(path, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [a = '', b = '', label] = line.split('\t')
    return { a: columns(a), b: columns(b), isOne: label?.trim() === '1' }
  })
}

const columns = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split(/(?:^|\s)COL /u)
      .filter(Boolean)
      .map((column) => {
        const [name = '', value = ''] = column.split(' VAL ')
        return [name.trim(), value.trim()]
      }),
  )

export const paperOf = ({
  title = '',
  authors = '',
  venue = '',
  year = '',
}: Record<string, string>): Description =>
  articleOf({
    title,
    authors: authors.split(/\s,\s/u).filter(Boolean),
    journal: venue,
    year: year.replace(/\.0$/u, ''),
  })

/** A product is no bibliographic thing: its maker is taken for the maker of a work. */
export const productOf = ({ title = '', manufacturer = '' }: Record<string, string>): Description => ({
  ...articleOf({ title, authors: manufacturer ? [manufacturer] : [] }),
  type: 'software',
})

export const outcomeOf = ({ outcome }: Comparison): 'joined' | 'grey' | 'apart' =>
  outcome === 'version' || outcome === 'work' ? 'joined' : outcome

/** Each pair compared by itself; `told` hears of those that came out wrong. */
export function comparePairs(
  pairs: LabelledPair[],
  describe: (columns: Record<string, string>) => Description,
  told: (pair: LabelledPair, found: Comparison) => void = () => {},
): Figures {
  const figures = noFigures()
  for (const pair of pairs) {
    const found = compare(cluesOf(describe(pair.a)), cluesOf(describe(pair.b)))
    const outcome = outcomeOf(found)
    count(figures, pair.isOne, outcome)
    if ((outcome === 'joined') !== pair.isOne) told(pair, found)
  }
  return figures
}
