import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { type Plugin, ShulianError, type Work } from '../../../gateway/contracts/index.js'
import { type Held, heldAnswers } from './held.js'
import { all, type Query, search, toHit } from './search.js'
import { memberViews } from './works.js'

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

const open = { config: { access: 'anyone' }, schema: { hide: true } } as const
const signedIn = { config: { access: 'reader' }, schema: { hide: true } } as const

/** The calls that the page makes, over a few works in memory: the page is tested, not the search. */
export const library = (turn: Controls): Plugin => ({
  name: 'library',
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ routes: (app) => routes(app, turn) }),
})

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
      { name: 'carrier', agreement: 'differs', a: 'print', b: 'electronic/pdf', points: -2 },
      { name: 'language', agreement: 'same', a: 'chi', b: 'chi', points: 2 },
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
      a: holdings[0]?.recordId,
      b: 'r_other',
      cut: 'volume of 红楼梦全集',
      score: 88,
      evidence: [{ name: 'title', agreement: 'same', a: '红楼梦', b: '红楼梦 下册', points: 45 }],
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

const bestBetOf = ({ bestBets }: Controls, q: string) => {
  const { note, works: ids } = bestBets[q] ?? { note: '', works: [] }
  return ids.length === 0 ? {} : { bestBet: { number: 1, note, hits: ids.map((id) => toHit(find(id), q)) } }
}
