import type { Work } from '../../../gateway/contracts/index.js'
import { manyWorks, works } from './works.js'

export type Query = Record<string, string | string[] | undefined>

export const all = [...works, ...manyWorks]

const facetsOf: Record<string, (work: Work) => string[]> = {
  type: ({ description }) => [description.type],
  member: ({ holdings }) => holdings.map(({ member }) => member),
  language: ({ description }) => description.languages.map(({ code }) => code),
  subject: ({ description }) => description.subjects.map(({ value }) => value),
  class: ({ description }) =>
    description.classes.flatMap(({ value }) => [value.slice(0, 1), value.slice(0, 2)]),
  year: ({ description }) => [description.dates[0]?.edtf ?? ''],
}

/** What fits the words and the filters, but for one: a facet is counted without what is chosen in it. */
const fitting = (query: Query, without?: string): Work[] => {
  const q = String(query['q'] ?? '')
  const [from, to] = (without === 'year' ? '..' : String(query['year'] ?? '..')).split('..')
  return all.filter((work) => {
    const year = Number(facetsOf['year']?.(work)[0])
    const words = `${work.description.titles.map(({ value }) => value).join(' ')} ${work.description.agents[0]?.names[0]?.value}`
    const isChosen = Object.entries(facetsOf).every(
      ([name, values]) =>
        name === 'year' ||
        name === without ||
        query[name] === undefined ||
        [query[name]].flat().some((value) => values(work).includes(String(value))),
    )
    return (
      isChosen &&
      words.toLowerCase().includes(q.toLowerCase()) &&
      year >= Number(from || 0) &&
      year <= Number(to || 9999)
    )
  })
}

/** What `/v1/search` answers, over a few works in memory. */
export const search = (query: Query) => {
  const q = String(query['q'] ?? '')
  const found = fitting(query)
  const offset = Number(query['offset'] ?? 0)
  return {
    total: found.length,
    totalIsExact: true,
    hits: found.slice(offset, offset + Number(query['limit'] ?? 20)).map((work) => toHit(work, q)),
    facets: Object.fromEntries(
      String(query['facets'] ?? '')
        .split(',')
        .map((name) => [name, counts(fitting(query, name).flatMap((work) => facetsOf[name]?.(work) ?? []))]),
    ),
    histogram: counts(fitting(query, 'year').flatMap((work) => facetsOf['year']?.(work) ?? []))
      .map(({ value, count }) => ({ from: Number(value), to: Number(value), count }))
      .sort((one, other) => one.from - other.from),
    ...(q === '红搂梦'
      ? { didYouMean: '红楼梦', help: [{ reason: 'spelling', q: '红楼梦', total: 3 }] }
      : {}),
    ...(found.length === 0 && query['type'] !== undefined
      ? { help: [{ reason: 'filters', total: fitting({ q }).length }] }
      : {}),
    partial: [],
    tookMs: 4,
  }
}

const classNames: Record<string, { label: string; labelEn: string }> = {
  I: { label: '文学', labelEn: 'Literature' },
  I2: { label: '中国文学', labelEn: 'Chinese literature' },
}

const counts = (values: string[]) =>
  [...new Set(values)]
    .map((value) => ({ value, count: values.filter((one) => one === value).length, ...classNames[value] }))
    .sort((one, other) => other.count - one.count)

const escapeHtml = (text: string) =>
  text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')

export const toHit = ({ id, description, holdings }: Work, q: string) => {
  const { value: title = '', subtitle } = description.titles[0] ?? {}
  return {
    id,
    title,
    agents: description.agents.map(({ names }) => names[0]?.value ?? ''),
    year: Number(description.dates[0]?.edtf),
    type: description.type,
    languages: description.languages.map(({ code }) => code),
    highlights: {
      title: q
        ? escapeHtml(title).replaceAll(escapeHtml(q), (found) => `<mark>${found}</mark>`)
        : escapeHtml(title),
      // Told where it was found there: longer than the title, as many are.
      ...(subtitle && q === '楼梦魇' && { subtitle: `<mark>${escapeHtml(subtitle)}</mark>，张爱玲著` }),
      ...(description.abstracts[0] ? { abstract: escapeHtml(description.abstracts[0].value) } : {}),
    },
    holdings: holdings.map(({ member, source, recordId, sourceId }) => ({
      member,
      source,
      recordId,
      sourceId,
    })),
    score: 1,
  }
}
