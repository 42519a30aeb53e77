/**
 * What the page shows, as its address says it: any state can be sent to somebody else.
 * @typedef {{ view: 'home' | 'search', q: string, filters: Record<string, string[]>, from: string, to: string, sort: string, page: number }} SearchState
 * @typedef {{ view: 'work', id: string }} WorkState
 * @typedef {SearchState | WorkState} State
 */

/** Filters of which several values may be chosen. */
export const facetNames = ['type', 'member', 'language', 'class', 'subject']
export const sorts = ['relevance', 'newest', 'oldest', 'title', 'title-stroke']
export const pageSize = 20

/** @returns {SearchState} */
export const emptySearch = () => ({
  view: 'search',
  q: '',
  filters: {},
  from: '',
  to: '',
  sort: 'relevance',
  page: 1,
})

/** @param {URL | Location} address @returns {State} */
export const readAddress = ({ pathname, search }) => {
  const work = /^\/works\/([^/]+)\/?$/.exec(pathname)
  if (work) return { view: 'work', id: decode(work[1] ?? '') }
  const query = new URLSearchParams(search)
  const [from = '', to = ''] = (query.get('year') ?? '').split('..')
  const sort = query.get('sort') ?? ''
  const isHome = pathname === '/' && [...query.keys()].length === 0
  return {
    view: isHome ? 'home' : 'search',
    q: query.get('q') ?? '',
    filters: Object.fromEntries(
      facetNames.map((name) => [name, query.getAll(name)]).filter(([, values]) => values?.length),
    ),
    ...inOrder(year(from), year(to)),
    sort: sorts.includes(sort) ? sort : 'relevance',
    page: Math.max(1, Math.min(500, Number.parseInt(query.get('page') ?? '1', 10) || 1)),
  }
}

/** @param {string} text */
const year = (text) => (/^-?\d{1,4}$/.test(text) ? text : '')

/** The earlier year first. @param {string} from @param {string} to */
const inOrder = (from, to) =>
  from && to && Number(from) > Number(to) ? { from: to, to: from } : { from, to }

/** @param {string} text */
const decode = (text) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** @param {State} state */
export const toAddress = (state) => {
  if (state.view === 'work') return `/works/${encodeURIComponent(state.id)}`
  if (state.view === 'home') return '/'
  const query = narrowing(state)
  if (state.sort !== 'relevance') query.set('sort', state.sort)
  if (state.page > 1) query.set('page', String(state.page))
  const text = query.toString()
  return text ? `/search?${text}` : '/search'
}

/** The words and the filters. @param {SearchState} state */
const narrowing = ({ q, filters, from, to }) => {
  const query = new URLSearchParams()
  if (q.trim()) query.set('q', q)
  for (const name of facetNames) for (const value of filters[name] ?? []) query.append(name, value)
  if (from || to) query.set('year', `${from}..${to}`)
  return query
}

/** @param {SearchState} state */
export const searchCall = (state) => {
  const query = narrowing(state)
  if (!query.has('q')) query.set('q', '')
  query.set('limit', String(pageSize))
  query.set('offset', String((state.page - 1) * pageSize))
  query.set('sort', state.sort)
  query.set('facets', [...facetNames, 'year'].join(','))
  return `/v1/search?${query}`
}

/** @param {SearchState} state */
export const filterCount = ({ filters, from, to }) =>
  Object.values(filters).flat().length + (from || to ? 1 : 0)

/** @param {SearchState} state @param {string} name @param {string} value @returns {SearchState} */
export const toggled = (state, name, value) => {
  const chosen = state.filters[name] ?? []
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  return { ...state, page: 1, filters: { ...state.filters, [name]: next } }
}

/** @param {SearchState} state @returns {SearchState} */
export const withoutFilters = (state) => ({ ...state, filters: {}, from: '', to: '', page: 1 })

/**
 * A class that is ticked stands for all that lies below it and is below what was ticked: of one branch one is chosen.
 * @param {SearchState} state @param {string} value @returns {SearchState}
 */
export const toggledClass = (state, value) => {
  const chosen = state.filters['class'] ?? []
  const others = chosen.filter((one) => !one.startsWith(value) && !value.startsWith(one))
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...others, value]
  return { ...state, page: 1, filters: { ...state.filters, class: next } }
}

/** @param {SearchState} state @param {number} from @param {number} to @returns {SearchState} */
export const toggledYears = (state, from, to) =>
  state.from === String(from) && state.to === String(to)
    ? { ...state, from: '', to: '', page: 1 }
    : { ...state, from: String(from), to: String(to), page: 1 }

/** @param {SearchState} state @param {'from' | 'to'} end @param {string} value @returns {SearchState} */
export const withYear = (state, end, value) => {
  const { from, to } = { ...state, [end]: value }
  return { ...state, ...inOrder(from, to), page: 1 }
}

/** @param {SearchState} state @param {string} name a facet, or `year` @returns {SearchState} */
export const withoutFacet = (state, name) =>
  name === 'year'
    ? { ...state, from: '', to: '', page: 1 }
    : { ...state, page: 1, filters: { ...state.filters, [name]: [] } }
