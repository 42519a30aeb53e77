import type { Description, Title } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'

export interface MergeInput {
  id: string
  description: Description
}

export interface MergedWork {
  description: Merged
  /** Field → the record it is from. */
  sources: Record<string, string>
  /** Field → the record that steps in. */
  successors: Record<string, string>
}

export type Merged = Omit<Description, 'holdings' | 'controlNumbers' | 'provenance'>

/**
 * One description of a work from its records, each field with the record it is from. The fullest record leads
 * (the smaller id where two are as full); what it lacks the next one gives. Titles, subjects, classes and
 * identifiers are gathered from all. The order of the records given does not matter.
 */
export const mergeDescriptions = (records: MergeInput[]): MergedWork => {
  const ranked = byFullness(records.map(forReaders))
  const sources: Record<string, string> = {}
  const successors: Record<string, string> = {}
  const note = (field: keyof Merged, giver: MergeInput | undefined): void => {
    if (!giver) return
    sources[field] = giver.id
    if (ranked.length === 1) return
    const next = ranked.find(({ id, description }) => id !== giver.id && isGiven(description[field]))
    if (next) successors[field] = next.id
  }
  const first = <K extends keyof Merged>(field: K): Merged[K] => {
    const giver = ranked.find(({ description }) => isGiven(description[field]))
    note(field, giver)
    return (giver ?? ranked[0]!).description[field]
  }
  const all = <K extends 'subjects' | 'classes' | 'identifiers'>(
    field: K,
    keyOf: (item: Merged[K][number]) => string,
  ): Merged[K] => {
    const items = new Map<string, Merged[K][number]>()
    for (const { description } of ranked) {
      for (const item of description[field]) {
        const key = keyOf(item)
        if (!items.has(key)) items.set(key, item)
      }
    }
    note(
      field,
      ranked.find(({ description }) => isGiven(description[field])),
    )
    return [...items.values()] as Merged[K]
  }
  note('titles', ranked[0])
  const description: Merged = {
    type: first('type'),
    titles: gatherTitles(ranked),
    agents: first('agents'),
    languages: first('languages'),
    dates: first('dates'),
    publication: first('publication'),
    identifiers: all('identifiers', ({ scheme, value }) => `${scheme}:${value}`),
    subjects: all('subjects', ({ value }) => titleKey(value)),
    classes: all('classes', ({ scheme, value }) => `${scheme}:${value}`),
    relations: first('relations'),
    abstracts: first('abstracts'),
    notes: first('notes'),
    links: first('links'),
  }
  for (const field of ['statement', 'edition', 'extent', 'media', 'licence'] as const) {
    const value = first(field)
    if (value !== undefined) Object.assign(description, { [field]: value })
  }
  return { description, sources, successors }
}

const byFullness = (records: MergeInput[]): MergeInput[] => {
  if (records.length === 1) return records
  const full = new Map(records.map((record) => [record, fullness(record.description)]))
  const of = (record: MergeInput) => full.get(record) as number
  return records.sort((one, other) => of(other) - of(one) || (one.id < other.id ? -1 : 1))
}

/** A local field is a matter of its own library's record: it says nothing of the work. */
const forReaders = ({ id, description }: MergeInput): MergeInput => {
  const notes = description.notes.filter(({ kind }) => kind !== 'local')
  return notes.length === description.notes.length
    ? { id, description }
    : { id, description: { ...description, notes } }
}

const isGiven = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''

const fullness = (description: Description): number =>
  Object.entries(description).reduce(
    (sum, [field, value]) =>
      field === 'provenance' || field === 'holdings' || !isGiven(value) ? sum : sum + 1,
    0,
  )

/** The leading record's titles, then every other title of the others as a variant. */
const gatherTitles = (ranked: MergeInput[]): Title[] => {
  const [lead, ...others] = ranked as [MergeInput, ...MergeInput[]]
  const titles = [...lead.description.titles]
  if (others.length === 0) return titles
  const seen = new Set(titles.map(({ value, subtitle }) => titleKey(`${value} ${subtitle ?? ''}`)))
  for (const { description } of others) {
    for (const title of description.titles) {
      const key = titleKey(`${title.value} ${title.subtitle ?? ''}`)
      if (seen.has(key)) continue
      seen.add(key)
      titles.push(title.kind === 'original' ? { ...title, kind: 'variant' } : title)
    }
  }
  return titles
}
