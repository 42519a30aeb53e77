import type { Name } from '../../standards/record/names.js'
import { packDescription, readDescription } from '../../standards/record/packed.js'
import type { Agent, Description, Subject } from '../../standards/record/v1-draft.js'
import { headingNumber } from './link-numbers.js'
import { joined } from './links.js'
import { type CatalogueDatabase, inChunks } from './tables.js'

interface Linkable {
  id: string
  source: string
  description: Description
}

/** A record as it is kept: its description is packed. */
interface Kept extends Omit<Linkable, 'description'> {
  description: string
}

/**
 * Records with what the holdings records of their source hold of them, and with the other forms that its authority records
 * know of their agents and subjects. Made when it is read, so that it never depends on what came first.
 */
export const withLinked = async <R extends Kept>(database: CatalogueDatabase, records: R[]): Promise<R[]> => {
  const sources = await linkedSources(database, records)
  if (sources.size === 0) return records
  const linked = records
    .filter(({ source }) => sources.has(source))
    .map(({ id, source, description }) => ({
      id,
      source,
      description: readDescription(description),
    }))
  const holdings = await holdingsOf(database, linked)
  const forms = await formsOf(database, linked)
  const whole = new Map(
    linked.map((record) => [
      record.id,
      packDescription(completed(record, holdings.get(record.id) ?? [], forms)),
    ]),
  )
  return records.map((record) => ({ ...record, description: whole.get(record.id) ?? record.description }))
}

const linkedSources = async (database: CatalogueDatabase, records: Kept[]): Promise<Set<string>> => {
  const sources = [...new Set(records.map(({ source }) => source))]
  const rows = await inChunks(sources, (chunk) =>
    database.selectFrom('catalogueLinked').select('source').where('source', 'in', chunk).execute(),
  )
  return new Set(rows.map(({ source }) => source))
}

/** By record, what each holdings record that points to it holds, in the order of their ids. */
const holdingsOf = async (
  database: CatalogueDatabase,
  records: Linkable[],
): Promise<Map<string, Description[]>> => {
  const rows = await inChunks(
    records.map(({ id }) => id),
    (chunk) =>
      joined(database, 'bib')
        .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueReference.recordId')
        .select(['catalogueNumber.recordId as bib', 'catalogueReference.recordId as id', 'description'])
        .distinct()
        .where('catalogueNumber.recordId', 'in', chunk)
        .orderBy('id')
        .execute(),
  )
  const found = new Map<string, Description[]>()
  for (const { bib, description } of rows)
    found.set(bib, [...(found.get(bib) ?? []), readDescription(description)])
  return found
}

/** By source and number, the names that an authority record gives. Of two with one number the smaller id speaks. */
const formsOf = async (database: CatalogueDatabase, records: Linkable[]): Promise<Map<string, Name[]>> => {
  const numbers = records.flatMap(({ description: { agents, subjects } }) =>
    [...agents, ...subjects].flatMap(({ authority }) => (authority ? [headingNumber(authority)] : [])),
  )
  const rows = await inChunks([...new Set(numbers)], (chunk) =>
    database
      .selectFrom('catalogueNumber')
      .innerJoin('catalogueContent', 'catalogueContent.recordId', 'catalogueNumber.recordId')
      .select(['source', 'number', 'catalogueNumber.recordId as id', 'description'])
      .where('kind', '=', 'authority')
      .where('number', 'in', chunk)
      .orderBy('id', 'desc')
      .execute(),
  )
  return new Map(
    rows.map(({ source, number, description }) => [
      `${source} ${number}`,
      namesOf(readDescription(description)),
    ]),
  )
}

const namesOf = ({ titles }: Description): Name[] =>
  titles.map(({ value, language, script, kind }) => ({
    value,
    ...(language && { language }),
    ...(script && { script }),
    kind: kind === 'original' ? 'variant' : kind,
  }))

const completed = (
  { source, description }: Linkable,
  held: Description[],
  forms: Map<string, Name[]>,
): Description => {
  const formsFor = ({ authority }: Agent | Subject): Name[] =>
    (authority && forms.get(`${source} ${headingNumber(authority)}`)) ?? []
  return {
    ...description,
    holdings: [...description.holdings, ...held.flatMap(({ holdings }) => holdings)],
    links: [...description.links, ...held.flatMap(({ links }) => links)],
    agents: description.agents.map((agent) => withNames(agent, formsFor(agent))),
    subjects: description.subjects.map((subject) => withVariants(subject, formsFor(subject))),
  }
}

const withNames = (agent: Agent, forms: Name[]): Agent => {
  const known = new Set(agent.names.map(({ value }) => value))
  const others = forms.filter(({ value }) => !known.has(value))
  return others.length === 0 ? agent : { ...agent, names: [...agent.names, ...others] }
}

const withVariants = (subject: Subject, forms: Name[]): Subject => {
  const others = forms.filter(({ value }) => value !== subject.value)
  return others.length === 0 ? subject : { ...subject, variants: others }
}
