import type { Description, Title } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'

export interface MergeInput {
  id: string
  description: Description
}

export type Merged = Omit<Description, 'holdings' | 'controlNumbers' | 'provenance'>

/**
 * One description of a work from its records, each field with the record it is from. The fullest record leads
 * (the smaller id where two are as full); what it lacks the next one gives. Titles, subjects, classes and
 * identifiers are gathered from all. The order of the records given does not matter.
 */
export const mergeDescriptions = (
  records: MergeInput[],
): { description: Merged; sources: Record<string, string> } => {
  const ranked = records
    .map(forReaders)
    .sort(
      (one, other) => fullness(other.description) - fullness(one.description) || (one.id < other.id ? -1 : 1),
    )
  const sources: Record<string, string> = {}
  const first = <K extends keyof Merged>(field: K): Merged[K] => {
    const giver = ranked.find(({ description }) => isGiven(description[field])) ?? ranked[0]!
    if (isGiven(giver.description[field])) sources[field] = giver.id
    return giver.description[field]
  }
  const all = <K extends 'subjects' | 'classes' | 'identifiers'>(
    field: K,
    keyOf: (item: Merged[K][number]) => string,
  ): Merged[K] => {
    const items = new Map<string, Merged[K][number]>()
    for (const { description } of ranked) {
      for (const item of description[field]) if (!items.has(keyOf(item))) items.set(keyOf(item), item)
    }
    const giver = ranked.find(({ description }) => isGiven(description[field]))
    if (giver) sources[field] = giver.id
    return [...items.values()] as Merged[K]
  }
  const description: Merged = {
    type: first('type'),
    titles: gatherTitles(ranked, sources),
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
  return { description, sources }
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
const gatherTitles = (ranked: MergeInput[], sources: Record<string, string>): Title[] => {
  const [lead, ...others] = ranked as [MergeInput, ...MergeInput[]]
  sources['titles'] = lead.id
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
