import t from 'tap'
import { carriers, remarksOn } from '../formats/carriers.js'
import { guessFormat } from '../formats/detect.js'
import { encodeGb18030 } from '../formats/gb18030-encode.js'
import type { Piece } from '../formats/pieces.js'
import { table } from './table.js'

const csv = `我馆图书目录
题名,副题名,责任者,译者,ISBN,定价,出版地,出版社,出版年,页数,丛书,中图分类号,索书号,馆藏地,条码号,复本数,主题词,荐购人
红楼梦,校注本,"曹雪芹著; 高鹗续",,978-7-02-000220-7,CNY59.70,北京,人民文学出版社,1996.12,1606页,中国古典文学读本丛书,I242.4,I242.4/8,三楼书库,B0001,2,小说; 古典,张三
"He said ""no"",
and left",,John Smith,李四,,12,,,1998,,,,,,,,,
,,无题名者,,,,,,,,,,,,,,,
`

async function split(text: string | Uint8Array, size = 40, offset = 0): Promise<Piece[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  async function* chunks() {
    for (let at = offset; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const pieces: Piece[] = []
  for await (const piece of carriers.csv.split(chunks(), { head: bytes.subarray(0, 65_536), offset }))
    pieces.push(piece)
  return pieces
}

const describe = (pieces: Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'record' ? [table.describe(piece.bytes)] : []))

t.test('a row of a library’s own list, column by column', async (t) => {
  const [first] = describe(await split(csv))
  t.match(first, {
    description: {
      type: 'book',
      titles: [{ value: '红楼梦', subtitle: '校注本', kind: 'original' }],
      agents: [
        { names: [{ value: '曹雪芹' }], role: 'aut', roleText: '著', main: true },
        { names: [{ value: '高鹗续' }], main: false },
      ],
      identifiers: [{ scheme: 'isbn', value: '9787020002207', price: 'CNY59.70' }],
      publication: [{ place: '北京', publisher: '人民文学出版社', date: '1996.12' }],
      dates: [{ kind: 'issued', edtf: '1996-12', text: '1996.12' }],
      extent: '1606页',
      relations: [{ kind: 'series', title: '中国古典文学读本丛书' }],
      classes: [{ scheme: 'clc', value: 'I242.4' }],
      subjects: [{ value: '小说', kind: 'keyword' }, { value: '古典' }],
      holdings: [
        { id: 'B0001', organisation: { location: '三楼书库' }, callNumber: { full: 'I242.4/8' }, items: 2 },
      ],
      notes: [{ kind: '荐购人', value: '张三' }],
    },
  })
})

t.test('quotes hold commas, quotes and line breaks; a row without a title describes none', async (t) => {
  const rows = describe(await split(csv))
  t.match(rows[1]?.description, {
    titles: [{ value: 'He said "no", and left' }],
    agents: [{ role: 'aut' }, { names: [{ value: '李四' }], role: 'trl' }],
    notes: [{ kind: 'price', value: '12' }],
  })
  t.same(rows[2]?.description?.titles, [])
})

t.test(
  'commas, semicolons and tabs; UTF-8, GB 18030 and mixed rows; chunks and offsets make no difference',
  async (t) => {
    const plain = csv
      .split('\n')
      .filter((line) => !line.includes('"'))
      .join('\n')
      .replace(',and left', '')
    const want = describe(await split(plain)).map(({ description }) => description)
    for (const text of [plain.replaceAll(',', ';'), plain.replaceAll(',', '\t')])
      t.same(
        describe(await split(text)).map(({ description }) => description),
        want,
      )
    t.same(
      describe(await split(encodeGb18030(plain))).map(({ description }) => description),
      want,
    )
    const mixed = Buffer.concat([Buffer.from('题名,作者\n甲,乙\n'), encodeGb18030('丙书名称,丁作者\n')])
    t.match(describe(await split(mixed))[1]?.description, { titles: [{ value: '丙书名称' }] })
    const pieces = await split(csv, 1)
    t.same(pieces, await split(csv, 99_999))
    t.same(await split(csv, 17, pieces[1]?.offset), pieces.slice(1))
  },
)

t.test('a library’s list is told from a publisher’s, and its unknown columns are said', async (t) => {
  const guess = (text: string | Uint8Array) => {
    const found = guessFormat(typeof text === 'string' ? Buffer.from(text) : text, '')
    return found && [found.format, found.carrier]
  }
  t.same(guess(csv), ['csv', 'csv'])
  t.same(guess('书名\t作者\tISBN\t出版社\n'), ['csv', 'tsv'])
  t.same(guess('Title;Author;Year\nA;B;1998\n'), ['csv', 'csv'])
  t.same(guess(Buffer.from('\ufeff题名,作者,索书号\n', 'utf16le')), ['csv', 'csv'])
  t.same(guess('Title,ISBN,URL\n'), ['kbart', 'csv'])
  t.same(guess('publication_title\tprint_identifier\n'), ['kbart', 'tsv'])
  t.equal(guess('姓名,电话\n张三,123\n'), null)
  t.match(remarksOn('csv', Buffer.from(csv)), [/荐购人/])
})

t.test('a quote that is never closed costs its own rows, and an endless row is set aside', async (t) => {
  const open = await split('题名,作者\n"甲,乙\n丙,丁\n')
  t.match(describe(open).at(-1)?.description, { titles: [{ value: '丙' }] })
  const long = await split(`题名,作者\n${'x,'.repeat(400_000)}\n丙,丁\n`, 65_536)
  t.match(long, [{ kind: 'broken', finding: { code: 'RECORD_TOO_LARGE' } }, { kind: 'record' }])
})

t.test('columns as small library systems and shops of books call them', async (t) => {
  const list =
    '图书编号,书名,原作名,作者,ISBN,零售价,库存量,馆内位置\n7,海鸟,Seabirds,王海,9787302423287,23.00,3,A区1架\n'
  t.match(describe(await split(list)), [
    {
      sourceId: '7',
      description: {
        titles: [{ value: '海鸟' }, { value: 'Seabirds', kind: 'parallel' }],
        identifiers: [{ value: '9787302423287', price: '23.00' }],
        holdings: [{ items: 3, organisation: { location: 'A区1架' } }],
        notes: [],
      },
    },
  ])
})
