import t from 'tap'
import { recordIdOf } from './ids.js'
import { openCatalogue, put, remove } from './testing.js'

const isbn = '9780691096124'
const walden = {
  title: 'Walden, or Life in the woods',
  isbn,
  author: 'Thoreau, H.',
  year: '1954',
  publisher: 'Norton',
}

/** A catalogue where members one and two each hold Walden. */
const openJoined = async (t: Parameters<typeof openCatalogue>[0]) => {
  const open = await openCatalogue(t)
  await open.push('one/main', [put({ id: '1', ...walden }), put({ id: '2', ...walden })])
  await open.push('two/main', [put({ id: 'x', ...walden })])
  const headers = { authorization: `Bearer ${open.gateway.operatorToken}` }
  const post = async (url: string, payload: object) => {
    const answer = await open.app.inject({ method: 'POST', url, payload, headers })
    return { status: answer.statusCode, ...answer.json() }
  }
  const asked = async (url: string) => (await open.app.inject({ url, headers })).json()
  const places = async () =>
    Promise.all([
      open.workIdOf('one/main', '1'),
      open.workIdOf('one/main', '2'),
      open.workIdOf('two/main', 'x'),
    ])
  return { ...open, post, asked, places }
}

const x = recordIdOf('two/main', 'x')
const idsOf = (works: { records: { sourceId: string }[] }[]) =>
  works.map(({ records }) => records.map(({ sourceId }) => sourceId).sort()).sort()

t.test('a split shows its effect first, then stands, survives the next harvest, and is undone', async (t) => {
  const { post, places, push, get, database } = await openJoined(t)
  const [work] = await places()
  const preview = await post(`/v1/works/${work}/split`, { records: [x], preview: true })
  t.same(idsOf(preview.before), [['1', '2', 'x']])
  t.same(idsOf(preview.after), [['1', '2'], ['x']])
  t.equal(preview.word, undefined)
  t.equal(new Set(await places()).size, 1, 'a preview changes nothing')
  t.same(await database.selectFrom('catalogueWord').selectAll().execute(), [])

  const done = await post(`/v1/works/${work}/split`, { records: [x], reason: 'another book' })
  t.same(idsOf(done.after), [['1', '2'], ['x']])
  const [one, two, other] = await places()
  t.equal(one, two)
  t.not(other, one)
  await push('two/main', [put({ id: 'x', ...walden, year: '1999' })])
  t.not((await places())[2], one, 'the next harvest does not join it again')
  await push('two/main', [remove('x')])
  await push('two/main', [put({ id: 'x', ...walden })])
  t.not((await places())[2], one, 'nor does its coming back')
  const why = await get(`/v1/works/${one}/why`)
  t.match(why.words, [{ number: done.word, kind: 'split', reason: 'another book' }])
  t.match(why.outside[0], { cut: 'librarian', evidence: [{ name: 'copy', reason: { zh: /套录/ } }] })

  const undone = await post(`/v1/works/${one}/undo`, {})
  t.equal(undone.word, done.word)
  t.equal(new Set(await places()).size, 1)
  t.match(await post(`/v1/works/${one}/undo`, {}), { status: 409, code: 'NOTHING_TO_UNDO' })
})

t.test('records that were copies of one that is split off stay together', async (t) => {
  const { post, places } = await openJoined(t)
  const [work] = await places()
  const ids = [recordIdOf('one/main', '1'), recordIdOf('one/main', '2'), x]
  const first = [...ids].sort()[0] as string
  const { after } = await post(`/v1/works/${work}/split`, { records: [first] })
  t.same(after.map(({ records }: { records: object[] }) => records.length).sort(), [1, 2])
})

t.test('a merge joins what no rule would, and loses no holding and no title when it is undone', async (t) => {
  const { post, places, push, workIdOf, get } = await openJoined(t)
  await push('two/main', [put({ id: 'y', title: '瓦尔登湖', author: '梭罗' })])
  const [work] = await places()
  const chinese = (await workIdOf('two/main', 'y')) as string
  const before = [await get(`/v1/works/${work}`), await get(`/v1/works/${chinese}`)]
  const { word, after } = await post(`/v1/works/${work}/merge`, { works: [chinese] })
  t.same(idsOf(after), [['1', '2', 'x', 'y']])
  const joined = await get(`/v1/works/${chinese}`)
  t.equal(joined.id, (await places())[0], 'the old id leads to the work')
  t.equal(joined.holdings.length, 4)
  t.match(
    joined.description.titles.map(({ value }: { value: string }) => value),
    /瓦尔登湖/,
  )
  await post(`/v1/works/${joined.id}/undo`, { word })
  const again = [await get(`/v1/works/${work}`), await get(`/v1/works/${chinese}`)]
  const still = ({ version: _, updatedAt: __, ...rest }: Record<string, unknown>) => rest
  t.same(again.map(still), before.map(still))
})

