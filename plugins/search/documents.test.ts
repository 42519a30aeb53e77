import t from 'tap'
import { syllableTokens, tokenInWords } from '../../standards/text/sounds.js'
import { type StoredWork, toSearchDocument, versionOf } from './documents.js'
import { agent, description, present, titles } from './testing.js'

t.test('a work is found by everything that any of its records says', async (t) => {
  const one = description({
    titles: [
      { value: '紅樓夢', subtitle: '校注本', kind: 'original' },
      { value: 'Hong lou meng', kind: 'pinyin' },
      { value: '石头记', kind: 'variant' },
    ],
    agents: [
      {
        ...agent('曹雪芹'),
        names: [
          { value: '曹雪芹', kind: 'original' },
          { value: 'Cao Xueqin', kind: 'pinyin' },
        ],
      },
    ],
    subjects: [{ value: '章回小说 -- 清代', kind: 'topic' }],
    classes: [{ scheme: 'clc', value: 'I242.4' }],
    identifiers: [{ scheme: 'isbn', value: '9787020002207', text: '7-02-000220-X', valid: true }],
    publication: [{ place: '北京', publisher: '人民文学出版社' }],
    abstracts: [{ value: '四大家族的兴衰' }],
    relations: [{ kind: 'series', title: '读本丛书' }],
  })
  const other = description({ titles: titles('红楼梦') })
  const work = present('w1', one)
  const [record] = work.records as [(typeof work.records)[number]]
  const { text, titleKey } = toSearchDocument({
    ...work,
    records: [...work.records, { ...record, id: 'r_z', description: JSON.stringify(other) }],
  })
  const { sounds, ...written } = text
  t.equal(
    [...sounds].map(tokenInWords).join(''),
    'hong lou meng jiao zhu ben | ·h hl lm mj jz zb b· | shi tou ji | ·s st tj j· | hong lou meng | ·h hl lm m· | cao xue qin',
  )
  t.same(written, {
    title: '红 楼 梦 校 注 本 | 红 楼 梦',
    alternative: 'hong lou meng | 石 头 记 | 红 楼 梦',
    agents: '曹 雪 芹 | cao xueqin',
    subjects: '章 回 小 说 清 代 | i 242 4',
    identifiers: '9787020002207 | w 1 delft',
    other: '人 民 文 学 出 版 社 | 北 京 | 读 本 丛 书 | 四 大 家 族 的 兴 衰',
  })
  t.equal(titleKey, '红 楼 梦')
})

t.test('what it is filtered by', async (t) => {
  const one = description({
    titles: titles('x'),
    languages: [
      { code: 'chi', role: 'text' },
      { code: 'eng', role: 'original' },
    ],
    agents: [agent('鲁迅'), agent('鲁迅')],
    subjects: [{ value: '小说', kind: 'topic' }],
    classes: [
      { scheme: 'clc', value: 'i210.6' },
      { scheme: 'ddc', value: '895' },
    ],
    links: [{ href: 'https://example.org/', access: { kind: 'open' } }, { href: 'https://example.org/2' }],
    holdings: [{ items: 1 }],
  })
  t.same(toSearchDocument(present('w1', one, ['a', 'b'])).facets, {
    type: ['book'],
    member: ['a', 'b'],
    language: ['chi'],
    subject: ['小说'],
    agent: ['鲁迅'],
    access: ['open', 'print'],
    class: ['I', 'I2', 'I21', 'I210'],
  })
})

t.test('the year is that of issue, if any date says one', async (t) => {
  const year = (...dates: [kind: 'issued' | 'copyright' | 'original', edtf?: string][]) =>
    toSearchDocument(
      present(
        'w',
        description({ titles: titles('x'), dates: dates.map(([kind, edtf]) => ({ kind, edtf, text: 'x' })) }),
      ),
    ).year
  t.equal(year(['copyright', '1985'], ['issued', '1986-07']), 1986)
  t.equal(year(['issued'], ['copyright', '1985?']), 1985)
  t.equal(year(['issued', '199X']), 1990)
  t.equal(year(['issued', '19XX']), null)
  t.equal(year(['issued', '1954/..']), 1954)
  t.equal(year(['issued', '-0500']), -500)
  t.equal(year(), null)
})

t.test('how title and makers are read is kept, where any of it is Han', async (t) => {
  const kept = (value: string, ...agents: string[]) =>
    toSearchDocument(present('w', description({ titles: titles(value), agents: agents.map(agent) })))
      .stored as StoredWork
  const tokens = (...syllables: string[]) => syllableTokens(syllables).join('')
  t.equal(kept('旅行者', '李白').reading, `${tokens('lü', 'xing', 'zhe')}  ${tokens('li', 'bai')}`)
  t.equal(kept('评书', '单田芳').reading, `${tokens('ping', 'shu')}  ${tokens('shan', 'tian', 'fang')}`)
  t.equal(kept('Travels', '李白').reading, `  ${tokens('li', 'bai')}`)
  t.equal(kept('Travels', 'Li, Bai').reading, undefined)
})

t.test('a title files without its article', async (t) => {
  const one = description({ titles: [{ value: 'The art of war', nonfiling: 4, kind: 'original' }] })
  t.equal(toSearchDocument(present('w', one)).titleKey, 'art of war')
})

t.test('versions rise with the work’s', async (t) => {
  t.ok(versionOf(2) > versionOf(1))
  t.equal(
    toSearchDocument(present('w', description({ titles: titles('x') }), ['a'], 7)).version,
    versionOf(7),
  )
})

t.test('a field of any length is cut', async (t) => {
  const one = description({
    titles: titles('x'),
    notes: Array.from({ length: 100 }, (_, number) => ({ value: `${number} `.repeat(1000) })),
  })
  t.ok(toSearchDocument(present('w', one)).text.other.length < 50_000)
})
