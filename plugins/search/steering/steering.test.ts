import t, { type Test } from 'tap'
import type { SearchAnswer } from '../../../gateway/contracts/index.js'
import { testKernel } from '../../../gateway/testing.js'
import { search } from '../index.js'
import { description, fakeCatalogue, fakeMembers, present, titles } from '../testing.js'
import type { Effect, Placed } from './effect.js'
import type { SaidRule } from './rule.js'

const book = (id: string, title: string, year = '2001') =>
  present(id, description({ titles: titles(title), dates: [{ kind: 'issued', edtf: year, text: year }] }))

const shelf = [
  book('typed', '电脑入门'),
  book('meant', '计算机入门', '2010'),
  book('other', '入门诗选'),
  book('infarction', 'Myocardial infarction and its treatment'),
  book('night', 'A heart attack at night'),
  book('cat', '猫的历史'),
]

const synonym = (from: string, to: string, bothWays = false) => ({ kind: 'synonym', from, to, bothWays })
const bestBet = (q: string, works: string[], more = {}) => ({
  kind: 'best-bet',
  q,
  works,
  note: '课程用书',
  ...more,
})

type Body = { rule?: SaidRule; effects: Effect[]; code?: string }

const opened = async (t: Test) => {
  let now = new Date('2026-11-26T08:00:00Z')
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({
    plugins: [fakeMembers([]), catalogue.plugin, search],
    now: () => now,
  })
  t.teardown(kernel.close)
  for (const one of shelf) catalogue.works.set(one.id, one)
  await catalogue.announce(shelf.map(({ id }) => id))
  const call = async (url: string, payload?: object) => {
    const answer = await kernel.app.inject({
      url,
      headers: { authorization: `Bearer ${kernel.operator}` },
      ...(payload ? { method: 'POST' as const, payload } : {}),
    })
    return { status: answer.statusCode, body: answer.json() }
  }
  const say = async (rule: object, more: object = {}): Promise<{ status: number; body: Body }> =>
    call('/v1/search/rules', { rule, ...more })
  const find = async (q: string, more = ''): Promise<SearchAnswer> =>
    (await kernel.app.inject(`/v1/search?q=${encodeURIComponent(q)}&explain=true${more}`)).json()
  const ids = async (q: string, more = '') => (await find(q, more)).hits.map(({ id }) => id)
  const turn = (to: string) => {
    now = new Date(to)
  }
  return { kernel, catalogue, call, say, find, ids, turn }
}

t.test('a synonym finds what was not typed, behind what was, and each hit says of what', async (t) => {
  const { say, find, ids } = await opened(t)
  t.same(await ids('电脑入门'), ['typed'])
  t.equal((await say(synonym('電腦', '计算机'))).status, 200)
  const { hits, explanation } = await find('电脑入门')
  t.same(
    hits.map(({ id, why }) => [id, why?.manner, why?.synonymOf]),
    [
      ['typed', 'as typed', undefined],
      ['meant', 'synonym', ['電腦']],
    ],
  )
  t.match(hits[1]?.highlights['title'], '<mark>计算机入门</mark>')
  t.same(explanation?.stages[0]?.ways.at(-1), {
    manner: 'synonym',
    terms: ['计 算 机 入 门'],
    synonymOf: ['電腦'],
  })
  t.same(await ids('计算机入门'), ['meant'], 'and not the other way round')
  t.same(await ids('"电脑入门"'), ['typed'], 'nor where the words are meant as they are')
})

t.test(
  'of titles alike the typed one is first, but one that begins with a synonym is not buried',
  async (t) => {
    const { say, catalogue, ids } = await opened(t)
    for (const [id, title] of [
      ['inside', '家用电脑'],
      ['insideMeant', '家用计算机'],
      ['begins', '电脑组装'],
      ['beginsMeant', '计算机组装'],
    ] as const)
      catalogue.works.set(id, book(id, title))
    await catalogue.announce(['inside', 'insideMeant', 'begins', 'beginsMeant'])
    await say(synonym('电脑', '计算机'))
    const found = (await ids('电脑')).filter((id) => /^(?:inside|begins)/.test(id))
    t.same(found, ['begins', 'beginsMeant', 'inside', 'insideMeant'])
  },
)

