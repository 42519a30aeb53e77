import type {
  FacetField,
  SearchDocument,
  SearchHit,
  Task,
  TextField,
  Work,
  WorkParts,
} from '../../gateway/contracts/index.js'
import { clcPath } from '../../standards/clc/index.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { fold, foldingRevision } from '../../standards/text/folding.js'
import { otherSpellings } from '../../standards/text/other-spellings.js'
import { titleOrder } from '../../standards/text/title-order.js'
import { assembleUndivided } from '../../standards/work/assemble.js'
import { readingOf } from './reading.js'
import { soundsOf } from './sounds.js'
import { yearOf } from './years.js'

/** What a hit is answered with, and the texts that are highlighted. */
export interface StoredWork extends Omit<SearchHit, 'id' | 'highlights' | 'score'> {
  subtitle?: string
  publisher?: string
  /** At most 300 characters. */
  abstract?: string
  /** How it is read (reading.ts). */
  reading?: string
}

/** The catalogue's version and that of the folding: a change of either makes a document that is newer. */
export const versionOf = (workVersion: number): number => workVersion * 256 + foldingRevision

/** Everything that is known of a work from any of its records can find it; what is shown is the work's own. */
export const toSearchDocument = (parts: WorkParts): SearchDocument => {
  const { work, versions, records } = assembleUndivided(parts)
  const stored = toStored(work, yearOf(work.description, versions))
  return {
    id: work.id,
    version: versionOf(work.version),
    text: textOf(work, records),
    facets: facetsOf(work),
    year: stored.year,
    titleKey: fold(filedTitle(work)).join(' '),
    titleOrder: titleOrder(filedTitle(work)),
    updatedAt: Date.parse(work.updatedAt) || 0,
    stored,
  }
}

/** Folding is most of what indexing costs, and may be done in another thread. */
export const folding: Task<WorkParts[], SearchDocument[]> = {
  name: 'search.fold',
  run: (works) => works.map(toSearchDocument),
}

type Undivided = Omit<Work, 'versions'>
type Described = Work['description']

/** Characters of one field that are folded: a list of contents may be as long as a book. */
const longest = 20_000

const textOf = (work: Undivided, records: Description[]): Record<TextField, string> => {
  // What a work has of its only record, the record says.
  const all: Described[] = records.length === 1 ? records : [work.description, ...records]
  const titles = all.flatMap((one) => one.titles)
  const names = all.flatMap((one) => one.agents.flatMap(({ names }) => names.map(({ value }) => value)))
  const from = (read: (one: Described) => (string | undefined)[]) => foldAll(all.flatMap(read))
  return {
    title: foldAll(titles.filter(({ kind }) => kind === 'original').map(wholeTitle)),
    alternative: foldAll([
      ...titles.filter(({ kind }) => kind !== 'original').map(wholeTitle),
      ...spelledOtherwise(titles.map(wholeTitle)),
    ]),
    agents: foldAll([...names, ...spelledOtherwise(names)]),
    subjects: from((one) => [
      ...[...one.subjects, ...one.classes].map(({ value }) => value),
      ...one.subjects.flatMap(({ variants = [] }) => variants.map(({ value }) => value)),
    ]),
    identifiers: foldAll([
      ...all.flatMap(identifiersOf),
      ...work.holdings.flatMap((one) => [
        one.sourceId,
        ...one.holdings.map(({ callNumber }) => callNumber?.full),
      ]),
    ]),
    other: from(othersOf),
    sounds: soundsOf(all),
  }
}

const spelledOtherwise = (texts: string[]): string[] =>
  texts.flatMap((text) => otherSpellings(text.slice(0, longest)))

const wholeTitle = ({ value, subtitle, part }: Described['titles'][number]): string =>
  [value, subtitle, part?.number, part?.name].filter(Boolean).join(' ')

const identifiersOf = ({ identifiers, relations }: Described): string[] =>
  [...identifiers, ...relations.flatMap((relation) => relation.identifiers ?? [])].flatMap(
    ({ value, text }) => [value, text ?? value],
  )

const othersOf = (one: Described): (string | undefined)[] => [
  one.statement,
  ...one.publication.flatMap(({ publisher, place }) => [publisher, place]),
  ...one.relations.map(({ title }) => title),
  one.edition,
  ...one.abstracts.map(({ value }) => value),
  ...one.notes.filter(({ kind }) => kind !== 'local').map(({ value }) => value),
]

/** Each text once, apart from the next: a phrase must not begin in one title and end in another. */
const foldAll = (texts: (string | undefined)[]): string => {
  const folded = new Set<string>()
  let left = longest
  for (const text of new Set(texts)) {
    if (!text || left <= 0) continue
    folded.add(fold(text.slice(0, left)).join(' '))
    left -= text.length
  }
  return [...folded].filter(Boolean).join(' | ')
}

/** Without the article that it is not filed under. */
const filedTitle = ({ description }: Undivided): string => {
  const title = description.titles[0]
  return title?.value.slice(title.nonfiling ?? 0) ?? ''
}

const facetsOf = (work: Undivided): Record<FacetField, string[]> => {
  const { type, languages, subjects, agents, classes } = work.description
  return {
    type: [type],
    member: distinct(work.holdings.map(({ member }) => member)),
    language: languagesOf(languages),
    subject: distinct(subjects.map(({ value }) => value)),
    agent: distinct(agents.map(headingOf)),
    access: accessOf(work),
    class: distinct(classes.filter(({ scheme }) => scheme === 'clc').flatMap(({ value }) => clcPath(value))),
  }
}

const headingOf = ({ names }: Described['agents'][number]): string | undefined => names[0]?.value

/** Of the text; of an original or a summary only when nothing is said of the text. */
const languagesOf = (languages: Described['languages']): string[] => {
  const ofText = languages.filter(({ role }) => role === 'text')
  return distinct((ofText.length > 0 ? ofText : languages).map(({ code }) => code))
}

/** Only what a source says: a link as it is declared, and copies on a shelf as print. */
const accessOf = ({ description, holdings }: Undivided): string[] => {
  const links = [...description.links, ...holdings.flatMap((one) => one.links)]
  const hasCopies = holdings.some((one) => one.holdings.length > 0)
  return distinct([...links.map(({ access }) => access?.kind), hasCopies ? 'print' : undefined])
}

const toStored = (work: Undivided, year: number | null): StoredWork => {
  const { titles, agents, type, languages, publication, abstracts } = work.description
  const named = {
    title: titles[0]?.value ?? '',
    subtitle: titles[0]?.subtitle,
    agents: distinct(agents.map(headingOf)),
  }
  return {
    ...named,
    year,
    type,
    languages: languagesOf(languages),
    holdings: work.holdings.map(({ member, source, recordId, sourceId }) => ({
      member,
      source,
      recordId,
      sourceId,
    })),
    publisher: publication.find(({ publisher }) => publisher)?.publisher,
    abstract: abstracts[0]?.value.slice(0, 300),
    reading: readingOf(named),
  }
}

const distinct = (values: (string | undefined)[]): string[] =>
  [...new Set(values.filter((value) => value !== undefined && value !== ''))] as string[]
