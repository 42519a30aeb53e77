import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Plugin, ShulianError, type Work } from '../../../gateway/contracts/index.js'
import { type Held, heldAnswers } from './held.js'
import { manyWorks, memberViews, works } from './works.js'

/** What a test turns: how slow and how broken the calls behind the page are; and what was asked. */
export interface Controls {
  /** Answers that wait, by the query, or by `suggest` and what was typed. */
  held: Held
  /** What the answer to a query says besides, or instead. */
  says: Record<string, object>
  /** Works that are recommended, by the query. */
  bestBets: Record<string, { note: string; works: string[] }>
  /** Resolves when the list of members may be given. */
  membersGate: Promise<void>
  /** The next calls of search fail so. */
  searchFails: boolean
  /** Resolves when availability may answer. */
  availabilityGate: Promise<void>
  /** What the words may become, by what was typed; nothing is suggested for others. */
  completions: Record<string, { kind: string; text: string; highlight: string }[]>
  calls: string[]
  outcomes: unknown[]
  cases: { kind: string; text: string; work?: string; member?: string }[]
}

export const controls = (): Controls => ({
  held: heldAnswers(),
  says: {},
  bestBets: {},
  membersGate: Promise.resolve(),
  searchFails: false,
  availabilityGate: Promise.resolve(),
  completions: {},
  calls: [],
  outcomes: [],
  cases: [],
})

const all = [...works, ...manyWorks]
const open = { config: { access: 'anyone' }, schema: { hide: true } } as const
const signedIn = { config: { access: 'reader' }, schema: { hide: true } } as const

/** The calls that the page makes, over a few works in memory: the page is tested, not the search. */
export const library = (turn: Controls): Plugin => ({
  name: 'library',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ routes: (app) => routes(app, turn) }),
})

type Query = Record<string, string | string[] | undefined>

const routes = (app: FastifyInstance, turn: Controls): void => {
  app.get<{ Querystring: Query }>('/v1/search', open, async ({ query, url }, reply) => {
    turn.calls.push(url)
    await turn.held.wait(String(query['q']), reply)
    if (turn.searchFails)
      throw new ShulianError('INDEX_AWAY', 'The search engine is being rebuilt.', { status: 503 })
    return { ...search(query), ...bestBetOf(turn, String(query['q'])), ...turn.says[String(query['q'])] }
  })
  app.get<{ Querystring: { q: string } }>('/v1/suggest', open, async ({ query: { q } }, reply) => {
    await turn.held.wait(`suggest ${q}`, reply)
    return { completions: turn.completions[q] ?? [] }
  })
  app.post('/v1/search/outcomes', open, ({ body }, reply) => {
    turn.outcomes.push(body)
    return reply.status(204).send()
  })
  app.get('/v1/members', open, async () => {
    await turn.membersGate
    return { members: memberViews }
  })
  app.get('/v1/services', open, () => ({
    services: ['university', 'public'].map((member) => ({
      member,
      name: 'availability',
      state: 'up',
      since: null,
    })),
  }))
  app.get<{ Params: { id: string } }>('/v1/works/:id', open, ({ params }) => find(params.id))
  app.get<{ Params: { id: string }; Querystring: { style: string } }>(
    '/v1/works/:id/citation',
    open,
    ({ params, query }, reply) =>
      reply
        .type('text/plain; charset=utf-8')
        .send(
          `[${query.style}] ${find(params.id).description.titles[0]?.value}[M]. 北京: 人民文学出版社, 1996.`,
        ),
  )
  app.get<{ Params: { id: string } }>('/v1/works/:id/why', open, ({ params }) => whyOf(find(params.id)))
  app.get<{ Params: { id: string } }>('/v1/works/:id/availability', open, async ({ params }) => {
    await turn.availabilityGate
    return availabilityOf(find(params.id))
  })
  feedbackRoutes(app, turn)
}

