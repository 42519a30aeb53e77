import type { DataField } from '../formats/marc.js'
import type { Identifier, Relation } from '../record/v1-draft.js'
import { credit, type Draft } from './draft.js'
import { readIsbn, readIssn } from './identifiers.js'
import { all } from './marc-steps.js'

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
