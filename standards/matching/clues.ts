import type { Description } from '../record/v1-draft.js'
import { foldWords } from '../text/folding.js'
import { titleKey } from '../text/title-key.js'
import { carrierOf } from './carriers.js'
import { formOf } from './forms.js'
import { type HostClue, hostOf } from './host-clues.js'
import {
  type EditionClue,
  type ExtentClue,
  editionOf,
  extentOf,
  publishersOf,
  yearsOf,
} from './imprint-clues.js'
import { type NameClue, nameClues, shapedName } from './name-clues.js'
import { originalTitles } from './original-titles.js'
import { shapedTitle, type TitleClue, titleClues } from './title-clues.js'
import { volumeOf } from './volumes.js'

/**
 * What of a record is compared with others, folded once: plain JSON. What the record does not say is undefined: blank is
 * unknown, never equal. Every record's have the same fields in the same order, and so have its titles and names: an engine
 * compares what is of one shape several times as fast.
 */
export interface Clues {
  type: Description['type']
  titles: TitleClue[]
  /** The volume of a set that it describes: `3`, `下`, `2.1`, `1-3`. */
  volume?: string
  /** It describes a set as a whole: of so many volumes, 0 where it does not say of how many. */
  set?: number
  /** Where it stands in sets that bear another title: 三体 is the first of 地球往事; another catalogue calls it 三体. 第一部. */
  inSets?: { title: string; number: string }[]
  names: NameClue[]
  /** Statement of responsibility, folded: it may name whom no heading names. */
  statement?: string
  years: number[]
  publishers: string[]
  edition?: EditionClue
  extent?: ExtentClue
  carrier?: string
  /** Content type where a field is for it: text, still image. */
  content?: string
  /** What was made of another work: `comic`, `script`, `adapted`. */
  form?: string
  /** Languages of the text, and of the original of a translation. */
  languages: string[]
  originals: string[]
  /** `isbn 9787020002207`: valid, not cancelled. */
  identifiers: string[]
  /** `oclc 12345`: numbers that agencies gave to descriptions of it. */
  numbers: string[]
  host?: HostClue
}

const schemes = new Set([
  'isbn',
  'issn',
  'doi',
  'ismn',
  'csbn',
  'standard',
  'urn',
  'handle',
  'publisher-number',
])
/** Agencies whose numbers libraries copy along with the record. */
const agencies = new Set([
  'oclc',
  'lccn',
  'calis',
  'nlc',
  'dnb',
  'bnf',
  'lac',
  'nbn',
  'zdb',
  'fi-melinda',
  'ndl',
])
const longestStatement = 200
const mostNumbers = 8

export function cluesOf(given: Description): Clues {
  const description = composed(given)
  const [title, ...otherTitles] = description.titles
  const [original, ...otherOriginals] = originalTitles(description)
  const {
    titles,
    volume = volumeInSet(description),
    set,
    edition: inTitle,
  } = titleClues(
    // Records meet by the title behind the first; what a collection translates besides keeps no title out.
    [title, original, ...otherTitles, ...otherOriginals].filter((one) => one !== undefined),
    languagesIn(description, 'text')[0],
  )
  const extent = extentOf(description.extent)
  const inSets = placesInSets(description)
  return {
    type: description.type,
    titles,
    names: nameClues(description.agents),
    years: yearsOf(description.dates, description.publication),
    publishers: publishersOf(description.publication),
    languages: languagesIn(description, 'text'),
    originals: languagesIn(description, 'original'),
    identifiers: identifiersOf(description),
    numbers: numbersOf(description),
    volume: volume || undefined,
    set: volume ? undefined : setOf(description, extent, set),
    extent,
    edition: editionOf(description.edition ?? inTitle),
    carrier: carrierOf(description),
    form: formOf(description),
    content: contentOf(description),
    host: hostOf(description.relations),
    statement: (description.statement && statementKey(description.statement)) || undefined,
    inSets: inSets.length > 0 ? inSets : undefined,
  }
}

