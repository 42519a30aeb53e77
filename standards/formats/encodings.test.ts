import t from 'tap'
import { decodeAs } from './encoding/candidates.js'
import { decoderFor } from './encoding/decoder.js'
import { decodeFields } from './encodings.js'
import { encodeGb18030 } from './gb18030-encode.js'
import { readIso2709 } from './iso2709.js'
import { writeIso2709 } from './iso2709-write.js'
import { decodeIso5426 } from './iso5426.js'
import { isDataField, type MarcRecord } from './marc.js'
import { decodeMarc8 } from './marc8.js'
import { xmlEncodingOf } from './xml-encoding.js'

const MARC21 = '00000nam  2200000   4500'
const MARC21_UTF8 = '00000nam a2200000   4500'

/** One field 245 with these octets, as `decodeFields` takes it. */
const field = (text: string | Buffer, encoding: BufferEncoding = 'latin1') =>
  Buffer.concat([Buffer.from('10\x1fa'), Buffer.from(text as string, encoding), Buffer.from('\x1e')])
const read = (data: Buffer, leader = MARC21, tags = ['245']) => {
  const { text, encoding, findings } = decodeFields(data, leader, tags)
  return { text: text.slice(4, -1), encoding, codes: findings.map(({ code }) => code) }
}

t.test('UTF-8 is read as such, whatever the leader says', async (t) => {
  t.same(read(field('红楼梦', 'utf8')), { text: '红楼梦', encoding: 'utf-8', codes: [] })
})

const chinese: MarcRecord = {
  leader: '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: 'c1' },
    {
      tag: '100',
      ind1: ' ',
      ind2: ' ',
      subfields: [{ code: 'a', value: '20260301d2026    em y0chiy0120    ea' }],
    },
    { tag: '200', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: '𠀀镕基鎔䶮·中国文学史' }] },
  ],
}

t.test('CNMARC in GB 18030 comes back as it was written, rare characters too', async (t) => {
  const { record, encoding, findings } = readIso2709(writeIso2709(chinese, 'gb18030'))
  t.same(record.fields, chinese.fields)
  t.equal(encoding, 'gb18030')
  t.same(findings, [])
})

t.test('the GB 18030 encoder and the decoder agree on every plane', async (t) => {
  const text = 'abc €é中鎔䶮\u1e3f\uffe5𠀀😀\u{10ffff}'
  t.equal(new TextDecoder('gb18030').decode(encodeGb18030(text)), text)
})

t.test('GB where UTF-8 was declared is read, and told', async (t) => {
  const data = field(Buffer.from(encodeGb18030('红楼梦研究')))
  t.same(read(data, MARC21_UTF8), {
    text: '红楼梦研究',
    encoding: 'gb18030',
    codes: ['ENCODING_NOT_AS_DECLARED'],
  })
})

t.test('a Han character cut in two costs itself only', async (t) => {
  const data = field(Buffer.from(encodeGb18030('中国文学史')).subarray(0, -1))
  t.same(read(data, MARC21_UTF8), {
    text: '中国文学\ufffd',
    encoding: 'gb18030',
    codes: ['ENCODING_NOT_AS_DECLARED', 'ENCODING_BYTES_REPLACED'],
  })
})

t.test('MARC-8 marks follow their letters', async (t) => {
  t.same(read(field('Universit\xe2e de Gen\xe1eve')), {
    text: 'Université de Genève',
    encoding: 'marc-8',
    codes: [],
  })
  t.equal(read(field('Dvo\xe9r\xe2ak, Anton\xe2in')).text, 'Dvořák, Antonín')
})

t.test('MARC-8 escapes switch sets until the next delimiter', async (t) => {
  t.equal(decodeMarc8(Buffer.from('\x1b(NmIR\x1b(B x')).text, 'Мир x')
  t.equal(decodeMarc8(Buffer.from('\x1b(NmIR\x1faMir')).text, 'Мир\x1faMir')
  t.equal(decodeMarc8(Buffer.from('H\x1bb2\x1bsO')).text, 'H₂O')
  t.equal(decodeMarc8(Buffer.from('\x1bga\x1bs')).text, 'α')
  t.equal(decodeMarc8(Buffer.from('\x1b(2`a\x1b(B')).text, '\u05d0\u05d1')
})

t.test('East Asian MARC-8 is read, three octets a character, in either half of the octets', async (t) => {
  t.same(decodeMarc8(Buffer.from('\x1b$1!S+!#!\x1b(B.')), { text: '肖\u3000.', findings: [] })
  const upper = Buffer.from('!S+').map((octet) => octet | 0x80)
  t.equal(decodeMarc8(Buffer.concat([Buffer.from('\x1b$)1'), upper, Buffer.from('a')])).text, '肖a')
})

t.test('a character of three octets that was cut costs itself alone', async (t) => {
  const { text, findings } = decodeMarc8(Buffer.from('\x1b$1!S+!S\x1b(B.\x1fb\x1b$1!S+'))
  t.equal(text, '肖\ufffd.\x1fb肖')
  t.match(findings, [{ code: 'ENCODING_BYTES_REPLACED' }])
})

