import type { SearchExplanation, SearchHit, TextTerm } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { readAloud } from '../../../standards/text/readings.js'
import { initialsOf, initialTokens, syllableTokens, tokenInWords } from '../../../standards/text/sounds.js'
import type { StoredWork } from '../documents.js'
import type { Asked } from '../find.js'
import type { Respelt, Way } from '../plan/way.js'
import { placeOf } from './alignment.js'
import type { Ranked } from './rank.js'

/** The plan as it was followed, in words that can be read: syllables and initials instead of their tokens. */
export const explained = (asked: readonly Asked[]): SearchExplanation => ({
  stages: asked.map(({ name, total, ways, year }) => ({
    stage: name,
    total,
    ways: ways.map(({ manner, terms, synonymOf }) => ({
      manner,
      terms: [...terms.map(termInWords), ...(year === undefined ? [] : [`year: ${year}`])],
      ...(synonymOf && { synonymOf }),
    })),
  })),
})

/** `title,agents: 红 楼*`. */
const termInWords = ({ tokens, field, prefix }: TextTerm): string => {
  const where = field === undefined ? '' : `${typeof field === 'string' ? field : field.join(',')}: `
  return `${where}${tokens.map(tokenInWords).join(' ')}${prefix ? '*' : ''}`
}

/** The surest way that what is shown of a hit bears out, and where; of another way, what was asked stands deeper in the record. */
export const whyOf = ({ stored, features }: Ranked, asked: readonly Asked[]): SearchHit['why'] => {
  const texts = textsOf(stored as StoredWork)
  const ways = asked.at(-1)?.ways ?? []
  const way = borneOut(ways, texts)
  const fields = (way ?? mostShown(ways, texts))?.terms.flatMap((term) => placesOf(term, texts)) ?? []
  const { manner = 'everything', synonymOf } = way ?? ways[0] ?? {}
  return {
    manner,
    ...(synonymOf && { synonymOf }),
    fields: [...new Set(fields)],
    features: { ...features },
  }
}

const borneOut = (ways: readonly Way[], texts: Texts): Way | undefined =>
  ways.find(({ terms }) => terms.every((term) => placesOf(term, texts).length > 0))

/** Words that were taken for others where that found this hit. */
export const respeltFor = ({ stored }: Ranked, asked: readonly Asked[]): readonly Respelt[] =>
  borneOut(asked.at(-1)?.ways ?? [], textsOf(stored as StoredWork))?.respelt ?? []

const mostShown = (ways: readonly Way[], texts: Texts): Way | undefined => {
  const shown = ({ terms }: Way) => terms.filter((term) => placesOf(term, texts).length > 0).length
  return ways.toSorted((one, other) => shown(other) - shown(one))[0]
}

type Texts = Record<string, { written: string[]; sounds: string[] }>

const textsOf = ({ title, subtitle = '', agents, publisher = '', abstract = '' }: StoredWork): Texts => {
  const read = readAloud(`${title} ${subtitle}`)
  return {
    title: {
      written: fold(`${title} ${subtitle}`),
      sounds: [...syllableTokens(read), ...edged(initialsOf(read))],
    },
    agents: { written: fold(agents.join(' | ')), sounds: syllableTokens(readAloud(agents.join(' '))) },
    publisher: { written: fold(publisher), sounds: [] },
    abstract: { written: fold(abstract), sounds: [] },
  }
}

const edged = (initials: string): string[] => initialTokens(initials, { begins: true, ends: true })

const placesOf = ({ tokens, field, prefix }: TextTerm, texts: Texts): string[] =>
  Object.entries(texts)
    .filter(([, { written, sounds }]) => {
      if (field === 'sounds') return placeOf(tokens, sounds) >= 0
      const last = tokens.at(-1)!
      if (prefix && tokens.length === 1) return written.some((token) => token.startsWith(last))
      return placeOf(tokens, written) >= 0
    })
    .map(([name]) => name)
