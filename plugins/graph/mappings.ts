import {
  broaderClass,
  captionOf,
  isScheme,
  linksOf,
  narrowerClasses,
  type Relation,
  type Scheme,
} from '../../standards/subjects/classes.js'
import { classRows } from '../../standards/subjects/table.js'
import { classOfHeading } from '../../standards/subjects/together.js'
import { foldWords } from '../../standards/text/folding.js'
import { subjectIdOf } from './ids.js'
import { type GraphDatabase, type GraphTables, inLists } from './tables.js'

type Subject = GraphTables['graphSubject']

/** How a subject stands to another, and by what. */
export interface Mapping {
  relation: Relation
  /** Of the other, when a record names it. */
  id?: string
  scheme?: string
  /** A number, or words. */
  value: string
  caption?: { zh?: string; en?: string }
  /** table: set side by side by hand; notation: one number within the other; words: the caption is the same; works: they stand together. */
  by: 'table' | 'notation' | 'words' | 'works'
  reason: string
  /** By works: those that have both, of those that have the one and any class of the scheme. */
  evidence?: { works: number; of: number }
}

/** Each with its evidence; classes are the tables' own, headings find theirs by their words and by the works. */
export const mappingsOf = async (
  database: GraphDatabase,
  subject: Subject,
  hidden: string[],
): Promise<Mapping[]> => {
  const found =
    subject.kind === 'class'
      ? classMappings(subject.scheme as Scheme, subject.key)
      : [...(await headingMappings(database, subject, hidden)), ...captionMappings(subject.key)]
  return known(database, found)
}

const classMappings = (scheme: Scheme, number: string): Mapping[] => {
  const within = { by: 'notation', reason: 'One number stands within the other', scheme } as const
  const broader = broaderClass(scheme, number)
  return [
    ...(broader === undefined ? [] : [{ relation: 'broader' as const, value: broader, ...within }]),
    ...narrowerClasses(scheme, number).map((value) => ({ relation: 'narrower' as const, value, ...within })),
    ...linksOf(scheme, number).map((link) => ({
      relation: link.relation,
      scheme: link.scheme,
      value: link.number,
      by: 'table' as const,
      reason: link.reason,
    })),
  ]
}

/** 数学 and Mathematics are the captions of O1. */
const captionMappings = (key: string): Mapping[] =>
  classRows
    .filter(({ zh, en }) => foldWords(zh).join('') === key || foldWords(en).join(' ') === key)
    .map(({ clc }) => ({
      relation: 'close',
      scheme: 'clc',
      value: clc,
      by: 'words',
      reason: 'The class is called so',
    }))

/** Works of a heading that are looked through: the smallest ids, so that the answer does not depend on what came last. */
const mostWorks = 2_000

const headingMappings = async (
  database: GraphDatabase,
  { id }: Subject,
  hidden: string[],
): Promise<Mapping[]> => {
  const rows = await database
    .selectFrom('graphAbout')
    .select(['work', 'source'])
    .where('subject', '=', id)
    .orderBy('work')
    .limit(mostWorks)
    .execute()
  const works = new Set(rows.filter(({ source }) => !hidden.includes(source)).map(({ work }) => work))
  const classes = await inLists(works, (chunk) =>
    database
      .selectFrom('graphAbout')
      .innerJoin('graphSubject', 'graphSubject.id', 'graphAbout.subject')
      .select(['work', 'scheme', 'key'])
      .distinct()
      .where('work', 'in', chunk)
      .where('kind', '=', 'class')
      .execute(),
  )
  return ['clc', 'ddc', 'lcc'].flatMap((scheme) =>
    mappingByWorks(
      scheme as Scheme,
      classes.filter((row) => row.scheme === scheme),
    ),
  )
}

const mappingByWorks = (scheme: Scheme, rows: { work: string; key: string }[]): Mapping[] => {
  const works = new Map<string, Set<string>>()
  for (const { work, key } of rows)
    for (const number of withBroader(scheme, key))
      works.set(number, (works.get(number) ?? new Set()).add(work))
  const of = new Set(rows.map(({ work }) => work)).size
  const counts = [...works].map(([number, found]) => ({ number, works: found.size, of }))
  // The deepest class that enough of them share says most.
  const byDepth = counts.sort((one, other) => depth(scheme, other.number) - depth(scheme, one.number))
  for (const level of new Set(byDepth.map(({ number }) => depth(scheme, number)))) {
    const found = classOfHeading(counts.filter(({ number }) => depth(scheme, number) === level))
    if (found)
      return [
        {
          relation: 'broader',
          scheme,
          value: found.number,
          by: 'works',
          reason: 'Most works with the heading stand in the class',
          evidence: { works: found.works, of: found.of },
        },
      ]
  }
  return []
}

const withBroader = (scheme: Scheme, number: string): string[] => {
  const above = broaderClass(scheme, number)
  return above === undefined ? [number] : [number, ...withBroader(scheme, above)]
}

const depth = (scheme: Scheme, number: string): number => withBroader(scheme, number).length

/** With the ids of those that are things here, and what the tables call them. */
const known = async (database: GraphDatabase, mappings: Mapping[]): Promise<Mapping[]> => {
  const idOf = ({ scheme = '', value }: Mapping) => subjectIdOf('class', scheme, value)
  const rows = await inLists(new Set(mappings.map(idOf)), (chunk) =>
    database.selectFrom('graphSubject').select('id').where('id', 'in', chunk).execute(),
  )
  const there = new Set(rows.map(({ id }) => id))
  return mappings.map((mapping) => {
    const { scheme = '', value } = mapping
    const caption = isScheme(scheme) ? captionOf(scheme, value) : {}
    const id = idOf(mapping)
    return {
      ...mapping,
      ...(there.has(id) && { id }),
      ...((caption.zh ?? caption.en) !== undefined && { caption }),
    }
  })
}
