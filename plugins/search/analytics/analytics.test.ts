import t, { type Test } from 'tap'
import { testKernel } from '../../../gateway/testing.js'
import { search } from '../index.js'
import { description, fakeCatalogue, fakeMembers, present, titles } from '../testing.js'
import { createOutcomes } from './outcomes.js'
import type { SearchAnalytics } from './store.js'

interface Sent {
  q: string
  total?: number
  outcome?: 'opened' | 'rephrased' | 'abandoned'
  to?: string
}

const opened = async (t: Test) => {
  const catalogue = fakeCatalogue()
  const kernel = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, search] })
  t.teardown(kernel.close)
  catalogue.works.set('w1', present('w1', description({ titles: titles('红楼梦') })))
  await catalogue.announce(['w1'])
  /** So many readers, each at an address of their own. */
  const tell = async (readers: number, { q, total = 3, outcome = 'opened', to }: Sent) => {
    for (let reader = 1; reader <= readers; reader++) {
      const { statusCode } = await kernel.app.inject({
        method: 'POST',
        url: '/v1/search/outcomes',
        remoteAddress: `192.0.2.${reader}`,
        payload: { q, total, outcome, language: 'zh', ...(to && { to }) },
      })
      t.equal(statusCode, 204)
    }
  }
  const report = async () =>
    (
      await kernel.app.inject({
        url: '/v1/search/analytics',
        headers: { authorization: `Bearer ${kernel.operator}` },
      })
    ).json<SearchAnalytics>()
  return { ...kernel, tell, report }
}

t.test('what ten have asked is counted by how it ended; what fewer have asked is nowhere', async (t) => {
  const { tell, report } = await opened(t)
  await tell(12, { q: '红楼梦' })
  await tell(11, { q: '红搂梦', total: 0, outcome: 'rephrased', to: '红楼梦' })
  await tell(10, { q: '脂砚斋', outcome: 'abandoned' })
  await tell(9, { q: '我的名字', total: 0, outcome: 'abandoned' })
  const { asked, nothingFound, rephrased, abandoned } = await report()
  t.same(asked, [
    { q: '红楼梦', count: 12 },
    { q: '红搂梦', count: 11 },
    { q: '脂砚斋', count: 10 },
  ])
  t.same(nothingFound, [{ q: '红搂梦', count: 11 }])
  t.same(rephrased, [{ q: '红搂梦', to: '红楼梦', count: 11 }])
  t.same(abandoned, [{ q: '脂砚斋', count: 10 }])
})

t.test('one reader who asks again and again is one reader', async (t) => {
  const { tell, report } = await opened(t)
  for (let time = 0; time < 20; time++) await tell(1, { q: '红楼梦' })
  t.same((await report()).asked, [])
  await tell(10, { q: '红楼梦' })
  t.same((await report()).asked, [{ q: '红楼梦', count: 30 }])
})

t.test('groups are told by the language of the page and the script of the words', async (t) => {
  const { tell, report } = await opened(t)
  for (const q of ['红楼梦', '三国', '西游']) await tell(10, { q })
  await tell(9, { q: 'hong lou meng', total: 0 })
  const { groups, totals } = await report()
  t.same(groups, [{ language: 'zh', script: 'Hani', asked: 30, none: 0, rephrased: 0, abandoned: 0 }])
  t.match(totals, { asked: 30, none: 0 })
})

t.test('the queries of one script are listed, and all of it is a table', async (t) => {
  const { app, operator, tell } = await opened(t)
  await tell(10, { q: '红楼梦', outcome: 'rephrased', to: '=1+1' })
  await tell(12, { q: 'dream', total: 0 })
  const get = (url: string) => app.inject({ url, headers: { authorization: `Bearer ${operator}` } })
  const latin = (await get('/v1/search/analytics?script=Latn')).json<SearchAnalytics>()
  t.same(latin.asked, [{ q: 'dream', count: 12 }])
  t.same(latin.rephrased, [])
  t.match(latin.weekly, [{ asked: 22, none: 12, rephrased: 10, abandoned: 0 }])
  t.equal((await get('/v1/search/analytics?script=Cyrl')).statusCode, 400)
  const table = await get('/v1/search/analytics.csv?weeks=1')
  t.match(table.headers['content-disposition'], 'searches.csv')
  t.match(table.body, /^nothingFound,dream,,,,,,12\r$/m)
  t.match(table.body, /^rephrased,红楼梦,'=1\+1,,,,,10\r$/m, 'a spreadsheet runs nothing')
  t.match(table.body, /^groups,,,,zh,Latn,none,12\r$/m)
  t.equal((await app.inject('/v1/search/analytics.csv')).statusCode, 401)
})

t.test('nothing of who asked, and nothing that fewer than ten have asked, is in the database', async (t) => {
  const { tell, report, gateway } = await opened(t)
  await tell(9, { q: 'canary nine' })
  await tell(10, { q: 'canary ten' })
  await report()
  const rows = JSON.stringify(gateway.database.file.raw.prepare('select * from search_count').all())
  t.match(rows, /canary ten/)
  t.notMatch(rows, /canary nine/)
  t.notMatch(rows, /192\.0\.2/)
})

t.test('what many asked and found completes what is typed', async (t) => {
  const { app, tell, report } = await opened(t)
  await tell(10, { q: '红楼梦 程甲本' })
  await tell(10, { q: '红楼梦 没有的', total: 0, outcome: 'abandoned' })
  await report()
  const answer = await app.inject(`/v1/suggest?q=${encodeURIComponent('紅樓夢')}`)
  t.match(answer.json().completions, [
    { kind: 'query', text: '红楼梦 程甲本' },
    { kind: 'title', text: '红楼梦' },
  ])
  t.equal(answer.json().completions.length, 2)
})

t.test('the report is the operator’s alone, and an outcome is checked', async (t) => {
  const { app } = await opened(t)
  t.equal((await app.inject('/v1/search/analytics')).statusCode, 401)
  for (const payload of [
    {},
    { q: '', total: 1, outcome: 'opened', language: 'zh' },
    { q: 'x', reader: 'me' },
  ]) {
    const answer = await app.inject({ method: 'POST', url: '/v1/search/outcomes', payload })
    t.equal(answer.statusCode, 400)
  }
})

t.test('a new week begins with nothing pending, and what cannot be written is kept', async (t) => {
  const written: Map<string, number>[] = []
  let broken = true
  const outcomes = createOutcomes(async (counts) => {
    if (broken) throw new Error('busy')
    written.push(new Map(counts))
  })
  const one = { q: 'x', total: 1, outcome: 'opened', language: 'en' } as const
  const [sunday, monday] = [new Date('2026-11-29T12:00:00Z'), new Date('2026-11-30T12:00:00Z')]
  for (let reader = 0; reader < 9; reader++) outcomes.record(one, `a${reader}`, sunday)
  outcomes.record(one, 'a9', monday)
  await outcomes.flush()
  for (let reader = 0; reader < 10; reader++) outcomes.record(one, `a${reader}`, monday)
  await t.rejects(outcomes.flush())
  broken = false
  await outcomes.flush()
  t.equal(written.length, 1)
  t.same([...written[0]!.values()], [11, 11])
})
