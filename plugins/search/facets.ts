import {
  type FacetField,
  type Filter,
  facetFields,
  type Member,
  type SearchAnswer,
  type SearchQuery,
  type SearchResult,
  ShulianError,
} from '../../gateway/contracts/index.js'
import { clcName, clcPath, clcTopClasses } from '../../standards/clc/index.js'
import { histogramOf } from './years.js'

const facetLimit = 50

type Asked = Pick<SearchQuery, 'facets' | 'facetLimit' | 'facetValues'>

/** @throws ShulianError INPUT_INVALID (400) */
export const askedFacets = (names: readonly string[], filter: Filter | undefined): Asked => {
  const facets = names.map(toFacet)
  return {
    facets,
    facetLimit,
    ...(facets.includes('class') && { facetValues: { class: openClasses(filter) } }),
  }
}

const toFacet = (name: string): FacetField | 'year' => {
  if (name === 'year' || facetFields.includes(name as FacetField)) return name as FacetField | 'year'
  const expected = `some of ${[...facetFields, 'year'].join(', ')}`
  const got = name.slice(0, 40)
  throw new ShulianError('INPUT_INVALID', `facets: expected ${expected}, got ${got}.`, {
    status: 400,
    errors: [{ path: 'facets', expected, got }],
  })
}

/** The top classes, and those below each that is chosen and each that it lies in. */
const openClasses = (filter: Filter | undefined): string[] => {
  const open = new Set(chosenClasses(filter).flatMap(clcPath))
  return [...Object.keys(clcTopClasses), ...[...open].flatMap(below)]
}

const chosenClasses = (filter: Filter | undefined): string[] => {
  if (filter === undefined) return []
  if ('and' in filter) return filter.and.flatMap(chosenClasses)
  if ('or' in filter) return filter.or.flatMap(chosenClasses)
  return 'in' in filter && filter.field === 'class' ? filter.in : []
}

const below = (one: string): string[] =>
  [...(one === 'T' ? 'BDEFGHJKLMNPQSTUV' : one === 'D' ? 'F' : '')]
    .map((letter) => one + letter)
    .concat([...'0123456789'].map((digit) => one + digit))

/** Members and classes with their names, years as a histogram too. */
export const answeredFacets = (
  { facets, years }: Pick<SearchResult, 'facets' | 'years'>,
  members: ReadonlyMap<string, Member>,
): Pick<SearchAnswer, 'facets' | 'histogram'> => {
  const { member, class: classes, ...others } = facets
  return {
    facets: {
      ...others,
      ...(member && { member: member.map((one) => ({ ...one, ...memberLabel(members.get(one.value)) })) }),
      ...(classes && { class: classes.map((one) => ({ ...one, ...classLabel(one.value) })).sort(byValue) }),
    },
    ...(years && { histogram: histogramOf(years) }),
  }
}

const memberLabel = (member: Member | undefined) => member && { label: member.nameZh ?? member.name }

const classLabel = (value: string) => {
  const name = clcName(value)
  return name && { label: name.zh, labelEn: name.en }
}

/** In the order of the scheme, each class before those below it. */
const byValue = (one: { value: string }, other: { value: string }) => (one.value < other.value ? -1 : 1)
