import { spawnSync } from 'node:child_process'
import { hostname } from 'node:os'
import t from 'tap'
import { pluginSuite } from '../../gateway/suites/plugin-testing.js'
import { named } from '../../standards/agents/testing.js'
import { catalogue } from '../catalogue/index.js'
import { members } from '../members/index.js'
import { graph } from './index.js'
import { openGraph, type TestWork } from './testing.js'

pluginSuite(t, graph, [members, catalogue])

const years = { dates: '1881-1936' }
const luXun: Record<string, TestWork> = {
  w_1: { r_1: { title: '呐喊', agents: [named('鲁迅', years)] }, r_2: { title: '呐喊', agents: ['魯迅'] } },
  w_2: { r_3: { title: '彷徨', agents: [named('鲁迅', years)] } },
  w_3: { r_4: { title: 'Call to arms', agents: [named('Lu, Xun', years), 'Yang, Xianyi'] } },
  w_4: { r_5: { title: '桥梁', agents: ['王伟'] } },
  w_5: { r_6: { title: '园林', agents: ['王伟'] } },
}

t.test('names become agents, each with its works, its other forms and those it worked with', async (t) => {
  const { change, find, get } = await openGraph(t)
  await change(luXun)
  const found = await find('鲁迅')
  t.equal(found.length, 1)
  t.match(found[0], { type: 'person', name: '鲁迅', works: 3, dates: ['1881-1936'] })
  t.same(
    found[0].names.map(({ value }: { value: string }) => value),
    ['鲁迅', 'Lu, Xun', '魯迅'],
  )
  const agent = await get(`/v1/agents/${found[0].id}`)
  t.same(
    agent.items.map(({ title }: { title: string }) => title),
    ['呐喊', '彷徨', 'Call to arms'],
  )
  t.match(agent.items[0], { id: 'w_1', type: 'book', roles: ['aut'] })
  t.match(agent.coAgents, [{ name: 'Yang, Xianyi', works: 1 }])
  t.equal(agent.behind, 0)
})

t.test('works whose job died with its process again and again are in the graph all the same', async (t) => {
  const { works, database, caughtUp, find } = await openGraph(t)
  for (const [id, work] of Object.entries(luXun)) works.set(id, work)
  await database
    .insertInto('outbox')
    .values({
      topic: 'graph.works',
      payload: JSON.stringify({ works: Object.keys(luXun) }),
      createdAt: 0,
      runAt: 0,
      attempts: 3,
      crashes: 2,
      state: 'running',
      claimedBy: `${hostname()} 1 x`,
      claimedPid: spawnSync(process.execPath, ['--version']).pid,
      claimedUntil: Date.now() + 30_000,
    })
    .execute()
  await caughtUp()
  t.equal((await find('鲁迅'))[0]?.works, 3)
})

t.test('two of a common name and nothing else in common are two', async (t) => {
  const { change, find } = await openGraph(t)
  await change(luXun)
  t.equal((await find('王伟')).length, 2)
})

