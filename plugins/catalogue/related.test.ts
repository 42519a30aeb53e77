import t from 'tap'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import type { Change } from '../../standards/record/change.js'
import { openCatalogue, remove } from './testing.js'

type Fields = [tag: string, indicators: string, ...subfields: string[]][]

/** A MARC 21 record of these fields, each subfield with its code before it: `a红楼梦`. */
const record = (id: string, fields: Fields, { level = 'm', language = 'chi' } = {}): Change => ({
  kind: 'bib',
  op: 'put',
  format: 'marc21',
  bytes: writeIso2709(
    {
      leader: `00000na${level} a2200000 a 4500`,
      fields: [
        { tag: '001', value: id },
        { tag: '008', value: `850101s1985    xx            000 0 ${language} d` },
        ...fields.map(([tag, indicators, ...subfields]) => ({
          tag,
          ind1: indicators[0] as string,
          ind2: indicators[1] as string,
          subfields: subfields.map((one) => ({ code: one[0] as string, value: one.slice(1) })),
        })),
      ],
    },
    'utf-8',
  ),
})

const author: Fields[number] = ['100', '1 ', 'a司马光']
const volume = (id: string, number: string) =>
  record(id, [author, ['245', '10', 'a资治通鉴', `n第${number}册`], ['300', '  ', 'a300页']])

const opened = async (t: Parameters<typeof openCatalogue>[0], ...changes: Change[]) => {
  const open = await openCatalogue(t)
  await open.push('one/main', changes)
  const related = async (id: string) => {
    const work = await open.get(`/v1/works/${await open.workIdOf('one/main', id)}`)
    return work.related.map(({ kind, title, volume }: { kind: string; title: string; volume?: string }) =>
      [kind, title, volume].filter((one) => one !== undefined),
    )
  }
  return { ...open, related }
}

t.test('a set and its volumes are works that lead to each other', async (t) => {
  const set = record('set', [author, ['245', '10', 'a资治通鉴'], ['300', '  ', 'a3册']])
  const other = record('other', [
    ['100', '1 ', 'a柏杨'],
    ['245', '10', 'a资治通鉴', 'n第1册'],
    ['300', '  ', 'a200页'],
  ])
  const { related, workIdOf, push } = await opened(t, volume('v2', '2'), set, volume('v1', '1'), other)
  t.equal(new Set(await Promise.all(['set', 'v1', 'v2'].map((id) => workIdOf('one/main', id)))).size, 3)
  t.same(await related('set'), [
    ['has-part', '资治通鉴 第1册', '1'],
    ['has-part', '资治通鉴 第2册', '2'],
  ])
  t.match(await related('v1'), [
    ['part-of', '资治通鉴'],
    ['same-set', '资治通鉴 第2册', '2'],
  ])
  await push('one/main', [remove('v2')])
  t.same(await related('set'), [['has-part', '资治通鉴 第1册', '1']])
})

t.test('a serial leads to its earlier and later titles, whichever of the two says so', async (t) => {
  const serial = { level: 's' }
  const { related } = await opened(
    t,
    record('old', [['245', '00', 'a图书馆通讯']], serial),
    record(
      'new',
      [
        ['245', '00', 'a图书馆学刊'],
        ['780', '00', 't图书馆通讯'],
      ],
      serial,
    ),
  )
  t.same(await related('new'), [['earlier', '图书馆通讯']])
  t.same(await related('old'), [['later', '图书馆学刊']])
})

t.test('a translation is another work that leads to its original, and back', async (t) => {
  const thoreau: Fields[number] = ['100', '1 ', 'aThoreau, Henry David']
  const { related, workIdOf } = await opened(
    t,
    record('original', [thoreau, ['245', '10', 'aWalden; or, Life in the woods']], { language: 'eng' }),
    record('translation', [
      thoreau,
      ['041', '1 ', 'achi', 'heng'],
      ['245', '10', 'a瓦尔登湖'],
      ['765', '0 ', 'tWalden; or, Life in the woods'],
    ]),
  )
  t.not(await workIdOf('one/main', 'original'), await workIdOf('one/main', 'translation'))
  t.same(await related('translation'), [['translation-of', 'Walden; or, Life in the woods']])
  t.same(await related('original'), [['has-translation', '瓦尔登湖']])
})

t.test('what a source shares with nobody is not told as related', async (t) => {
  const { related, services, push } = await opened(t, volume('v1', '1'))
  await services.members.addSource({
    member: 'one',
    name: 'private',
    adapter: 'scripted',
    options: {},
    share: 'none',
  })
  await push('one/private', [volume('v2', '2')])
  t.same(await related('v1'), [])
})