/** With the same fields in the same order as every other: what was JSON has those alone that it says. */
export const shapedClues = (read: Clues): Clues => {
  const { type, years, publishers, languages, originals, identifiers, numbers } = read
  const { volume, set, extent, edition, carrier, form, content, host, statement, inSets } = read
  return {
    type,
    titles: read.titles.map(shapedTitle),
    names: read.names.map(shapedName),
    years,
    publishers,
    languages,
    originals,
    identifiers,
    numbers,
    volume,
    set,
    extent,
    edition,
    carrier,
    form,
    content,
    host,
    statement,
    inSets,
  }
}

const setOf = (
  { type, extent: text }: Description,
  extent: ExtentClue | undefined,
  told: number | undefined,
): number | undefined => {
  if (told !== undefined) return told || extent?.volumes || 0
  return type !== 'serial' && isOfVolumes(text, extent) ? (extent?.volumes ?? 0) : undefined
}

/** `Bände`, `überarbeitet` in letters and marks apart, as German libraries deliver them, are what the patterns look for. */
const composed = (description: Description): Description => {
  const [extent, edition] = [description.extent?.normalize('NFC'), description.edition?.normalize('NFC')]
  return extent === description.extent && edition === description.edition
    ? description
    : { ...description, ...(extent !== undefined && { extent }), ...(edition !== undefined && { edition }) }
}

/** `v. ; 25 cm`, `Bände 22 cm`: of how many is not known yet. */
const isOfVolumes = (text: string | undefined, extent: ExtentClue | undefined): boolean =>
  (extent?.volumes ?? 0) > 1 || (text !== undefined && uncounted.test(text))
const uncounted = /^\s*(?:Bände|volumes|vols\.?|v\.)(?=\s*(?:[:;,+]|\d+\s*cm|$))/iu

const contentOf = ({ notes }: Description): string | undefined => {
  const stated = notes.filter(({ kind }) => kind === 'content')
  return stated.length === 1 ? stated[0]?.value : undefined
}

/** 461 $v of a volume that has no other title than its set. */
function volumeInSet({ titles, relations }: Description): string | undefined {
  const set = relations.find(({ kind, number }) => kind === 'set' && number)
  if (!set?.number || !titles[0]) return undefined
  return !set.title || set.title === titles[0].value ? volumeOf(set.number) : undefined
}

/** 461 and 462 $t with $v. */
const placesInSets = ({ titles, relations }: Description): NonNullable<Clues['inSets']> =>
  relations
    .flatMap(({ kind, number: text, title }) => {
      const number = kind === 'set' && text && title !== titles[0]?.value ? volumeOf(text) : undefined
      return number && title ? { title: titleKey(title), number } : []
    })
    .slice(0, mostNumbers)

const languagesIn = ({ languages }: Description, wanted: 'text' | 'original'): string[] => [
  ...new Set(languages.filter(({ role, code }) => role === wanted && code !== 'und').map(({ code }) => code)),
]

const identifiersOf = ({ identifiers }: Description): string[] => {
  const found = new Set<string>()
  for (const identifier of identifiers) {
    const { scheme, value, valid, cancelled } = identifier
    if (!valid || cancelled || !schemes.has(scheme) || found.size >= mostNumbers) continue
    found.add(`${scheme} ${scheme === 'publisher-number' ? labelled(identifier) : value}`)
  }
  return [...found]
}

/** `F` and 123, F-123: a short number is told apart by its label, a long one stands by itself. */
function labelled({ value, qualifier = '' }: Description['identifiers'][number]): string {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const number = plain(value)
  return (number.match(/\d/gu)?.length ?? 0) >= 5 ? number : plain(qualifier.split(' ')[0] ?? '') + number
}

/** `24,B03` is the issue of a national bibliography that lists the record, and stands in all that it lists. */
const ofRecord = /(?:\d\D*){5}/

const numbersOf = ({ controlNumbers }: Description): string[] => {
  const found = new Set<string>()
  for (const { agency: name, number } of controlNumbers) {
    const agency = name.toLowerCase()
    if (agencies.has(agency) && ofRecord.test(number) && found.size < mostNumbers)
      found.add(`${agency} ${number.trim().replace(/^0+(?=\d)/u, '')}`)
  }
  return [...found]
}

const statementKey = (text: string): string =>
  foldWords(text.slice(0, longestStatement))
    .join(' ')
    .replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
