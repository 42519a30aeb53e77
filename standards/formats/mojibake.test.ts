import t from 'tap'
import { decodeAs, type Encoding } from './encoding/candidates.js'
import { encodeText } from './encoding/encode-testing.js'
import { misreading } from './encoding/misread.js'
import { isSuspicious } from './encoding/suspicion.js'
import { texts } from './encoding/texts-testing.js'
import { readIso2709 } from './iso2709.js'
import { writeIso2709 } from './iso2709-write.js'
import { readMarc } from './read-marc.js'

const all = Object.entries(texts).flatMap(([language, { texts: titles }]) =>
  titles.map((title) => ({ language, title })),
)
const beyondAscii = all.filter(({ title }) => /[^\0-\x7f]/.test(title))
const see = (text: string) => (isSuspicious(text) ? misreading(text) : null)

t.test('no right text is taken for misread', async (t) => {
  t.same(
    all.filter(({ title }) => see(title) !== null),
    [],
  )
  for (const title of [
    'José Müller–Ñúñez «été»',
    'Ação e reação',
    'Ærø på Øen',
    '涓涓细流',
    '銀行與鐵道 : 銅錢',
    'µ-Analyse à 20 °C',
  ])
    t.equal(see(title), null, title)
})

t.test('UTF-8 read as Windows-1252 or Latin-1 is read back, once or twice misread', async (t) => {
  const as1252 = (text: string) => decodeAs('windows-1252', Buffer.from(text))
  for (const { title } of beyondAscii) {
    t.equal(see(as1252(title))?.mended, title)
    t.equal(see(Buffer.from(title).toString('latin1'))?.mended, title)
    t.equal(see(as1252(as1252(title)))?.mended, title)
  }
})

t.test(
  'GBK, Big5 and Windows-1251 read as Latin-1 are told, and never mended into another text',
  async (t) => {
    const cases: [Encoding, RegExp][] = [
      ['gb18030', /simplified/],
      ['big5', /traditional/],
      ['windows-1251', /russian|ukrainian/],
    ]
    for (const [encoding, languages] of cases) {
      const titles = beyondAscii.filter(({ language }) => languages.test(language)).map(({ title }) => title)
      const seen = titles.map((title) => see((encodeText(title, encoding) as Buffer).toString('latin1')))
      t.ok(seen.filter((found) => found !== null).length >= 0.8 * titles.length, encoding)
      for (const [i, found] of seen.entries()) if (found?.mended) t.equal(found.mended, titles[i])
    }
  },
)

t.test('UTF-8 read as GBK is told; where an octet fell out it stays as it is', async (t) => {
  const titles = beyondAscii.filter(({ language }) => language === 'simplified').map(({ title }) => title)
  const seen = titles.map((title) => see(decodeAs('gb18030', Buffer.from(title))))
  t.ok(seen.filter((found) => found !== null).length >= 0.9 * titles.length)
  t.ok(seen.some((found) => found?.mended !== undefined))
  for (const [i, found] of seen.entries()) if (found?.mended) t.equal(found.mended, titles[i])
})

const record = (title: string, place = 'Paris') => ({
  leader: '00000nam a2200000   4500',
  fields: [
    { tag: '001', value: 'm1' },
    { tag: '245', ind1: '1', ind2: '0', subfields: [{ code: 'a', value: title }] },
    { tag: '264', ind1: ' ', ind2: '1', subfields: [{ code: 'a', value: place }] },
  ],
})

t.test('a mended field says what stood there, what it was, and where', async (t) => {
  const { record: read, findings } = readIso2709(writeIso2709(record('UniversitÃ© de GenÃ¨ve'), 'utf-8'))
  t.match(read.fields[1], { subfields: [{ value: 'Université de Genève' }] })
  t.match(findings, [
    {
      code: 'ENCODING_MOJIBAKE',
      path: '245$a',
      expected: 'Université de Genève',
      got: 'UniversitÃ© de GenÃ¨ve',
      detailZh: /误按/,
    },
  ])
  const json = JSON.stringify({ leader: '', fields: [{ 500: { subfields: [{ a: 'ÖÐ¹úÎÄÑ§Ê·Ñ§»á' }] } }] })
  t.match(readMarc(Buffer.from(json)), {
    findings: [{ code: 'ENCODING_MOJIBAKE', expected: '中国文学史学会' }],
  })
})

t.test('characters that were lost before are told, and left', async (t) => {
  for (const title of ['W\ufffdchentliches Verzeichnis', '????? ????', '锟斤拷锟斤拷史']) {
    const { record: read, findings } = readIso2709(writeIso2709(record(title), 'utf-8'))
    t.match(read.fields[1], { subfields: [{ value: title }] })
    t.match(findings, [{ code: 'ENCODING_LOST', path: '245$a' }], title)
  }
})