t.test('a set that nobody knows is named', async (t) => {
  const { text, findings } = decodeMarc8(Buffer.from('\x1b(Zab\x1b(B.'))
  t.equal(text, '\ufffd\ufffd.')
  t.match(findings, [{ code: 'ENCODING_UNKNOWN_SET', got: 'Z' }])
})

t.test('the sets of China, Japan and Korea that ISO 2022 names are read', async (t) => {
  t.equal(
    decodeMarc8(Buffer.from('\x1b$AVP9z\x1b(B \x1b$BF|K\\\x1b(B \x1b$(CGQ19\x1b(B')).text,
    '中国 日本 한국',
  )
})

t.test('what MARC-8 lacks is written as a reference, and read as its character', async (t) => {
  t.equal(
    decodeMarc8(Buffer.from('the Senator&#x2019;s &#x1F4D6; AT&#x0026;T')).text,
    'the Senator’s 📖 AT&#x0026;T',
  )
})

t.test('a mark without a letter stands on a space', async (t) => {
  t.equal(decodeMarc8(Buffer.from('x\xe2\x1e', 'latin1')).text, 'x \u0301\x1e')
})

t.test('Windows-1252 is told by its letters', async (t) => {
  t.same(read(field('Histoire g\xe9n\xe9rale de la for\xeat fran\xe7aise'), MARC21_UTF8), {
    text: 'Histoire générale de la forêt française',
    encoding: 'windows-1252',
    codes: ['ENCODING_NOT_AS_DECLARED'],
  })
})

t.test('a record that is too short to tell its encoding says so, unless its file tells it', async (t) => {
  const short = field('Pri\xe8e iz davnine')
  t.match(read(short, MARC21_UTF8).codes, ['ENCODING_NOT_AS_DECLARED', 'ENCODING_GUESSED'])
  const { text, findings } = decodeFields(short, MARC21_UTF8, ['245'], 'windows-1250')
  t.match(text, /Priče/)
  t.match(findings, [{ code: 'ENCODING_NOT_AS_DECLARED' }])
})

t.test('the language a record states helps to read its letters', async (t) => {
  const data = Buffer.from('260301s2026    xr |||||||||||||||||cze||\x1e10\x1faU\xe8ebnice\x1e', 'latin1')
  t.match(decodeFields(data, MARC21_UTF8, ['008', '245']).text, /Učebnice/)
})

t.test('fields in another encoding than their record are read as what they are, and told', async (t) => {
  const fields = [
    Buffer.from(encodeGb18030('1 \x1fa江南园林的四季变化\x1fe从苏州到扬州\x1e')),
    Buffer.from('1 \x1fa少年与海：一部关于渔村的小说\x1e'),
    Buffer.from(encodeGb18030('  \x1fa上海人民出版社\x1e')),
  ]
  const { text, encoding, findings } = decodeFields(Buffer.concat(fields), '00000nam0 2200000   450 ', [
    '200',
    '225',
    '210',
  ])
  t.equal(encoding, 'gb18030')
  t.match(text, /江南园林的四季变化.*少年与海：一部关于渔村的小说.*上海人民出版社/s)
  t.match(findings, [{ code: 'ENCODING_MIXED', path: '225', expected: 'gb18030', got: 'utf-8' }])
})

t.test('a field of GBK in a record of UTF-8 is no row of accents, however short it is', async (t) => {
  const imprint = Buffer.from('  \x1fa北京\x1fc人民文学出版社\x1fd1982\x1e')
  for (const title of ['子夜', '红楼梦', '中国文学史', '平凡的世界 第二部']) {
    const data = Buffer.concat([encodeGb18030(`1 \x1fa${title}\x1e`), imprint])
    const { text, encoding, findings } = decodeFields(data, '00000nam0 2200000   450 ', ['200', '210'])
    t.equal(text, `1 \x1fa${title}\x1e${imprint}`)
    t.equal(encoding, 'utf-8')
    t.match(findings, [{ code: 'ENCODING_MIXED', path: '200', expected: 'utf-8', got: 'gb18030' }])
  }
})

t.test('where one character alone is in doubt, the record says that it is mixed', async (t) => {
  const data = Buffer.concat([encodeGb18030('1 \x1fa家\x1e'), Buffer.from('  \x1fa北京\x1e')])
  const { findings } = decodeFields(data, '00000nam0 2200000   450 ', ['200', '210'])
  t.match(findings, [{ code: 'ENCODING_MIXED', expected: 'utf-8' }, { code: 'ENCODING_GUESSED' }])
})

t.test('the characters that Hong Kong adds to Big5 are read', async (t) => {
  const octets = 'adbbb4e49defb866bb79a1479df89dcf9df6c3e4abd72c9df2a6509e52d4778a41'
  const data = Buffer.concat([Buffer.from('10\x1fa'), Buffer.from(octets, 'hex'), Buffer.from('\x1e')])
  const { text, encoding } = decodeFields(data, '00000nam a2200000 a 4500', ['245'])
  t.equal(encoding, 'big5')
  t.equal(text, '10\x1fa香港嘅粵語：啲嘢喺邊度,𨋢同冚唪唥\x1e')
})

