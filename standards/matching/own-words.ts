import { titleText } from '../citation/facts.js'
import type { Description, Title } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'
import { full } from './compare-titles.js'
import type { Evidence } from './comparison.js'
import { namesIn } from './host-clues.js'
import { publisherKey } from './imprint-clues.js'
import { nameWords, severalIn } from './name-clues.js'
import { titleClues } from './title-clues.js'

/**
 * Evidence as a person reads it: what was compared is folded (硏究 is 研究, `Works, The` is `works`), what is told are
 * the words that stand in the two records.
 */
export function inOwnWords(evidence: Evidence[], a: Description, b: Description): Evidence[] {
  return evidence.map((one) => {
    // That all is the same is told by the title.
    if (one.name === 'copy') return { ...one, a: titleText(a.titles[0]), b: titleText(b.titles[0]) }
    const words = tellers[one.name]
    if (!words) return one
    return {
      ...one,
      ...(one.a !== undefined && { a: words(a, one.a) ?? one.a }),
      ...(one.b !== undefined && { b: words(b, one.b) ?? one.b }),
    }
  })
}

type Teller = (description: Description, compared: string) => string | undefined

/** Numbers, years and codes are told as they were compared: nothing was folded in them. */
const tellers: Record<string, Teller> = {
  title: (description, compared) => titleText(titleOf(description, compared)),
  subtitle: (description, compared) => titleOf(description, compared).subtitle,
  part: ({ titles }, compared) => titleText(titles.find((title) => isOf(title, compared))) || undefined,
  agents: nameOf,
  translator: nameOf,
  publisher: ({ publication }, compared) =>
    publication.find(({ publisher = '' }) => publisherKey(publisher) === compared)?.publisher,
  edition: ({ edition }) => edition,
  extent: ({ extent }) => extent,
  host: ({ relations }, compared) =>
    relations
      .filter(({ kind }) => kind === 'host')
      .flatMap(({ title = '' }) => namesIn(title))
      .find((name) => titleKey(name) === compared),
}

/** The one that gave what was compared; else the title proper, of which a volume may have been taken off. */
const titleOf = ({ titles }: Description, compared: string): Title =>
  titles.find((title) => isOf(title, compared)) ?? (titles[0] as Title)

const isOf = (title: Title, compared: string): boolean =>
  titleClues([title]).titles.some((clue) => full(clue) === compared)

/** Names that were compared, each by the first of its forms. */
function nameOf({ agents }: Description, compared: string): string {
  const words = new Map(
    agents.flatMap(severalIn).flatMap(({ names }) => names.map(({ value }) => [nameWords(value), value])),
  )
  return compared
    .split('; ')
    .map((name) => words.get(name) ?? name)
    .join('; ')
}