t.test('an agent is found in either order, in either script, and page by page', async (t) => {
  const { change, find, get } = await openGraph(t)
  const works = Object.fromEntries(
    Array.from({ length: 7 }, (_, at) => [
      `w_${at}`,
      { [`r_${at}`]: { title: `t${at}`, agents: ['Wang, Wei'] } },
    ]),
  )
  await change({ ...works, ...luXun })
  for (const q of ['lu xun', 'Xun Lu', '魯迅', '鲁']) t.equal((await find(q)).length, 1, q)
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const page = await get(`/v1/agents?q=wang&limit=3${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.agents.map(({ id }: { id: string }) => id))
    if (!page.cursor) break
    cursor = page.cursor
  }
  t.equal(seen.length, 2)
  t.equal(new Set(seen).size, seen.length, 'each once')
  t.equal((await find('')).length, 6)
})

t.test('anyone can ask why names are one, and what keeps others apart', async (t) => {
  const { change, find, get } = await openGraph(t)
  const others = ['Brown, Alice', 'Green, Robert']
  await change({
    ...luXun,
    w_6: { r_7: { title: 'a', agents: ['Smith, John', ...others] } },
    w_7: { r_8: { title: 'b', agents: ['Smith, J.', ...others] } },
    w_8: { r_9: { title: 'c', agents: ['Smith, James', ...others] } },
  })
  const [{ id }] = await find('鲁迅')
  const why = await get(`/v1/agents/${id}/why`)
  t.equal(why.names.length, 3)
  t.same(
    why.links.map(({ evidence }: { evidence: { kind: string }[] }) => evidence.map(({ kind }) => kind)),
    [
      ['romanised', 'birth', 'death'],
      ['same-short-name', 'work'],
    ],
  )
  t.match(why.links[1].evidence[1], { values: ['w_1'], weight: 4, reason: /one work/ })
  const smiths = await find('smith')
  t.equal(smiths.length, 2)
  const apart = (
    await Promise.all(smiths.map((one: { id: string }) => get(`/v1/agents/${one.id}/why`)))
  ).flatMap((one) => one.apart)
  t.match(apart[0], { veto: 'given', reason: /John/ })
})

t.test('building twice, and in any order of arrival, gives the same things with the same ids', async (t) => {
  const others = ['Brown, Alice', 'Green, Robert']
  const works: Record<string, TestWork> = {
    ...luXun,
    w_6: { r_7: { title: 'a', agents: ['Smith, John', ...others] } },
    w_7: { r_8: { title: 'b', agents: ['Smith, J.', ...others] } },
    w_8: { r_9: { title: 'c', agents: ['Smith, James', ...others] } },
  }
  const one = await openGraph(t)
  await one.change(works)
  const first = await one.state()
  await one.change(works)
  t.same(await one.state(), first, 'twice')
  for (const order of [
    (list: string[]) => list.reverse(),
    (list: string[]) => list.sort((a, b) => (a.slice(-1) > b.slice(-1) ? -1 : 1)),
  ]) {
    const other = await openGraph(t)
    for (const id of order(Object.keys(works))) await other.change({ [id]: works[id] })
    t.same(await other.state(), first)
  }
})

t.test('a record that changes or leaves takes its names with it, and old ids lead on', async (t) => {
  const { change, find, get, app, state } = await openGraph(t)
  const work = (agents: TestWork[string]['agents']): TestWork => ({ r_1: { title: '桥梁', agents } })
  await change({ w_1: work(['王伟']) })
  const empty = { agents: [], mentions: [], clues: [], forms: [], subjects: [], about: [], overflow: [] }
  const [{ id: before }] = await find('王伟')
  await change({ w_1: work([named('王伟', { dates: '1963-' })]) })
  const [{ id: after, dates }] = await find('王伟')
  t.not(after, before)
  t.same(dates, ['1963-'])
  t.equal((await get(`/v1/agents/${before}`)).id, after, 'the old id leads to it')
  await change({ w_2: { r_2: { title: '隧道', agents: [named('王伟', { dates: '1963-' })] } } })
  t.equal((await find('王伟'))[0].works, 2)
  await change({ w_1: undefined, w_2: undefined })
  t.equal((await find('王伟')).length, 0)
  t.equal((await app.inject(`/v1/agents/${after}`)).statusCode, 404)
  t.same(await state(), empty, 'nothing is left behind')
})

t.test('a record that moves to another work moves its names', async (t) => {
  const { change, find, get, works } = await openGraph(t)
  const record = { title: '呐喊', agents: [named('鲁迅', years)] }
  await change({ w_1: { r_1: record, r_2: record } })
  works.set('w_1', { r_1: record })
  await change({ w_2: { r_2: record } })
  const [{ id, works: count }] = await find('鲁迅')
  t.equal(count, 2)
  t.same(
    (await get(`/v1/agents/${id}`)).items.map((one: { id: string }) => one.id),
    ['w_1', 'w_2'],
  )
})

t.test('evidence that too many share joins no one, comes back when fewer do, and is told', async (t) => {
  const { change, find, get, state } = await openGraph(t)
  const others = ['李强', '陈静']
  const many = Object.fromEntries(
    Array.from({ length: 61 }, (_, at) => [
      `w_${at}`,
      { [`r_${at}`]: { title: `题名${at}`, agents: ['王伟', ...others] } },
    ]),
  )
  await change(many)
  const found = await find('王伟')
  t.equal(found.length, 61)
  t.match((await get(`/v1/agents/${found[0].id}/why`)).tooCommon, [
    'co-agent|王伟|李强',
    'co-agent|王伟|陈静',
  ])
  await change({ w_60: undefined })
  t.equal((await find('王伟')).length, 1)
  const { w_60: _, ...fewer } = many
  const other = await openGraph(t)
  await other.change(fewer)
  t.same(await state(), await other.state())
})

t.test('what a source shares with nobody is not shown', async (t) => {
  const { change, find, hidden, app } = await openGraph(t)
  await change({ w_1: { r_1: { title: '秘', agents: ['王伟'], source: 'secret/main' } } })
  const [{ id }] = await find('王伟')
  hidden.add('secret/main')
  t.same(await find('王伟'), [])
  t.equal((await app.inject(`/v1/agents/${id}`)).statusCode, 404)
  t.equal((await app.inject(`/v1/agents/${id}/why`)).statusCode, 404)
})

t.test('what was there before the graph is taken in once it starts', async (t) => {
  const one = await openGraph(t)
  for (const [id, work] of Object.entries(luXun)) one.works.set(id, work)
  t.equal((await one.find('')).length, 0)
  await one.rebuild()
  const other = await openGraph(t)
  await other.change(luXun)
  t.same(await one.state(), await other.state())
})

t.test('a gateway that stops in the middle of a long change goes on with the rest', async (t) => {
  const dataDir = t.testdir({})
  const works = new Map<string, TestWork>(
    Array.from({ length: 400 }, (_, at) => [
      `w_${at}`,
      { [`r_${at}`]: { title: `题名${at}`, agents: [`王${at % 7}`, 'Brown, Alice'] } },
    ]),
  )
  const one = await openGraph(t, { dataDir, works })
  await one.tell([...works.keys()])
  while ((await one.state()).mentions.length === 0) await new Promise(setImmediate)
  t.ok((await one.get('/v1/agents?limit=0')).behind > 0, 'it says that it is behind')
  await one.close()
  const again = await openGraph(t, { dataDir, works })
  await again.caughtUp()
  const whole = await openGraph(t)
  await whole.change(Object.fromEntries(works))
  t.same(await again.state(), await whole.state())
})