t.test('a synonym in a heading, which is not shown with a hit, is told as one', async (t) => {
  const { say, find, catalogue } = await opened(t)
  const heading = (value: string) => [{ kind: 'topic', value }]
  const deep = (id: string, title: string, more: object) =>
    catalogue.works.set(id, present(id, description({ titles: titles(title), ...more })))
  deep('heading', '信息技术基础', { subjects: heading('计算机') })
  deep('typedHeading', '办公自动化', { subjects: heading('电脑') })
  deep('both', '信息与社会', { subjects: heading('计算机; 电脑') })
  await catalogue.announce(['heading', 'typedHeading', 'both'])
  await say(synonym('电脑', '计算机'))
  const { hits } = await find('电脑')
  t.same(Object.fromEntries(hits.map(({ id, why }) => [id, [why?.manner, why?.synonymOf, why?.fields]])), {
    typed: ['as typed', undefined, ['title']],
    meant: ['synonym', ['电脑'], ['title']],
    heading: ['synonym', ['电脑'], []],
    typedHeading: ['as typed', undefined, []],
    both: ['as typed', undefined, []],
  })
})

t.test('a phrase of several words, both ways, and in another script', async (t) => {
  const { say, ids } = await opened(t)
  await say(synonym('Heart Attack', 'myocardial infarction', true))
  await say(synonym('电脑', 'computer'))
  await say(synonym('cat', '猫'))
  t.same(await ids('heart attack treatment'), ['infarction'])
  t.same((await ids('heart attack')).sort(), ['infarction', 'night'])
  t.same((await ids('Myocardial Infarction')).sort(), ['infarction', 'night'])
  t.same(await ids('heart'), ['night'], 'half of the phrase is not the phrase')
  t.same(await ids('cat 历史'), ['cat'])
})

t.test('what was put in is not looked up in turn', async (t) => {
  const { say, ids } = await opened(t)
  await say(synonym('计算机', '电脑', true))
  await say(synonym('电脑', '猫', true))
  t.same((await ids('计算机')).sort(), ['meant', 'typed'])
})

t.test('the effect is shown before it is said: what moves, from where to where', async (t) => {
  const { say, ids, call } = await opened(t)
  const places = (hits: Placed[]) => hits.map(({ id, other }) => [id, other])
  const { body } = await say(synonym('电脑', '计算机'), { preview: true, q: '电脑入门' })
  t.equal(body.rule, undefined)
  t.match(body.effects, [{ q: '电脑入门', before: { total: 1 }, after: { total: 2 } }])
  t.same(places(body.effects[0]!.before.hits), [['typed', 1]])
  t.same(places(body.effects[0]!.after.hits), [
    ['typed', 1],
    ['meant', null],
  ])
  t.same(await ids('电脑入门'), ['typed'], 'nothing is changed by it')
  t.same((await call('/v1/search/rules')).body.rules, [])
  const both = await say(synonym('电脑', '计算机', true), { preview: true })
  t.same(
    both.body.effects.map(({ q }) => q),
    ['电脑', '计算机'],
    'both of its own queries, where none is asked about',
  )
})

t.test(
  'who said what, and when, is told; what is taken back does nothing and is not forgotten',
  async (t) => {
    const { say, ids, call } = await opened(t)
    const { body } = await say(synonym('电脑', '计算机'))
    t.match(body.rule, { number: 1, by: 'operator', at: '2026-11-26T08:00:00.000Z' })
    t.match((await call('/v1/search/rules')).body.rules, [{ number: 1, rule: synonym('电脑', '计算机') }])
    const shown = await call('/v1/search/rules/1/undo', { preview: true })
    t.match(shown.body.effects, [{ before: { total: 2 }, after: { total: 1 } }])
    t.equal((await ids('电脑入门')).length, 2)
    const undone = await call('/v1/search/rules/1/undo', {})
    t.match(undone.body.rule, { undone: { by: 'operator' } })
    t.same(await ids('电脑入门'), ['typed'])
    t.same((await call('/v1/search/rules')).body.rules, [])
    t.match((await call('/v1/search/rules?state=undone')).body.rules, [
      { number: 1, undone: { by: 'operator' } },
    ])
    t.match(await call('/v1/search/rules/1/undo', {}), { status: 404, body: { code: 'RULE_UNKNOWN' } })
  },
)

t.test('a best bet is first, says why, and is no part of what is counted', async (t) => {
  const { say, find, ids } = await opened(t)
  const before = await find('入门')
  const { body } = await say(bestBet('入門', ['cat', 'other']))
  t.match(body.effects[0]?.after.hits.slice(0, 2), [
    { id: 'cat', other: null, isBestBet: true },
    { id: 'other', isBestBet: true },
  ])
  const { bestBet: best, hits, total } = await find('入门')
  t.match(best, { number: 1, note: '课程用书' })
  t.same(
    best?.hits.map(({ id, why }) => [id, why?.manner]),
    [
      ['cat', 'best bet'],
      ['other', 'best bet'],
    ],
  )
  t.equal(total, before.total)
  t.notOk(
    hits.some(({ id }) => id === 'other'),
    'no work is there twice',
  )
  t.notOk((await ids('入门', '&offset=1')).includes('other'), 'nor on another page')
  t.equal((await find('入门', '&offset=1')).bestBet, undefined)
  t.equal((await find('入门', '&sort=title')).bestBet, undefined)
  t.equal((await find('入门 诗')).bestBet, undefined, 'it is for this query alone')
  t.equal((await find('入门', '&year=1990..1999')).bestBet, undefined, 'filters are kept to')
  t.equal((await find('入门', '&year=2001&type=book')).bestBet?.hits.length, 2)
})