t.test('octets of Windows-1252 that were pasted into UTF-8 are read one by one', async (t) => {
  const data = Buffer.concat([
    field('Exaltação ao Brasil e à educação ', 'utf8').subarray(0, -1),
    Buffer.from('Sele\xe7\xe3o\x1e', 'latin1'),
  ])
  t.match(read(data, MARC21_UTF8), {
    text: 'Exaltação ao Brasil e à educação Seleção',
    encoding: 'utf-8 and windows-1252',
  })
})

t.test('UNIMARC that states UTF-8 and is GBK is read, and told', async (t) => {
  const coded = '20260301d2026    em y0chiy50      ea'
  const data = Buffer.from(encodeGb18030(`  \x1fa${coded}\x1e1 \x1fa县级图书馆管理手册\x1e`))
  const { text, findings } = decodeFields(data, '00000nam0 2200000   450 ', ['100', '200'])
  t.match(text, /县级图书馆管理手册/)
  t.match(findings, [{ code: 'ENCODING_NOT_AS_DECLARED', expected: 'utf-8', got: 'gb18030' }])
})

t.test('a few bad octets in much UTF-8 leave the rest as it is', async (t) => {
  const data = field(Buffer.concat([Buffer.from('目录学研究'), Buffer.of(0xff), Buffer.from('导论')]))
  t.same(read(data, MARC21_UTF8), {
    text: '目录学研究\ufffd导论',
    encoding: 'utf-8',
    codes: ['ENCODING_BYTES_REPLACED'],
  })
})

t.test('Windows-1252 has œ, the euro and quotation marks at 0x80 to 0x9F', async (t) => {
  const octets = Buffer.from('\x93Le c\x9cur \xe0 10 \x80\x94 \x96 \x8auma', 'latin1')
  t.equal(decodeAs('windows-1252', octets), '“Le cœur à 10 €” – Šuma')
  t.equal(
    decoderFor(xmlEncodingOf(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>'))).decode(octets),
    '“Le cœur à 10 €” – Šuma',
  )
  t.equal(decodeAs('windows-1252', Buffer.from('\x88Le \x89p\xe8re', 'latin1')), '\u0088Le \u0089père')
  t.equal(decodeAs('windows-1252', Buffer.from('12 \x89', 'latin1')), '12 ‰')
})

t.test('marks around an article belong to ISO 5426 and tell for no other encoding', async (t) => {
  t.equal(decodeIso5426(Buffer.from('\x88Les \x89mis\xc2erables', 'latin1')), '\u0088Les \u0089misérables')
  for (const [title, read] of [
    ['\x88Les \x89mis\xc2erables', '\u0088Les \u0089misérables'],
    ["\x88L'\x89\xc2education sentimentale", "\u0088L'\u0089éducation sentimentale"],
    ['\x88The \x89great Gatsby', '\u0088The \u0089great Gatsby'],
  ] as const) {
    const { encoding, text } = decodeFields(
      Buffer.from(
        `  \x1fa20000101d1998    m  y0frey0103    ba\x1e0 \x1fafre\x1e1 \x1fa${title}\x1e`,
        'latin1',
      ),
      '00000nam0 2200000   450 ',
      ['100', '101', '200'],
    )
    t.equal(encoding, 'iso-5426', title)
    t.match(text, read)
  }
})

t.test('ISO 5426 is read where UNIMARC states it', async (t) => {
  t.equal(
    decodeIso5426(Buffer.from('Universit\xc2e fran\xd0caise, \xea uvre', 'latin1')),
    'Université française, Œ uvre',
  )
  const coded = '20260301d2026    em y0frey0103    ba'
  const data = Buffer.from(`  \x1fa${coded}\x1e1 \x1faUniversit\xc2e\x1e`, 'latin1')
  const { text, encoding } = decodeFields(data, '00000nam0 2200000   450 ', ['100', '200'])
  t.equal(encoding, 'iso-5426')
  t.match(text, /Université/)
})

t.test('Russian code pages are told by where their letters lie', async (t) => {
  const cp866 = Buffer.from([0x91, 0xae, 0xad, 0xe6, 0xa5, 0x20, 0xa2, 0xe1, 0xe2, 0xa0, 0xa5, 0xe2])
  const cp1251 = Buffer.from([0xd1, 0xee, 0xeb, 0xed, 0xf6, 0xe5, 0x20, 0xe2, 0xf1, 0xf2, 0xe0, 0xe5, 0xf2])
  t.equal(read(field(cp1251), '00000nam  2200000   450 ', ['200']).text, 'Солнце встает')
  t.equal(read(field(cp866), '00000nam  2200000   450 ', ['200']).encoding, 'ibm866')
})

t.test('writing refuses what the directory cannot state', async (t) => {
  const long = { ...chinese, fields: [{ tag: '001', value: 'x'.repeat(10_000) }] }
  t.throws(() => writeIso2709(long, 'utf-8'), RangeError)
  t.ok(chinese.fields.some(isDataField))
})
