import type { Filterable } from './filterable.js'
import { Refusal } from './refusals.js'

/** A document, or what a filter sees of it. */
export type Fields = Record<string, unknown>
export type Predicate = (fields: Fields) => boolean

type Token = { kind: 'word' | 'text' | 'sign'; text: string }

/** As far as the driver and the recording use it: AND, OR, NOT, =, !=, <, >, TO, IN, EXISTS, STARTS WITH, brackets. */
export const parseFilter = (filter: unknown, attributes: Filterable, index: string): Predicate => {
  if (filter === undefined || filter === null) return () => true
  if (typeof filter === 'string') return parseText(filter, attributes, index)
  const parts = (filter as (string | string[])[]).map((part) =>
    typeof part === 'string'
      ? parseText(part, attributes, index)
      : some(part.map((one) => parseText(one, attributes, index))),
  )
  return every(parts)
}

const every =
  (parts: Predicate[]): Predicate =>
  (fields) =>
    parts.every((part) => part(fields))
const some =
  (parts: Predicate[]): Predicate =>
  (fields) =>
    parts.some((part) => part(fields))

const parseText = (text: string, attributes: Filterable, index: string): Predicate => {
  const tokens = tokensOf(text)
  const state = { tokens, at: 0, attributes, index, text }
  const predicate = disjunction(state)
  if (state.at < tokens.length)
    throw invalid(`Found unexpected characters at the end of the filter: \`${text}\`.`)
  return predicate
}

const invalid = (message: string) => new Refusal(400, 'invalid_search_filter', message)

const tokensOf = (text: string): Token[] =>
  [...text.matchAll(/"((?:[^"\\]|\\.)*)"|([()[\],]|!=|<=|>=|[=<>])|([^\s()[\],=<>!"]+)/g)].map(
    ([, quoted, sign, word]): Token =>
      quoted !== undefined
        ? { kind: 'text', text: quoted.replaceAll('\\"', '"') }
        : sign !== undefined
          ? { kind: 'sign', text: sign }
          : { kind: 'word', text: word! },
  )

interface State {
  tokens: Token[]
  at: number
  attributes: Filterable
  index: string
  text: string
}

const isNext = (state: State, text: string): boolean => {
  const token = state.tokens[state.at]
  return token !== undefined && token.kind !== 'text' && token.text === text
}

const accept = (state: State, text: string): boolean => {
  if (!isNext(state, text)) return false
  state.at++
  return true
}

const disjunction = (state: State): Predicate => {
  const parts = [conjunction(state)]
  while (accept(state, 'OR')) parts.push(conjunction(state))
  return parts.length === 1 ? parts[0]! : some(parts)
}

const conjunction = (state: State): Predicate => {
  const parts = [negation(state)]
  while (accept(state, 'AND')) parts.push(negation(state))
  return parts.length === 1 ? parts[0]! : every(parts)
}

const negation = (state: State): Predicate => {
  if (accept(state, 'NOT')) {
    const part = negation(state)
    return (fields) => !part(fields)
  }
  if (!accept(state, '(')) return condition(state)
  const part = disjunction(state)
  if (!accept(state, ')')) throw invalid('Expression is missing a closing bracket.')
  return part
}

const condition = (state: State): Predicate => {
  const name = value(state)
  if (!state.attributes.has(name)) throw notFilterable(state, name)
  if (accept(state, 'EXISTS')) return (fields) => fields[name] !== undefined
  if (accept(state, 'NOT')) {
    if (accept(state, 'EXISTS')) return (fields) => fields[name] === undefined
    const part = membership(state, name)
    return (fields) => !part(fields)
  }
  if (isNext(state, 'IN')) return membership(state, name)
  if (accept(state, 'STARTS')) {
    accept(state, 'WITH')
    const beginning = folded(value(state))
    return (fields) => textsOf(fields[name]).some((one) => one.startsWith(beginning))
  }
  const sign = state.tokens[state.at]?.text ?? ''
  if (!['=', '!='].includes(sign) && !state.attributes.get(name)!.comparison)
    throw invalid(`The filter operator \`${sign}\` is not allowed for the attribute \`${name}\`.`)
  if (['=', '!=', '<', '>', '<=', '>='].includes(sign)) {
    state.at++
    return comparison(name, sign, value(state))
  }
  const from = value(state)
  if (!accept(state, 'TO')) throw invalid(`Was expecting an operation at \`${state.text}\`.`)
  return every([comparison(name, '>=', from), comparison(name, '<=', value(state))])
}

const notFilterable = ({ attributes, index }: State, name: string) =>
  invalid(
    `Index \`${index}\`: Attribute \`${name}\` is not filterable. ${
      attributes.size === 0
        ? 'This index does not have configured filterable attributes.'
        : `Available filterable attribute patterns are: ${[...attributes.keys()]
            .sort()
            .map((one) => `\`${one}\``)
            .join(', ')}.`
    }`,
  )

const membership = (state: State, name: string): Predicate => {
  accept(state, 'IN')
  accept(state, '[')
  const values = new Set<string>()
  while (!accept(state, ']')) {
    values.add(folded(value(state)))
    accept(state, ',')
  }
  return (fields) => textsOf(fields[name]).some((one) => values.has(one))
}

const value = (state: State): string => {
  const token = state.tokens[state.at++]
  if (token === undefined || token.kind === 'sign')
    throw invalid(
      `Was expecting a value but instead got nothing.\n${state.text.length + 1}:${state.text.length + 1} ${state.text}`,
    )
  return token.text
}

/** Values are folded before they are compared, so that `Book` is `book`. */
export const folded = (text: string): string => text.trim().normalize('NFKD').toLowerCase()
const textsOf = (field: unknown): string[] => [field ?? []].flat().map((one) => folded(String(one)))

const comparison = (name: string, sign: string, wanted: string): Predicate => {
  const number = Number(wanted)
  if (sign === '=') return (fields) => textsOf(fields[name]).includes(folded(wanted))
  if (sign === '!=') return (fields) => !textsOf(fields[name]).includes(folded(wanted))
  const compare = comparisons[sign]!
  return (fields) =>
    [fields[name] ?? []]
      .flat()
      .some((one) =>
        typeof one === 'number'
          ? compare(one, number)
          : compare(comparable(folded(String(one))), comparable(wanted)),
      )
}

/** Texts compare as their bytes in UTF-8 do. */
const comparable = (text: string): string => Buffer.from(text).toString('latin1')

const comparisons: Record<string, <T extends string | number>(one: T, other: T) => boolean> = {
  '<': (one, other) => one < other,
  '>': (one, other) => one > other,
  '<=': (one, other) => one <= other,
  '>=': (one, other) => one >= other,
}
