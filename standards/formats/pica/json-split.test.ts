import t from 'tap'
import { splitPicaJson } from './json-split.js'

const record = '[["003@","","0","1"],["021A",null,"a","Title"]]'

/** Pieces of a file that comes in chunks of so many octets, each as its kind and text. */
const piecesOf = async (text: string, size: number, maxBytes?: number) => {
  const bytes = Buffer.from(text)
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const pieces: [kind: string, text: string][] = []
  let last = 0
  for await (const piece of splitPicaJson(chunks(), maxBytes === undefined ? {} : { maxBytes })) {
    if (piece.offset < last)
      throw new Error(`a piece begins at ${piece.offset}, the one before ends at ${last}`)
    last = piece.end
    pieces.push([piece.kind, bytes.toString('utf8', piece.offset, piece.end).trim()])
  }
  return pieces
}

t.test('records stand one a line, over lines or in an array, however the file is cut', async (t) => {
  const spread = record.replaceAll('],[', '],\n  [').replace('[[', '[\n  [')
  for (const text of [`${record}\n${record}\n`, `[\n${record},\n${record}\n]`, `[${spread},\n${spread}]`])
    for (const size of [1, 2, 3, 50, 1_000])
      t.same(
        (await piecesOf(text, size)).map(([kind]) => kind),
        ['record', 'record'],
        `${size}: ${text}`,
      )
})

t.test('what stands in no record is told, and the next record is whole', async (t) => {
  for (const size of [1, 7, 1_000])
    t.same(await piecesOf(`${record}\n["021A","x"]\n[["003@","0\n${record}\n`, size), [
      ['record', record],
      ['broken', '["021A","x"]'],
      ['broken', '[["003@","0'],
      ['record', record],
    ])
})

t.test(
  'more than a record may hold is told in pieces that follow each other, and the next record is whole',
  async (t) => {
    for (let size = 1; size < 60; size++) {
      const pieces = await piecesOf(`${'x'.repeat(100)}\n${record}\n`, size, 64)
      t.equal(
        pieces
          .filter(([kind]) => kind === 'broken')
          .map(([, text]) => text)
          .join('')
          .trim(),
        'x'.repeat(100),
      )
      t.same(pieces.at(-1), ['record', record])
    }
  },
)