const feedbackRoutes = (app: FastifyInstance, turn: Controls): void => {
  const seen = new Set<string>()
  app.post<{ Body: Controls['cases'][number] }>('/v1/feedback', signedIn, ({ body }, reply) => {
    turn.cases.push(body)
    return reply.code(201).send({
      case: {
        id: `c_${turn.cases.length}`,
        ...body,
        state: 'open',
        response: { workingDays: 3, dueAt: '2026-03-05T08:00:00.000Z' },
      },
    })
  })
  app.get('/v1/me/inbox', signedIn, () => {
    const messages = turn.cases.map((_, index) => ({
      id: `n_${index}`,
      case: `c_${index + 1}`,
      kind: 'reply',
      text: '已更正，谢谢。<b>馆员</b>',
      at: '2026-03-03T08:00:00.000Z',
      ...(seen.has(`n_${index}`) ? { readAt: '2026-03-03T09:00:00.000Z' } : {}),
    }))
    return { total: messages.length, unread: messages.length - seen.size, messages }
  })
  app.post<{ Params: { id: string } }>('/v1/me/inbox/:id/read', signedIn, ({ params }) => {
    seen.add(params.id)
    return { message: { id: params.id } }
  })
}

const find = (id: string): Work => {
  const work = all.find((one) => one.id === id)
  if (!work) throw new ShulianError('WORK_UNKNOWN', `There is no work '${id}'.`, { status: 404 })
  return work
}

const whyOf = ({ id, holdings }: Work) => ({
  work: id,
  records: holdings.map(({ recordId, source, sourceId }) => ({ id: recordId, source, sourceId })),
  pairs: holdings.slice(1).map(({ recordId }) => ({
    a: holdings[0]?.recordId,
    b: recordId,
    outcome: 'version',
    score: 61,
    rules: '1',
    evidence: [
      { name: 'year', agreement: 'differs', a: '1996', b: '2008', points: -4 },
      { name: 'title', agreement: 'same', a: '红楼梦', b: '红楼梦', points: 30 },
      { name: 'agents', agreement: 'unknown', points: 0 },
      {
        name: 'isbn',
        agreement: 'same',
        a: '9787020002207',
        b: '9787020002207',
        points: 35,
        reason: { zh: '只作证据：书号会重复使用。', en: 'Evidence, no verdict: numbers are used twice.' },
      },
    ],
  })),
  outside: [
    {
      work: 'w_2',
      cut: 'volume',
      score: 88,
      evidence: [{ name: 'title', agreement: 'same', a: '红楼梦 下册', b: '红楼梦 下册', points: 45 }],
    },
  ],
  words: [{ number: 1, kind: 'merge', at: '2026-03-01T08:00:00.000Z', reason: '核对原书' }],
})

/** The university’s system answers; the public library’s is away. */
const availabilityOf = ({ holdings }: Work) => ({
  availability: holdings
    .filter(({ member }) => member === 'university')
    .map(({ sourceId }) => ({
      recordId: sourceId,
      asOf: '2026-03-02T08:30:00.000Z',
      items: [
        { id: '1', holding: '总馆 三楼', status: '在架', services: { loan: { available: true } } },
        {
          id: '2',
          holding: '东区分馆',
          services: {
            loan: { available: false, expected: '2026-03-20', queue: 2 },
            presentation: { available: true },
          },
        },
      ],
    })),
  partial: holdings
    .filter(({ member }) => member === 'public')
    .map(({ member }) => ({ member, reason: 'UPSTREAM_DEADLINE' })),
})

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

const bestBetOf = ({ bestBets }: Controls, q: string) => {
  const { note, works: ids } = bestBets[q] ?? { note: '', works: [] }
  return ids.length === 0 ? {} : { bestBet: { number: 1, note, hits: ids.map((id) => toHit(find(id), q)) } }
}

const search = (query: Query) => {
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

const toHit = ({ id, description, holdings }: Work, q: string) => {
  const title = description.titles[0]?.value ?? ''
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
