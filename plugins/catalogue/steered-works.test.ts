import t from 'tap'
import { recordIdOf } from './ids.js'
import { rematchTopic } from './rematch.js'
import { openCatalogue, put, remove } from './testing.js'

const walden = { title: 'Walden, or Life in the woods', isbn: '9780691096124', author: 'Thoreau, H.' }
const chinese = { title: '瓦尔登湖', isbn: '9787532705481', author: '梭罗' }

/** Two works of three members: four records of one, three of the other. */
const openSteered = async (t: Parameters<typeof openCatalogue>[0]) => {
  const open = await openCatalogue(t)
  await open.push('one/main', [put({ id: '1', ...walden, year: '1954' }), put({ id: '2', ...walden })])
  await open.push('two/main', [put({ id: '3', ...walden }), put({ id: '4', ...walden, publisher: 'Norton' })])
  await open.push('one/main', [put({ id: '5', ...chinese }), put({ id: '6', ...chinese, year: '1997' })])
  await open.push('two/main', [put({ id: '7', ...chinese })])
  const headers = { authorization: `Bearer ${open.gateway.operatorToken}` }
  const post = async (url: string, payload: object) => {
    const answer = await open.app.inject({ method: 'POST', url, payload, headers })
    return { status: answer.statusCode, ...answer.json() }
  }
  const sourceOf = (id: string) => (['1', '2', '5', '6'].includes(id) ? 'one/main' : 'two/main')
  const all = ['1', '2', '3', '4', '5', '6', '7']
  const workOf = (id: string) => open.workIdOf(sourceOf(id), id)
  /** `1234 567`: who stands with whom. */
  const together = async () => {
    const works = new Map<string, string>()
    for (const id of all) {
      const work = await workOf(id)
      if (work) works.set(work, (works.get(work) ?? '') + id)
    }
    return [...works.values()].sort().join(' ')
  }
  /** What readers see of it. */
  const seen = async () => {
    const ids = [...new Set(await Promise.all(all.map(workOf)))].sort()
    const works = await Promise.all(ids.map((id) => open.get(`/v1/works/${id}`)))
    return works.map(({ version: _, updatedAt: __, ...rest }) => rest)
  }
  return { ...open, post, sourceOf, workOf, together, seen, all }
}

t.test('a merge of works of many records is taken back whole, and no id leads nowhere', async (t) => {
  const { post, workOf, together, seen, get } = await openSteered(t)
  t.equal(await together(), '1234 567')
  const before = await seen()
  const ids = [await workOf('1'), await workOf('5')] as string[]
  const { word } = await post(`/v1/works/${ids[1]}/merge`, { works: [ids[0]] })
  t.equal(await together(), '1234567')
  const [joined] = await seen()
  t.equal(joined.holdings.length, 7)
  const titles = joined.description.titles.map(({ value }: { value: string }) => value)
  t.ok(titles.includes(walden.title) && titles.includes(chinese.title))
  for (const id of ids) t.equal((await get(`/v1/works/${id}`)).id, joined.id)
  const split = await post(`/v1/works/${joined.id}/split`, {
    records: [recordIdOf('two/main', '4'), recordIdOf('one/main', '6')],
  })
  t.equal(await together(), '12357 46')
  await post(`/v1/works/${await workOf('4')}/undo`, { word: split.word })
  t.equal(await together(), '1234567')
  await post(`/v1/works/${joined.id}/undo`, { word })
  t.same(await seen(), before, 'every holding and every title is where it was')
  for (const id of ids) t.equal((await get(`/v1/works/${id}`)).id, id)
})

t.test('decisions outlast other titles, deletions, returns and new records', async (t) => {
  const open = await openSteered(t)
  const { post, push, workOf, together } = open
  await post(`/v1/works/${await workOf('1')}/merge`, { works: [await workOf('5')] })
  await push('two/main', [put({ id: '7', ...chinese, title: '湖滨散记', isbn: '9787020002207' })])
  t.equal(await together(), '1234567', 'a record that bears another title now')
  await push('one/main', [remove('1'), remove('5')])
  t.equal(await together(), '23467', 'what the two sides still have')
  await push('one/main', [put({ id: '1', ...walden }), put({ id: '5', ...chinese })])
  t.equal(await together(), '1234567', 'and those that come back')
  const { word } = await post(`/v1/works/${await workOf('1')}/split`, {
    records: ['5', '6', '7'].map((id) => recordIdOf(open.sourceOf(id), id)),
  })
  t.equal(await together(), '1234 567', 'the newer word stands')
  await push('two/main', [put({ id: '7', ...walden })])
  t.equal(await together(), '1234 567', 'though it now says what the others say')
  await push('one/main', [put({ id: '8', ...walden }), put({ id: '9', ...chinese })])
  t.equal(await together(), '1234 567', 'nor do new records bring them together')
  await post(`/v1/works/${await workOf('5')}/undo`, { word })
  t.equal(await together(), '1234567')
})