t.test('a best bet ends after its last day, and a work that is gone is left out', async (t) => {
  const { say, find, call, turn, catalogue } = await opened(t)
  await say(bestBet('入门', ['cat', 'other'], { until: '2026-11-30' }))
  catalogue.works.delete('cat')
  t.same(
    (await find('入门')).bestBet?.hits.map(({ id }) => id),
    ['other'],
  )
  t.match((await call('/v1/search/rules')).body.rules[0].works, [
    { id: 'cat' },
    { id: 'other', title: '入门诗选' },
  ])
  catalogue.merged.set('cat', 'meant')
  t.same(
    (await find('入门')).bestBet?.hits.map(({ id }) => id),
    ['meant', 'other'],
    'or is another now',
  )
  turn('2026-11-30T23:00:00Z')
  t.match((await find('入门')).bestBet, { until: '2026-11-30' })
  turn('2026-12-01T00:00:00Z')
  t.equal((await find('入门')).bestBet, undefined)
  t.match((await call('/v1/search/rules')).body.rules, [{ isOver: true }])
})

t.test('what says nothing, says it twice, or runs in a circle is refused with what to do', async (t) => {
  const { say, call } = await opened(t)
  await say(synonym('a1', 'b1'))
  await say(synonym('b1', 'c1'))
  await say(synonym('x1', 'y1', true))
  await say(bestBet('入门', ['cat']))
  const cases: [rule: object, status: number, code: string][] = [
    [synonym('红楼梦', '紅樓夢'), 422, 'RULE_INVALID'],
    [synonym('!?', 'b'), 422, 'RULE_INVALID'],
    [synonym('一二三四五六七八九十一二三', 'b'), 422, 'RULE_INVALID'],
    [synonym('A1', 'B1'), 409, 'RULE_KNOWN'],
    [synonym('y1', 'x1'), 409, 'RULE_KNOWN'],
    [synonym('b1', 'a1'), 409, 'SYNONYM_LOOP'],
    [synonym('c1', 'a1'), 409, 'SYNONYM_LOOP'],
    [synonym('x'.repeat(61), 'b'), 400, 'INPUT_INVALID'],
    [bestBet('入門！', ['other']), 409, 'RULE_KNOWN'],
    [bestBet('诗', ['nobody']), 422, 'RULE_INVALID'],
    [bestBet('诗', ['cat'], { until: '2026-11-25' }), 422, 'RULE_INVALID'],
    [bestBet('诗', ['cat'], { until: '2036-11-25' }), 422, 'RULE_INVALID'],
    [bestBet('诗', ['cat', 'cat']), 400, 'INPUT_INVALID'],
    [bestBet('诗', ['cat'], { note: ' ' }), 422, 'RULE_INVALID'],
  ]
  for (const [rule, status, code] of cases) {
    const answer = await say(rule, { preview: true })
    t.match(answer, { status, body: { code } }, JSON.stringify(rule))
  }
  t.match((await say(synonym('c1', 'a1'))).body, { detail: /Synonyms 1, 2 lead from 'a1' back to 'c1'/ })
  t.equal((await say(synonym('b1', 'a1', true))).status, 200, 'a circle that is meant goes both ways')
  for (const to of ['d1', 'd2', 'd3', 'd4', 'd5']) await say(synonym('d', to))
  t.match(await say(synonym('d', 'd6')), { status: 409, body: { code: 'RULES_FULL' } })
  t.equal((await call('/v1/search/rules')).body.rules.length, 10)
})

t.test('rules are the operator’s alone', async (t) => {
  const { kernel } = await opened(t)
  for (const [method, url] of [
    ['GET', '/v1/search/rules'],
    ['POST', '/v1/search/rules'],
    ['POST', '/v1/search/rules/1/undo'],
  ] as const) {
    const payload = method === 'POST' ? { rule: synonym('a', 'b') } : undefined
    t.equal((await kernel.app.inject({ method, url, ...(payload && { payload }) })).statusCode, 401)
  }
})
