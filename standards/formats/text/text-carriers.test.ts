import t from 'tap'
import { carriers } from '../carriers.js'
import { guessFormat } from '../detect.js'
import { encodeGb18030 } from '../gb18030-encode.js'
import { readIso2709 } from '../iso2709.js'
import { writeIso2709 } from '../iso2709-write.js'
import type { MarcRecord } from '../marc.js'
import type { Piece } from '../pieces.js'
import { readMarc } from '../read-marc.js'

const subfields = (...pairs: string[]) =>
  pairs.map((pair) => ({ code: pair[0] as string, value: pair.slice(1) }))
const book: MarcRecord = {
  leader: '00000nam a2200000 a 4500',
  fields: [
    { tag: '001', value: 'b 1' },
    {
      tag: '245',
      ind1: '1',
      ind2: '0',
      subfields: subfields('aCosts $5.50 {net} :', 'bÉté à Pékin /', 'cwan Li'),
    },
    { tag: '500', ind1: ' ', ind2: ' ', subfields: subfields('a红楼梦') },
  ],
}
const cnmarc: MarcRecord = {
  leader: '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: 'c1' },
    { tag: '010', ind1: ' ', ind2: ' ', subfields: subfields('a978-7-02-000220-7', 'dCNY59.70') },
    { tag: '200', ind1: '1', ind2: ' ', subfields: subfields('a红楼梦', 'f曹雪芹著') },
    { tag: '701', ind1: ' ', ind2: '0', subfields: subfields('a曹雪芹', '4著') },
  ],
}

const mrk = `=LDR  00000nam\\a2200000\\a\\4500
=001  b\\1
=245  10$aCosts {dollar}5.50 {lcub}net{rcub} :$b{Eacute}t{acute}e {agrave} P{eacute}kin /$cwan Li
=500  \\\\$a红楼梦
`
const alephseq = `000000007 FMT   L BK
000000007 LDR   L 00000nam^a2200000^a^4500
000000007 001   L b^1
000000007 24510 L $$aCosts $5.50 {net} :$$bÉté à Pékin /$$cwan Li
000000007 500   L $$a红楼梦
`
const workform = (mark: string) => `00000nam0 2200000   450
001c1
010  ${mark}a978-7-02-000220-7${mark}dCNY59.70
2001 ${mark}a红楼梦${mark}f曹雪芹著
701 0${mark}a曹雪芹${mark}4著
`

async function* chunked(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function split(text: string | Uint8Array, size = 7, offset = 0, maxBytes?: number): Promise<Piece[]> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const guess = guessFormat(bytes, '')
  const pieces: Piece[] = []
  if (!guess) return pieces
  const options = { offset, head: bytes.subarray(0, 65_536), ...(maxBytes && { maxBytes }) }
  for await (const piece of carriers[guess.carrier].split(chunked(bytes.subarray(offset), size), options))
    pieces.push(piece)
  return pieces
}

const guess = (text: string | Uint8Array) => {
  const found = guessFormat(typeof text === 'string' ? Buffer.from(text) : text, '')
  return found && [found.format, found.carrier]
}

t.test('MARCMaker: blanks, dollars, braces and mnemonics become what they stand for', async (t) => {
  t.same(readMarc(Buffer.from(mrk)), { record: book, findings: [], carrier: 'marcmaker' })
})

t.test('MARCMaker: an unknown mnemonic stays, a wrapped line goes on, and both are told', async (t) => {
  const { record, findings } = readMarc(
    Buffer.from('heading\n=LDR  00000nam\\a2200000\\a\\4500\n=245  00$aa {foo} b\nand more\n'.slice(8)),
  )
  t.match(record.fields, [{ tag: '245', subfields: [{ value: 'a {foo} b and more' }] }])
  t.match(findings, [{ code: 'MARC_MNEMONIC_UNKNOWN' }])
})

t.test('Aleph sequential gives the same record, its FMT beside it', async (t) => {
  const { record, carrier } = readMarc(Buffer.from(alephseq))
  t.equal(carrier, 'alephseq')
  t.same(record.leader, book.leader)
  t.same(record.fields.filter(({ tag }) => tag !== 'FMT').slice(1), book.fields.slice(1))
  t.match(record.fields[1], { tag: '001', value: 'b 1' })
})

t.test(
  'Aleph sequential: DEL is a deletion, the system number stands in for 001, long leaders are told',
  async (t) => {
    const { record, findings } = readMarc(
      Buffer.from(
        '000000009 LDR   L 00000nam^^22^^^^^uu^45\n000000009 24500 L $$abroken\nby its line\n000000009 DEL   L $$aY\n',
      ),
    )
    t.equal(record.leader[5], 'd')
    t.match(record.fields, [
      { tag: '001', value: '000000009' },
      { subfields: [{ value: 'broken by its line' }] },
      {},
    ])
    t.match(findings, [{ code: 'MARC_LEADER_WRONG' }])
    const bare = readMarc(Buffer.from('000000010 DEL   L $$aY\n000000010 24500 L $$aGone\n')).record
    t.equal(bare.leader[5], 'd', 'also where no leader stands')
  },
)

