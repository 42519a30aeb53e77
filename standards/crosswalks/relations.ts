import type { DataField } from '../formats/marc.js'
import type { Identifier, Relation } from '../record/v1-draft.js'
import { agencyName } from './agencies.js'
import { credit, type Draft } from './draft.js'
import { readIsbn, readIssn } from './identifiers.js'
import { all, splitPrefix } from './marc-steps.js'

export function relationOf(
  kind: Relation['kind'],
  title: string,
  number: string,
  identifiers: Identifier[],
): Relation {
  const relation: Relation = { kind }
  if (title) relation.title = title
  if (number) relation.number = number
  if (identifiers.length) relation.identifiers = identifiers
  return relation
}

/** A relation that names nothing is none. The same series stated and traced is one, with whatever number is known. */
export function addRelation(draft: Draft, relation: Relation, source: string): void {
  if (!relation.title && !relation.identifiers) return
  const { relations } = draft.description
  const same = relations.find((other) => other.kind === relation.kind && isSame(other, relation))
  if (!same) relations.push(relation)
  else {
    same.number ??= relation.number
    same.identifiers ??= relation.identifiers
    if (!same.number) delete same.number
    if (!same.identifiers) delete same.identifiers
  }
  credit(draft, 'relations', source)
}

const isSame = (one: Relation, two: Relation): boolean =>
  one.title?.toLowerCase() === two.title?.toLowerCase() &&
  (!one.number || !two.number || one.number === two.number)

export function identifiersOf(field: DataField, issnCode: string, isbnCode: string): Identifier[] {
  const issns = all(field, issnCode).map(readIssn)
  const isbns = all(field, isbnCode).map((value) => readIsbn(value).identifier)
  return [...issns, ...isbns].filter((found) => found !== undefined)
}

/** Scheme of a number that stands in 001 of another record of the same source. */
export const recordScheme = 'record'

/** `(OCoLC)123` is a number of that agency, a bare one the 001 of a record of the same source. */
export function recordNumber(text: string): Identifier {
  const [agency, number] = splitPrefix(text)
  return { scheme: agency ? agencyName(agency) : recordScheme, value: number || text, valid: true }
}

/** The bibliographic record that a holdings record belongs to. */
export function addHost(draft: Draft, number: string | undefined): void {
  const text = number?.trim()
  if (text) addRelation(draft, { kind: 'host', identifiers: [recordNumber(text)] }, '004')
}
