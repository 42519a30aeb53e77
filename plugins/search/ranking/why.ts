import {
  type SearchDocument,
  type SearchExplanation,
  type SearchHit,
  type TextField,
  type TextTerm,
  textFields,
} from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import { initialsOf, initialTokens, syllableTokens, tokenInWords } from '../../../standards/text/sounds.js'
import type { StoredWork } from '../documents.js'
import { fieldsShown, isAskedIn, type ShownText } from '../fields-shown.js'
import type { Asked, Found } from '../find.js'
import type { Respelt, Way } from '../plan/way.js'
import { readingIn } from '../reading.js'
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

/**
 * Why each hit was found. Subjects, numbers and notes are not kept with a hit: where nothing that is shown bears out a way, the
 * whole work is read.
 */
export const reasonsOf = async (
  { hits, asked }: Pick<Found, 'hits' | 'asked'>,
  documentsOf: (ids: readonly string[]) => Promise<SearchDocument[]>,
): Promise<(hit: Ranked) => SearchHit['why']> => {
  const ways = asked.at(-1)?.ways ?? []
  const deep = hits.filter(({ stored }) => !borneOut(ways, textsOf(stored as StoredWork)))
  const documents = deep.length > 0 ? await documentsOf(deep.map(({ id }) => id)) : []
  const wholes = new Map(documents.map(({ id, text }) => [id, wholeOf(text)]))
  return (hit) => whyOf(hit, ways, wholes.get(hit.id))
}

/** The surest way that what is shown of a hit bears out, and where; of another way, what was asked stands deeper in the record. */
const whyOf = ({ stored, features }: Ranked, ways: readonly Way[], whole: Texts = {}): SearchHit['why'] => {
  const texts = textsOf(stored as StoredWork)
  const way = borneOut(ways, texts) ?? borneOut(ways, whole)
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

interface Text {
  written: readonly string[]
  sounds: readonly string[]
  /** What was asked in one of these may be in it. */
  fields: readonly TextField[]
}

type Texts = Record<string, Text>

const textsOf = (work: StoredWork): Texts => {
  const { title, subtitle = '', agents, publisher = '', abstract = '' } = work
  const reading = readingIn(work)
  const read = [...reading.title, ...reading.subtitle]
  const named = syllableTokens(reading.agents())
  return {
    title: shown('title', `${title} ${subtitle}`, [...syllableTokens(read), ...edged(initialsOf(read))]),
    agents: shown('agents', agents.join(' | '), named),
    publisher: shown('publisher', publisher),
    abstract: shown('abstract', abstract),
  }
}

const shown = (name: ShownText, text: string, sounds: readonly string[] = []): Text => ({
  written: fold(text),
  sounds,
  fields: fieldsShown[name],
})

/** All that finds a work, folded already. */
const wholeOf = (text: SearchDocument['text']): Texts => {
  const sounds = text.sounds.split(' ')
  return Object.fromEntries(
    textFields.map((field) => [field, { written: text[field].split(' '), sounds, fields: [field] }]),
  )
}

const edged = (initials: string): string[] => initialTokens(initials, { begins: true, ends: true })

const placesOf = (term: TextTerm, texts: Texts): string[] =>
  Object.entries(texts)
    .filter(([, { written, sounds, fields }]) =>
      term.field === 'sounds' ? isIn(term, sounds) : isAskedIn(fields)(term) && isIn(term, written),
    )
    .map(([name]) => name)

const isIn = ({ tokens, prefix }: TextTerm, text: readonly string[]): boolean => {
  if (!prefix) return placeOf(tokens, text) >= 0
  const before = tokens.slice(0, -1)
  const last = tokens.at(-1)!
  return text.some(
    (token, at) =>
      token.startsWith(last) && before.every((one, place) => one === text[at - before.length + place]),
  )
}
