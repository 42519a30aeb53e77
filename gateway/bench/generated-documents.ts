import type { SearchDocument, SearchQuery, TextTerm } from '../contracts/search-index.js'
import { randomFrom } from './generated-records.js'

/** Few are frequent, most are rare, as words are. */
const chooser = (random: () => number) => (many: number) => Math.floor(many ** random()) - 1

const han = (number: number) => String.fromCodePoint(0x4e00 + ((number * 37) % 6000))
const syllables = [
  'ba',
  'ter',
  'con',
  'li',
  'mo',
  'ra',
  'sion',
  'ti',
  'ver',
  'no',
  'pre',
  'al',
  'gen',
  'is',
  'tor',
  'um',
]
const word = (number: number) =>
  [number % 16, Math.floor(number / 16) % 16, Math.floor(number / 256) % 16, Math.floor(number / 4096)]
    .map((at) => syllables[at % 16])
    .join('')

/** Titles, names and headings as catalogues have them: two thirds Chinese, the others in Latin letters. */
export function* generatedDocuments(count: number): Iterable<SearchDocument> {
  const random = randomFrom(7)
  const choose = chooser(random)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const words = (count: number, one: (number: number) => string, many: number) =>
    Array.from({ length: count }, () => one(choose(many))).join(' ')
  for (let number = 0; number < count; number++) {
    const chinese = random() < 0.67
    const [one, many] = chinese ? ([han, 6000] as const) : ([word, 30_000] as const)
    const title = words(chinese ? between(4, 16) : between(3, 10), one, many)
    const agent = words(chinese ? 3 : 2, one, Math.floor(many / 2))
    const subject = words(2, one, 400)
    yield {
      id: `w_${number.toString(36).padStart(8, '0')}`,
      version: 1,
      text: {
        title,
        alternative: '',
        agents: agent,
        subjects: subject,
        identifiers: String(9_787_000_000_000 + number),
        other: words(8, one, many),
        sounds: '',
      },
      facets: {
        type: [`type-${choose(12)}`],
        member: [`member-${choose(20)}`],
        language: [chinese ? 'chi' : `l${choose(20)}`],
        subject: [subject],
        agent: [agent],
        access: [`access-${choose(4)}`],
        class: [String.fromCharCode(65 + choose(22))],
      },
      year: 1950 + Math.floor(76 * Math.sqrt(random())),
      titleKey: title,
      titleOrder: { title, 'title-stroke': title },
      updatedAt: number,
      stored: {
        title,
        agents: [agent],
        year: 2000,
        type: 'book',
        languages: ['chi'],
        holdings: [{ member: 'a', source: 'a/main', recordId: `r_${number}`, sourceId: `${number}` }],
      },
    }
  }
}

/** What readers ask: a piece of a title as a phrase, one or two words of it, a common word, a beginning. */
export const generatedQueries = (documents: readonly SearchDocument[], count: number): TextTerm[][] => {
  const random = randomFrom(11)
  const choose = chooser(random)
  return Array.from({ length: count }, (_, number) => {
    const tokens = documents[Math.floor(random() * documents.length)]!.text.title.split(' ')
    const at = Math.floor(random() * (tokens.length - 1))
    switch (number % 5) {
      case 0:
        return [{ tokens: tokens.slice(at, at + 3) }]
      case 1:
        return [{ tokens: [tokens[at]!] }]
      case 2:
        return [{ tokens: [tokens[at]!] }, { tokens: [tokens.at(-1)!] }]
      case 3:
        return [{ tokens: [random() < 0.67 ? han(choose(100)) : word(choose(100))] }]
      default:
        return [{ tokens: tokens.slice(at, at + 2) }]
    }
  })
}

export const plainQuery = (all: TextTerm[], facets: SearchQuery['facets'] = []): SearchQuery => ({
  all,
  none: [],
  facets,
  facetLimit: 20,
  sort: 'relevance',
  limit: 20,
  offset: 0,
  exactUpTo: 100_000,
})

/** Typed: characters side by side, a phrase of words between quotation marks. */
export const textOf = (all: TextTerm[]): string =>
  all.map(({ tokens }) => (/^[a-z]/.test(tokens[0]!) ? `"${tokens.join(' ')}"` : tokens.join(''))).join(' ')
