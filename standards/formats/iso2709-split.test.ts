import t from 'tap'
import { splitIso2709 } from './iso2709-split.js'
import { writeIso2709 } from './iso2709-write.js'
import type { Piece } from './pieces.js'

const record = (id: string) =>
  Buffer.from(
    writeIso2709({ leader: '00000nam a2200000   4500', fields: [{ tag: '001', value: id }] }, 'utf-8'),
  )
const [one, two] = [record('one'), record('two')]

/** The bytes in chunks of `size`, so that records lie across them. */
async function* chunked(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function split(bytes: Buffer, options = {}, size = 7): Promise<Piece[]> {
  const pieces: Piece[] = []
  for await (const piece of splitIso2709(chunked(bytes, size), options)) pieces.push(piece)
  return pieces
}

const bytesOf = (pieces: Piece[]) =>
  pieces.map((piece) => (piece.kind === 'empty' ? null : Buffer.from(piece.bytes)))

t.test('records come whole, with their offsets, however the stream is cut', async (t) => {
  for (const size of [1, 7, 1000]) {
    const pieces = await split(Buffer.concat([one, two]), {}, size)
    t.same(bytesOf(pieces), [one, two])
    t.same(
      pieces.map(({ offset, end }) => [offset, end]),
      [
        [0, one.length],
        [one.length, one.length + two.length],
      ],
    )
  }
})

t.test('line ends, blanks and a byte order mark between records are passed over', async (t) => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeff'),
    one,
    Buffer.from('\r\n  '),
    two,
    Buffer.from('\r\n\x1a'),
  ])
  const pieces = await split(bytes)
  t.same(bytesOf(pieces), [one, two])
  t.equal(pieces[1]?.offset, 3 + one.length + 4)
})

t.test('a blank record is empty', async (t) => {
  const pieces = await split(Buffer.concat([one, Buffer.from('   \r\n\x1d'), two]))
  t.same(
    pieces.map(({ kind }) => kind),
    ['record', 'empty', 'record'],
  )
})

t.test('a blank leader is not taken for filler', async (t) => {
  const blank = Buffer.concat([Buffer.from(' '.repeat(24)), one.subarray(24)])
  t.same(bytesOf(await split(Buffer.concat([two, blank]))), [two, blank])
})

t.test('a missing last terminator is mended with a warning', async (t) => {
  const [, last] = await split(Buffer.concat([one, two.subarray(0, -1), Buffer.from('\r\n\x1a')]))
  t.match(last, { kind: 'record', findings: [{ code: 'MARC_NO_TERMINATOR' }] })
})

t.test('a tail that holds no field is broken', async (t) => {
  const [, last] = await split(Buffer.concat([one, Buffer.from('<html>504 Gateway Timeout</html>')]))
  t.match(last, { kind: 'broken', finding: { code: 'MARC_NO_TERMINATOR' } })
})

t.test('past the cap the octets are broken, and reading goes on after the next terminator', async (t) => {
  const endless = Buffer.alloc(5_000, 'x')
  const bytes = Buffer.concat([one, endless, Buffer.from('\x1d'), two])
  const pieces = await split(bytes, { maxBytes: 1_000 }, 100)
  t.same(
    pieces.map(({ kind }) => kind),
    ['record', 'broken', 'record'],
  )
  t.same(pieces[1]?.end, one.length + 5_001)
  t.same(bytesOf(pieces)[2], two)
})

t.test('offsets count from where the stream begins in the file', async (t) => {
  t.equal((await split(two, { offset: 900 }))[0]?.offset, 900)
})

t.test('records whose terminators are missing are parted where the next leader stands', async (t) => {
  const three = record('three')
  const open = (bytes: Buffer) => bytes.subarray(0, -1)
  for (const filler of ['', '\r\n'])
    for (const size of [7, 1000]) {
      const pieces = await split(
        Buffer.concat([open(one), Buffer.from(filler), open(two), Buffer.from(filler), three]),
        {},
        size,
      )
      t.same(bytesOf(pieces), [open(one), open(two), three])
      t.same(
        pieces.map((piece) =>
          piece.kind === 'record' ? piece.findings.map(({ code }) => code) : piece.kind,
        ),
        [['MARC_NO_TERMINATOR'], ['MARC_NO_TERMINATOR'], []],
      )
      t.equal(pieces[2]?.offset, open(one).length + open(two).length + 2 * filler.length)
    }
  const cut = one.subarray(0, 30)
  t.same(
    (await split(Buffer.concat([cut, two]))).map(({ kind }) => kind),
    ['broken', 'record'],
    'one that was cut costs only itself',
  )
})

t.test('a file without any terminator may be longer than a record', async (t) => {
  const all = ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => record(id).subarray(0, -1))
  const pieces = await split(Buffer.concat(all), { maxBytes: 150 })
  t.same(bytesOf(pieces), all)
})

t.test('a directory whose digits stand as those of a leader is no leader', async (t) => {
  const fields = [
    { tag: '001', value: 'x'.repeat(44) },
    ...['225', '300', '606'].map((tag) => ({ tag, value: '  \x1faText' })),
  ]
  const bytes = Buffer.from(writeIso2709({ leader: '00000nam a2200000   4500', fields }, 'utf-8'))
  t.match(bytes.toString(), /22\d{8}45/, 'a field 225 that starts at 45')
  bytes.write('00000')
  t.same(bytesOf(await split(bytes)), [bytes])
})

t.test('many small records without terminators are parted, however many', async (t) => {
  const small = Buffer.from('00040nam a2200037   45000010002000001\x1e1\x1e')
  t.equal((await split(Buffer.alloc(200_000 * small.length, small), {}, 65_536)).length, 200_000)
})