t.test('what the rules leave open waits for a librarian, both records side by side', async (t) => {
  const open = await openJoined(t)
  const title = 'On the duty of civil disobedience in a time of war'
  await open.push('one/main', [put({ id: 'g', title })])
  await open.push('two/main', [put({ id: 'h', title: 'On the duty of civil disobedience in time of war' })])
  const { matches } = await open.asked('/v1/matches')
  t.match(matches, [
    {
      outcome: 'grey',
      records: [
        { member: /one|two/, description: { titles: [{ value: /duty/ }] } },
        { description: { titles: [{ value: /duty/ }] } },
      ],
    },
  ])
  const [{ id, a, b }] = matches
  t.match(await open.asked('/v1/matches/counts'), {
    open: 1,
    words: 0,
    members: [
      { member: 'one', records: 3, joined: 2 },
      { member: 'two', records: 2, joined: 1 },
    ],
  })
  const preview = await open.post(`/v1/matches/${id}`, { says: 'same', preview: true })
  t.same(idsOf(preview.after), [['g', 'h']])
  t.notSame(await open.asked('/v1/matches'), { matches: [] })
  await open.post(`/v1/matches/${id}`, { says: 'same' })
  t.equal(await open.workIdOf('one/main', 'g'), await open.workIdOf('two/main', 'h'))
  t.same(await open.asked('/v1/matches'), { matches: [] })
  t.match((await open.asked('/v1/matches?state=decided')).matches, [
    { a, b, word: { number: Number, says: 'same', by: /./, at: /^20/ } },
  ])
  await open.post(`/v1/matches/${id}`, { says: 'apart' })
  t.not(await open.workIdOf('one/main', 'g'), await open.workIdOf('two/main', 'h'), 'the newer word stands')
})

t.test('what another librarian said since a pair was looked at is not overruled unread', async (t) => {
  const open = await openJoined(t)
  await open.push('one/main', [put({ id: 'g', title: 'On the duty of civil disobedience in a time of war' })])
  await open.push('two/main', [put({ id: 'h', title: 'On the duty of civil disobedience in time of war' })])
  const [{ id }] = (await open.asked('/v1/matches')).matches
  const say = (says: string, seen: number) => open.post(`/v1/matches/${id}`, { says, seen })
  const { word } = await say('apart', 0)
  t.match(await say('same', 0), { status: 409, code: 'MATCH_DECIDED', detail: /said meanwhile.*two works/ })
  t.match(await open.post(`/v1/matches/${id}`, { says: 'same', seen: 0, preview: true }), { status: 409 })
  t.not(await open.workIdOf('one/main', 'g'), await open.workIdOf('two/main', 'h'))
  t.match(await say('same', word), { status: 200 })
  const work = await open.workIdOf('one/main', 'g')
  for (const _ of ['same', 'apart']) await open.post(`/v1/works/${work}/undo`, {})
  t.match(await say('same', word), { status: 409, code: 'MATCH_DECIDED', detail: /taken back/ })
})

t.test('a decision is seen and changed also where the rules no longer keep its pair', async (t) => {
  const open = await openJoined(t)
  await open.push('one/main', [put({ id: 'g', title: 'On the duty of civil disobedience in a time of war' })])
  await open.push('two/main', [put({ id: 'h', title: 'On the duty of civil disobedience in time of war' })])
  const [{ id }] = (await open.asked('/v1/matches')).matches
  const { word } = await open.post(`/v1/matches/${id}`, { says: 'same' })
  await open.push('two/main', [put({ id: 'h', title: '瓦尔登湖', author: '梭罗' })])
  const effect = await open.post(`/v1/matches/${id}`, { says: 'apart', seen: word, preview: true })
  t.same(idsOf(effect.after), [['g'], ['h']])
})

t.test('the queue is read in pages, and for one member', async (t) => {
  const open = await openJoined(t)
  const times = ['a time', 'time', 'the time']
  await open.push(
    'one/main',
    times.map((time) => put({ id: time, title: `On the duty of civil disobedience in ${time} of war` })),
  )
  const { matches } = await open.asked('/v1/matches')
  t.ok(matches.length > 1)
  const seen: string[] = []
  for (let after = ''; ; ) {
    const page = await open.asked(`/v1/matches?limit=1${after && `&after=${encodeURIComponent(after)}`}`)
    if (page.matches.length === 0) break
    after = page.matches[0].id
    seen.push(after)
  }
  t.same(
    seen,
    matches.map(({ id }: { id: string }) => id),
  )
  t.same(await open.asked('/v1/matches?member=two'), { matches: [] })
})

t.test('a word that cannot be is refused with its reason', async (t) => {
  const { post, places, app } = await openJoined(t)
  const [work] = await places()
  const all = ['1', '2'].map((id) => recordIdOf('one/main', id))
  t.match(await post(`/v1/works/${work}/split`, { records: [...all, x] }), {
    status: 422,
    code: 'SPLIT_OF_ALL',
  })
  t.match(await post(`/v1/works/${work}/split`, { records: ['r_none'] }), {
    status: 422,
    code: 'SPLIT_OF_OTHERS',
  })
  const strangers = Array.from({ length: 1000 }, (_, at) => `r_${at}`)
  t.match(await post(`/v1/works/${work}/split`, { records: strangers }), {
    code: 'SPLIT_OF_OTHERS',
    detail: /r_0, r_1, r_2, r_3, r_4 and 995 more/,
  })
  t.match(await post(`/v1/works/${work}/merge`, { works: [work] }), { status: 422, code: 'MERGE_OF_ONE' })
  t.match(await post('/v1/works/w_none/split', { records: [x] }), { status: 404, code: 'WORK_UNKNOWN' })
  t.match(await post('/v1/matches/a~b', { says: 'same' }), { status: 404, code: 'MATCH_UNKNOWN' })
  const stranger = await app.inject({
    method: 'POST',
    url: `/v1/works/${work}/split`,
    payload: { records: [x] },
  })
  t.equal(stranger.statusCode, 401)
})