t.test('decisions outlast other rules', async (t) => {
  const { post, workOf, together, database, gateway } = await openSteered(t)
  await post(`/v1/works/${await workOf('1')}/merge`, { works: [await workOf('5')] })
  await post(`/v1/works/${await workOf('1')}/split`, { records: [recordIdOf('two/main', '4')] })
  const before = await together()
  t.equal(before, '123567 4')
  await database.updateTable('catalogueMatching').set({ rules: 'older' }).execute()
  await gateway.start()
  await gateway.jobs.caughtUp(rematchTopic)
  t.same(await database.selectFrom('catalogueMatching').select('phase').execute(), [{ phase: 'done' }])
  t.equal(await together(), before)
})

t.test('what was decided on one pair keeps the two apart when each finds other company', async (t) => {
  const { post, push, workOf, together, app, gateway } = await openSteered(t)
  const headers = { authorization: `Bearer ${gateway.operatorToken}` }
  const [a, b] = [recordIdOf('one/main', '2'), recordIdOf('two/main', '3')].sort()
  const { status } = await post(`/v1/matches/${a}~${b}`, { says: 'apart', reason: 'compared on the shelf' })
  t.equal(status, 200)
  t.not(await workOf('2'), await workOf('3'))
  await push('two/main', [put({ id: '3', ...walden, year: '1971' })])
  t.not(await workOf('2'), await workOf('3'))
  const decided = (await app.inject({ url: '/v1/matches?state=decided', headers })).json().matches
  t.match(decided, [{ id: `${a}~${b}`, word: { says: 'apart', reason: 'compared on the shelf' } }])
  await post(`/v1/works/${await workOf('2')}/undo`, { word: decided[0]?.word.number })
  t.equal(await together(), '1234 567')
})

t.test('a decision on two records that no longer meet is found, and taken back', async (t) => {
  const { post, push, workOf, app, gateway } = await openSteered(t)
  const headers = { authorization: `Bearer ${gateway.operatorToken}` }
  const decided = async (query = '') =>
    (await app.inject({ url: `/v1/matches?state=decided${query}`, headers })).json().matches
  const pairOf = (one: string, other: string) =>
    [recordIdOf('one/main', one), recordIdOf('two/main', other)].sort().join('~')
  await post(`/v1/matches/${pairOf('2', '3')}`, { says: 'same' })
  await post(`/v1/matches/${pairOf('2', '4')}`, { says: 'same' })
  await post(`/v1/matches/${pairOf('6', '7')}`, { says: 'same' })
  await push('one/main', [
    put({
      id: '2',
      title: 'On the duty of civil disobedience',
      isbn: '9780140390445',
      author: 'Emerson, R.',
    }),
  ])
  t.equal(await workOf('2'), await workOf('3'), 'the decision stands')
  const all = await decided()
  t.same(
    all.map(({ id }: { id: string }) => id),
    [pairOf('6', '7'), ...[pairOf('2', '3'), pairOf('2', '4')].sort()],
    'those that the rules keep, then the others',
  )
  t.match(all[1], { outcome: 'apart', word: { says: 'same' }, records: [{}, {}] })
  const paged = []
  for (let after = ''; ; after = `&after=${paged.at(-1).id}`) {
    const page = await decided(`&limit=1${after}`)
    if (page.length === 0) break
    paged.push(...page)
  }
  t.same(paged, all, 'page by page')
  t.same(await decided('&member=three'), [])
  t.same(await decided('&member=two'), all)
  for (const { word, id } of all.slice(1))
    t.equal((await post(`/v1/works/${await workOf('2')}/undo`, { word: word.number })).status, 200, id)
  t.not(await workOf('2'), await workOf('3'))
  t.same(await decided(), all.slice(0, 1))
})

t.test('a decision on a deleted record hides none that stands behind it', async (t) => {
  const { post, push, app, gateway } = await openSteered(t)
  const headers = { authorization: `Bearer ${gateway.operatorToken}` }
  const pairOf = (id: string) => [recordIdOf('one/main', '2'), recordIdOf('two/main', id)].sort().join('~')
  const [first = '', second = ''] = ['3', '4'].sort((a, b) => (pairOf(a) < pairOf(b) ? -1 : 1))
  for (const id of [first, second]) await post(`/v1/matches/${pairOf(id)}`, { says: 'same' })
  const other = { title: 'On the duty of civil disobedience', isbn: '9780140390445', author: 'Emerson, R.' }
  await push('one/main', [put({ id: '2', ...other })])
  await push('two/main', [remove(first)])
  const page = (await app.inject({ url: '/v1/matches?state=decided&limit=1', headers })).json().matches
  t.match(page, [{ id: pairOf(second) }])
})
