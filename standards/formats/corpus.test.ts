import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import t from 'tap'
import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import { splitIso2709 } from './iso2709-split.js'
import { decodeMarc8 } from './marc8.js'
import { splitMarcxml } from './marcxml-split.js'
import { readMarc } from './read-marc.js'

const corpus = join(process.cwd(), '../shared/corpus')
const folders = ['marc21', 'marcxml', 'unimarc'].map((name) => join(corpus, name))
const isAbsent = !folders.every((folder) => existsSync(folder)) && 'the corpus is not on this machine'

function looksLike(path: string): 'iso2709' | 'marcxml' | null {
  const head = readFileSync(path).subarray(0, 262_144)
  if (head[0] === 0x1f) return null
  const text = head.toString('latin1')
  if (head.includes(0x1e) && head.includes(0x1d)) return 'iso2709'
  return text.trimStart().startsWith('<') && /<(\w+:)?(leader|controlfield|datafield)/.test(text)
    ? 'marcxml'
    : null
}

interface Tally {
  read: number
  unreadable: string[]
  slowest: number
}

async function readAll(path: string, carrier: 'iso2709' | 'marcxml', tally: Tally): Promise<void> {
  const split = carrier === 'iso2709' ? splitIso2709 : splitMarcxml
  for await (const piece of split(createReadStream(path))) {
    if (piece.kind === 'empty') continue
    const began = performance.now()
    try {
      if (piece.kind === 'broken') throw new RecordUnreadable(piece.finding)
      readMarc(piece.bytes)
      tally.read++
    } catch (error) {
      if (!(error instanceof RecordUnreadable)) throw error
      tally.unreadable.push(`${relative(corpus, path)} at ${piece.offset}: ${error.message.slice(0, 110)}`)
    }
    tally.slowest = Math.max(tally.slowest, performance.now() - began)
  }
}

t.test('real files are read, or refused with a reason', { skip: isAbsent }, async (t) => {
  const all: Tally = { read: 0, unreadable: [], slowest: 0 }
  for (const folder of folders) {
    const tally: Tally = { read: 0, unreadable: [], slowest: 0 }
    for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(name.parentPath, name.name)
      const carrier = name.isFile() ? looksLike(path) : null
      if (carrier) await readAll(path, carrier, tally)
    }
    t.comment(
      `${relative(corpus, folder)}: ${tally.read} read, ${tally.unreadable.length} not, slowest ${tally.slowest.toFixed(1)} ms`,
    )
    for (const line of tally.unreadable.slice(0, 40)) t.comment(line)
    all.read += tally.read
    all.unreadable.push(...tally.unreadable)
    all.slowest = Math.max(all.slowest, tally.slowest)
  }
  t.ok(all.read >= 0.95 * (all.read + all.unreadable.length), 'at least 95 of 100 records are readable')
  t.ok(all.slowest < 200, 'no record takes 200 ms')
})

t.test('1516 of 1516 MARC-8 lines decode to their UTF-8 twins', { skip: isAbsent }, async (t) => {
  const tables = join(corpus, 'marc21/pymarc-marc8-tables')
  const marc8 = linesOf(readFileSync(join(tables, 'test_marc8.txt')))
  const utf8 = linesOf(readFileSync(join(tables, 'test_utf8.txt')))
  const wrong = marc8.flatMap((line, i) => {
    const { text, findings } = decodeMarc8(line)
    const expected = utf8[i]?.toString('utf8').normalize('NFC')
    return text === expected && findings.length === 0 ? [] : [{ line: i + 1, text, expected, findings }]
  })
  t.equal(marc8.length, 1516)
  t.same(wrong, [])
})

/** The last line counts although it is empty. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
    lines.push(bytes.subarray(from, at))
    from = at + 1
  }
  return [...lines, bytes.subarray(from)]
}