t.test('the lines of workforms, displays and MicroLIF give the same record', async (t) => {
  for (const mark of ['ǂ', '▼', '$', '‡', '|', '_']) {
    const { record, carrier } = readMarc(Buffer.from(workform(mark)))
    t.equal(carrier, 'lines', mark)
    t.same(record.fields, cnmarc.fields, mark)
  }
  const spaced =
    '00000nam a2200000 a 4500\n001 b 1\n245 10 $a Costs $5.50 {net} : $b Été à Pékin / $c wan Li\n500    $a 红楼梦\n'
  t.same(readMarc(Buffer.from(spaced)).record, book)
  const lif =
    'header line of MicroLIF\nLDR00180nam  22     2  4500^\n245 0_aAll about whales.^\n260  _bHoliday,_c1987.^`\n'
  const [piece] = await split(lif)
  t.match(piece?.kind === 'record' && readMarc(piece.bytes).record, {
    leader: '00180nam  22     2  4500',
    fields: [{ tag: '245', ind2: '0', subfields: [{ value: 'All about whales.' }] }, { tag: '260' }],
  })
})

t.test('a bracket is a mark, a price is none', async (t) => {
  const bisis = '001 ## [a]c  [e]7\n200 0# [a]Проклета авлија  [f]Иво Андрић\n210 ## [a]Београд  [d]2015\n'
  t.match(readMarc(Buffer.from(bisis)).record.fields[1], {
    ind1: '0',
    ind2: ' ',
    subfields: subfields('aПроклета авлија', 'fИво Андрић'),
  })
})

t.test(
  'each is told from its content, for both families of MARC, in UTF-8, GB 18030 and UTF-16',
  async (t) => {
    t.same(guess(mrk), ['marc21', 'marcmaker'])
    t.same(guess(mrk.replaceAll('=245', '=200')), ['cnmarc', 'marcmaker'])
    t.same(guess(alephseq), ['marc21', 'alephseq'])
    t.same(guess(alephseq.replace('24510', '2001 ')), ['cnmarc', 'alephseq'])
    t.same(guess(workform('▼')), ['cnmarc', 'lines'])
    t.same(guess(encodeGb18030(workform('▼'))), ['cnmarc', 'lines'])
    t.same(guess(Buffer.from(`\ufeff${workform('$')}`, 'utf16le')), ['cnmarc', 'lines'])
    t.equal(guess('2001 was a year\n2002 was another\n'), null)
    t.same(readMarc(encodeGb18030(workform('▼'))).record.fields, cnmarc.fields)
  },
)

t.test(
  'records come one by one whatever the chunks and line ends, and reading can begin at any of them',
  async (t) => {
    const texts = [
      `${mrk}\n${mrk}\n${mrk}`,
      `${alephseq}${alephseq.replaceAll('000000007', '000000008')}`,
      `${workform('$')}***\n${workform('$')}`,
    ]
    for (const text of texts)
      for (const lineEnd of ['\n', '\r\n', '\r'])
        for (const size of [1, 13, 9_999]) {
          const bytes = Buffer.from(text.replaceAll('\n', lineEnd))
          const pieces = await split(bytes, size)
          t.same(
            pieces.map(({ kind }) => kind),
            Array(pieces.length).fill('record'),
          )
          t.equal(pieces.length, text.startsWith('=') ? 3 : 2)
          const second = pieces[1]?.offset ?? 0
          t.same(await split(bytes, size, second), pieces.slice(1))
        }
  },
)

t.test('a record without an end is set aside, and the next is read', async (t) => {
  const long = `=LDR  00000nam\\a2200000\\a\\4500\n=245  00$a${'x'.repeat(9_000)}\n`
  const pieces = await split(`${long}\n${mrk}`, 512, 0, 2_000)
  t.same(
    pieces.map((piece) => (piece.kind === 'broken' ? piece.finding.code : piece.kind)),
    ['RECORD_TOO_LARGE', 'record'],
  )
})

t.test('lines that belong to no record are set aside, those in a row together', async (t) => {
  const kinds = async (text: string) =>
    (await split(text, 64)).map((piece) => (piece.kind === 'broken' ? piece.finding.code : piece.kind))
  const aleph = '000000007 LDR   L 00000nam^a2200000^a^4500\n000000007 24510 L $$aTitle\n'
  t.same(await kinds(`${aleph}\nof a field\nthat was cut\n\x1a\n${aleph.replaceAll('7 ', '8 ')}\x1a\n`), [
    'record',
    'TEXT_LINES_STRAY',
    'record',
  ])
  const workform = '00000nam0 2200000   450\n200 1 $aTitle\n'
  t.same(await kinds(`${workform}***\nlost\n${workform}`), ['record', 'TEXT_LINES_STRAY', 'record'])
})

/** What is not linear in the length would meet the time limit of the test. */
t.test('hostile texts come to an end', { timeout: 60_000 }, async (t) => {
  for (const text of [
    '=LDR  '.repeat(200_000),
    `=245  00${'$a'.repeat(300_000)}`,
    `=245  00$a${'{a'.repeat(300_000)}`,
    `000000001 245   L ${'$$'.repeat(300_000)}`,
    `00000nam a2200000 a 4500\n${'245 00 $a '.repeat(100_000)}`,
    `${'\n'.repeat(500_000)}=001  x`,
  ]) {
    try {
      readMarc(Buffer.from(text))
    } catch (error) {
      t.match(error, { code: /^MARC_/ })
    }
    await split(text, 65_536)
  }
})

t.test('what ISO 2709 carries is still ISO 2709', async (t) => {
  const iso = writeIso2709(book, 'utf-8')
  t.same(readMarc(iso).record, readIso2709(iso).record)
})

t.test(
  'a 001 of Aleph that has subfields is no number of the record: the system number stands in',
  async (t) => {
    const danish =
      '000000007 LDR   L -----nam----------a-----\n000000007 00100 L $$ax1$$fa\n000000007 24500 L $$aTitle\n'
    t.match(readMarc(Buffer.from(danish)).record.fields[0], { tag: '001', value: '000000007' })
  },
)
