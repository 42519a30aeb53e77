import t from 'tap'
import { marcRecord } from '../../standards/crosswalks/field-table-testing.js'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import type { Change } from '../../standards/record/change.js'
import { openCatalogue, remove, standing } from './testing.js'

const put = (leader: string, lines: string[], sourceId?: string): Change => ({
  kind: 'bib',
  op: 'put',
  format: 'marc21',
  bytes: writeIso2709(marcRecord(leader, lines), 'utf-8'),
  ...(sourceId !== undefined && { sourceId }),
})
const book = (id: string, title: string, ...more: string[]): Change =>
  put('00000nam a2200000 a 4500', [`001 ${id}`, `245 10$a${title}`, ...more])
const holding = (id: string, host: string, call: string): Change =>
  put('00000nx  a2200000 n 4500', [`001 ${id}`, `004 ${host}`, `852 0 $aMAIN$h${call}`])
const person = (id: string, ...forms: string[]): Change =>
  put('00000nz  a2200000n  4500', [`001 ${id}`, '100 1 $aLu, Xun', ...forms.map((form) => `400 1 $a${form}`)])

const novel = book('b1', 'Call to arms', '100 1 $aLu, Xun$0A1', '650  0$aFiction$0S1')
const topic = put('00000nz  a2200000n  4500', ['001 S1', '150   $aFiction', '450   $aNovels'])
const all = [
  novel,
  book('b2', 'Wandering'),
  holding('h1', 'b1', 'PL1'),
  holding('h2', 'b1', 'PL2'),
  person('A1', 'Zhou, Shuren'),
  topic,
]

type Opened = Awaited<ReturnType<typeof openCatalogue>>

const workOf = async ({ catalogue, workIdOf }: Opened, id: string) =>
  catalogue.work((await workIdOf('one/main', id)) as string)
const calls = async (opened: Opened, id: string): Promise<(string | undefined)[]> =>
  (await workOf(opened, id)).holdings.flatMap(({ holdings }) =>
    holdings.map(({ callNumber }) => callNumber?.full),
  )
const names = async (opened: Opened, id: string): Promise<string[]> =>
  (await workOf(opened, id)).description.agents.flatMap(({ names }) => names.map(({ value }) => value))

t.test(
  'holdings records show on the work of their bibliographic record, authorities give its headings their other forms',
  async (t) => {
    const opened = await openCatalogue(t)
    const report = await opened.push('one/main', all)
    t.match(report, { read: 6, accepted: 6 })
    t.same((await calls(opened, 'b1')).sort(), ['PL1', 'PL2'])
    t.same(await calls(opened, 'b2'), [])
    t.same(await names(opened, 'b1'), ['Lu, Xun', 'Zhou, Shuren'])
    const { subjects } = (await workOf(opened, 'b1')).description
    t.match(subjects, [{ value: 'Fiction', variants: [{ value: 'Novels', kind: 'variant' }] }])
    t.equal(await opened.workIdOf('one/main', 'h1'), null, 'they are no works themselves')
  },
)

t.test('whatever comes first, the end is the same', async (t) => {
  const ends = []
  for (const order of [
    [0, 1, 2, 3, 4, 5],
    [5, 4, 3, 2, 1, 0],
    [2, 4, 0, 5, 1, 3],
  ]) {
    const opened = await openCatalogue(t)
    for (const at of order) await opened.push('one/main', [all[at] as Change])
    ends.push((await standing(opened)).works)
  }
  t.same(ends[1], ends[0])
  t.same(ends[2], ends[0])
})

t.test('a work is a newer version when its authority or its holdings come, change or go', async (t) => {
  const opened = await openCatalogue(t)
  const { push } = opened
  const versions: number[] = []
  const step = async (...changes: Change[]) => {
    const { indexed } = await push('one/main', changes)
    versions.push((await workOf(opened, 'b1')).version)
    return indexed
  }
  await step(novel)
  t.equal(await step(holding('h1', 'b1', 'PL1')), 1, 'it is indexed again')
  await step(person('A1', 'Zhou, Shuren'))
  await step(person('A1', 'Zhou, Shuren', '鲁迅'))
  t.same(await names(opened, 'b1'), ['Lu, Xun', 'Zhou, Shuren', '鲁迅'])
  await step(holding('h1', 'b1', 'PL9'))
  t.same(await calls(opened, 'b1'), ['PL9'])
  await step(remove('A1'))
  t.same(await names(opened, 'b1'), ['Lu, Xun'], 'what an authority gave goes with it')
  await step(remove('h1'))
  t.same(await calls(opened, 'b1'), [])
  t.same(versions, [1, 2, 3, 4, 5, 6, 7])
})

t.test('holdings that move to another record leave the one they were with', async (t) => {
  const opened = await openCatalogue(t)
  await opened.push('one/main', [novel, book('b2', 'Wandering'), holding('h1', 'b1', 'PL1')])
  await opened.push('one/main', [holding('h1', 'b2', 'PL1')])
  t.same([await calls(opened, 'b1'), await calls(opened, 'b2')], [[], ['PL1']])
})

t.test('a harvested record is found by its 001, whatever the identifier it is harvested under', async (t) => {
  const opened = await openCatalogue(t)
  await opened.push('one/main', [
    put('00000nam a2200000 a 4500', ['001 b1', '245 10$aCall to arms'], 'oai:x:1'),
  ])
  await opened.push('one/main', [holding('h1', 'b1', 'PL1')])
  t.same(await calls(opened, 'oai:x:1'), ['PL1'])
})

t.test('numbers of agencies link as well as bare ones', async (t) => {
  const opened = await openCatalogue(t)
  await opened.push('one/main', [
    book('b1', 'Faust', '100 1 $aGoethe$0(DE-588)118540238', '035   $a(OCoLC)77'),
    put('00000nz  a2200000n  4500', ['001 9', '035   $a(DE-588)118540238', '100 1 $aGoethe', '400 1 $a歌德']),
    put('00000nx  a2200000 n 4500', ['001 h1', '014 1 $a(OCoLC)77', '852 0 $aMAIN$hPT1']),
  ])
  t.same(await names(opened, 'b1'), ['Goethe', '歌德'])
  t.same(await calls(opened, 'b1'), ['PT1'])
})

t.test('the records of another source are another matter', async (t) => {
  const opened = await openCatalogue(t)
  await opened.push('one/main', [novel])
  await opened.push('two/main', [holding('h1', 'b1', 'PL1'), person('A1', 'Zhou, Shuren')])
  t.same(await calls(opened, 'b1'), [])
  t.same(await names(opened, 'b1'), ['Lu, Xun'])
})

t.test('a source without authorities and holdings keeps no links', async (t) => {
  const opened = await openCatalogue(t)
  await opened.push('one/main', [novel, book('b2', 'Wandering')])
  for (const table of ['catalogueLinked', 'catalogueNumber', 'catalogueReference'] as const)
    t.same(await opened.database.selectFrom(table).selectAll().execute(), [], table)
})

t.test('a run says how many of a source’s links lead nowhere', async (t) => {
  const opened = await openCatalogue(t)
  const { notes } = await opened.push('one/main', [
    novel,
    holding('h1', 'b1', 'PL1'),
    holding('h2', 'b9', 'PL2'),
    topic,
  ])
  t.match(notes, [/LINKS_OPEN: holdings records .*: 1 of 2; headings .*: 1 of 2\./])
  t.same(
    (await opened.push('one/main', [book('b9', 'Old tales'), person('A1')])).notes,
    undefined,
    'until what they name is there',
  )
})
