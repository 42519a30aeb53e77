/**
 * Where one is, as the address says it behind its `#`: any place can be sent to somebody else.
 * @typedef {{ view: string, id?: string, [filter: string]: string | undefined }} Place
 */
const views = new Set([
  'sources',
  'runs',
  'run',
  'quarantine',
  'entry',
  'quality',
  'matches',
  'searches',
  'rules',
])

/** Views of one thing, and where one chooses it. @type {Record<string, string>} */
export const above = { run: 'runs', entry: 'quarantine', quality: 'sources' }

/** @param {string} hash @returns {Place} */
export const placeOf = (hash) => {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?')
  const [view = '', ...rest] = path.split('/')
  if (!views.has(view)) return { view: 'sources' }
  const id = decode(rest.join('/'))
  if (!id && above[view]) return { view: above[view] }
  return { ...Object.fromEntries(new URLSearchParams(query)), view, ...(id && { id }) }
}

/** @param {Place} place */
export const addressOf = ({ view, id, ...filters }) => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value)
  const words = query.toString()
  return `#/${view}${id ? `/${encodeURIComponent(id)}` : ''}${words && `?${words}`}`
}

/** @param {string} text */
const decode = (text) => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
