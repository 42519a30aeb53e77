import { type FacetField, type Filter, facetFields, ShulianError } from '../../gateway/contracts/index.js'
import { clcPath } from '../../standards/clc/index.js'

const mostNodes = 200
const mostLevels = 10
const mostValues = 200
const fields = [...facetFields, 'year'].join(', ')

/**
 * A filter tree of a reader, checked node by node. Years may also be listed: `{ field: 'year', in: [1999, '2005'] }`.
 * @throws ShulianError FILTER_INVALID (400) with the path of the first node that is wrong
 */
export const parseFilter = (input: unknown): Filter => {
  let nodes = 0
  const node = (value: unknown, path: string, level: number): Filter => {
    if (++nodes > mostNodes) throw invalid('filter', `at most ${mostNodes} conditions`, 'more')
    if (level > mostLevels) throw invalid(path, `at most ${mostLevels} levels`, 'more')
    const { kind, given } = kindOf(value, path)
    if (kind === 'not') return { not: node(given['not'], `${path}.not`, level + 1) }
    if (kind === 'field') return leaf(given, path)
    const parts = arrayOf(given[kind], `${path}.${kind}`, mostNodes, 'conditions')
    const parsed = parts.map((part, index) => node(part, `${path}.${kind}.${index}`, level + 1))
    return kind === 'and' ? { and: parsed } : { or: parsed }
  }
  return node(input, 'filter', 1)
}

/** `2000..2010`, `2000..`, `..2010`, `2005`. @throws ShulianError FILTER_INVALID (400) */
export const parseYears = (text: string): Filter => {
  const found = /^(-?\d{1,5})?(\.\.)?(-?\d{1,5})?$/.exec(text)
  const [from, dots, to] = found?.slice(1) ?? []
  if ((from === undefined && to === undefined) || (dots === undefined && to !== undefined)) {
    throw invalid('year', '2005, 2000..2010, 2000.. or ..2010', text.slice(0, 40))
  }
  return yearsBetween(from, dots === undefined ? from : to, 'year')
}

/** Repeated values are any of them; different names are all of them. Empty values, as forms send them, ask nothing. */
export const filterOfNames = (names: Partial<Record<FacetField | 'year', string[]>>): Filter | undefined => {
  const parts: Filter[] = []
  for (const field of facetFields) {
    const values = names[field]?.filter(Boolean) ?? []
    if (values.length > 0) parts.push({ field, in: values })
  }
  const years = names.year?.filter(Boolean) ?? []
  if (years.length > 0) parts.push({ or: years.map(parseYears) })
  return parts.length === 0 ? undefined : { and: parts }
}

type Given = Record<string, unknown>
type Kind = 'and' | 'or' | 'not' | 'field'

const shapes: Record<Kind, readonly string[]> = {
  and: ['and'],
  or: ['or'],
  not: ['not'],
  field: ['field', 'in', 'from', 'to'],
}

const kindOf = (value: unknown, path: string): { kind: Kind; given: Given } => {
  const expected = 'one of {and:[…]}, {or:[…]}, {not:…}, {field, in:[…]}, {field:"year", from, to}'
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalid(path, expected, shown(value))
  const given = value as Given
  const kind = (Object.keys(shapes) as Kind[]).find((name) => Object.hasOwn(given, name))
  const strange = Object.keys(given).find((name) => kind === undefined || !shapes[kind].includes(name))
  if (kind === undefined || strange !== undefined) throw invalid(path, expected, shown(value))
  return { kind, given }
}

const leaf = ({ field, in: values, from, to }: Given, path: string): Filter => {
  if (field === 'year') return values === undefined ? range(from, to, path) : years(values, path)
  if (!facetFields.includes(field as FacetField))
    throw invalid(`${path}.field`, `one of ${fields}`, shown(field))
  if (from !== undefined || to !== undefined)
    throw invalid(path, `from and to with the field year alone`, shown(field))
  const words = arrayOf(values, `${path}.in`, mostValues, 'values')
  const wrong = words.findIndex((word) => typeof word !== 'string' || word.length > 1000)
  if (wrong >= 0)
    throw invalid(`${path}.in.${wrong}`, 'a text of at most 1000 characters', shown(words[wrong]))
  return {
    field: field as FacetField,
    in: field === 'class' ? (words as string[]).map(nearestClass) : (words as string[]),
  }
}

/** A number that is finer than the classes that are counted stands in the finest of them. */
const nearestClass = (number: string): string => clcPath(number).at(-1) ?? number

const range = (from: unknown, to: unknown, path: string): Filter => {
  if (from === undefined && to === undefined) throw invalid(path, 'from, to, or both', 'neither')
  for (const [name, year] of [
    ['from', from],
    ['to', to],
  ] as const) {
    if (year !== undefined && !isYear(year))
      throw invalid(`${path}.${name}`, 'a year in numbers', shown(year))
  }
  return yearsBetween(from, to, path)
}

const years = (values: unknown, path: string): Filter => {
  const list = arrayOf(values, `${path}.in`, mostValues, 'values')
  const wrong = list.findIndex((year) => !isYear(year))
  if (wrong >= 0) throw invalid(`${path}.in.${wrong}`, 'a year in numbers', shown(list[wrong]))
  return { or: list.map((year) => yearsBetween(year, year, path)) }
}

const isYear = (value: unknown): boolean =>
  (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 100_000) ||
  (typeof value === 'string' && /^-?\d{1,5}$/.test(value))

const yearsBetween = (from: unknown, to: unknown, path: string): Filter => {
  // No year is in such a range: whoever asks for it would take that for an answer.
  if (Number(from) > Number(to)) throw invalid(path, 'the earlier year first', `${from}..${to}`)
  return {
    field: 'year',
    ...(from !== undefined && { from: Number(from) }),
    ...(to !== undefined && { to: Number(to) }),
  }
}

const arrayOf = (value: unknown, path: string, most: number, what: string): unknown[] => {
  if (!Array.isArray(value) || value.length === 0) throw invalid(path, `a list of ${what}`, shown(value))
  if (value.length > most) throw invalid(path, `at most ${most} ${what}`, `${value.length}`)
  return value
}

/** What lies deeper than one level is left out: a body may nest further than the stack reaches. */
const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value, (key, inner) =>
    key !== '' && typeof inner === 'object' && inner !== null ? '…' : inner,
  )
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

const invalid = (path: string, expected: string, got: string) =>
  new ShulianError('FILTER_INVALID', `${path}: expected ${expected}, got ${got}.`, {
    status: 400,
    errors: [{ path, expected, got }],
  })
