import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import type { Call, HarvestPage, Resume } from '../../gateway/contracts/adapter.js'
import { ShulianError } from '../../gateway/contracts/errors.js'
import { silentLog } from '../../gateway/contracts/log.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import type { MarcRecord } from '../../standards/formats/marc.js'
import { writeMarcxml } from '../../standards/formats/marcxml-write.js'
import type { Change } from '../../standards/record/change.js'
import { type MarcFileOptions, marcFile } from './index.js'

const book = (id: string): MarcRecord => ({
  leader: '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: id },
    { tag: '200', ind1: '1', ind2: ' ', subfields: [{ code: 'a', value: `题名 ${id}` }] },
  ],
})
const books = Array.from({ length: 8_050 }, (_, i) => book(`b${i}`))
const iso = Buffer.concat(books.map((record) => writeIso2709(record, 'gb18030')))
const xml = Buffer.from(`<collection>${books.map(writeMarcxml).join('\n')}</collection>`)

/** Reads the disk, small chunks, and counts the octets. */
const outside = { read: 0, ...disk() }
function disk(): Outside {
  return {
    async *open(location, { offset = 0, signal }) {
      for await (const chunk of createReadStream(location, { start: offset, highWaterMark: 1_000, signal })) {
        outside.read += chunk.length
        yield chunk as Uint8Array
      }
    },
    fetch: () => Promise.reject(new Error('a file needs no fetch')),
    assertAllowed: async () => {},
    now: () => new Date(0),
  }
}

const call = (): Call => ({ signal: AbortSignal.timeout(10_000), log: silentLog, trace: 'test' })
const folder = t.testdir()

async function fileOf(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

async function harvest(options: MarcFileOptions, resume: Resume | null = null): Promise<HarvestPage[]> {
  const pages: HarvestPage[] = []
  for await (const page of marcFile.connect(options, outside).harvest?.(resume, call()) ?? [])
    pages.push(page)
  return pages
}

const bytesOf = (pages: HarvestPage[]): Buffer =>
  Buffer.concat(
    pages.flatMap(({ changes }) => changes).map((change) => ('bytes' in change ? change.bytes : Buffer.of())),
  )

t.test('a file comes in pages of at most 4,000, its octets as they were', async (t) => {
  const pages = await harvest({ path: await fileOf('cn.iso', iso) })
  t.same(
    pages.map(({ changes }) => changes.length),
    [4_000, 4_000, 50],
  )
  t.ok(bytesOf(pages).equals(iso))
  t.match(pages[0]?.changes[1], { op: 'put', kind: 'bib', format: 'cnmarc' })
  t.same(pages.at(-1)?.resume, { done: true })
  t.match(pages[0]?.notes, [/^"cn.iso" was taken for cnmarc: title field 200/])
})

t.test('a killed harvest goes on at the record it was at, without reading what it had', async (t) => {
  const path = await fileOf('cn.iso', iso)
  const [first, ...rest] = await harvest({ path, format: 'cnmarc' })
  const again = await harvest({ path, format: 'cnmarc' }, JSON.parse(JSON.stringify(first?.resume)))
  t.same(again, rest)
})

t.test('a clean end starts anew', async (t) => {
  const path = await fileOf('cn.iso', iso)
  t.equal((await harvest({ path, format: 'cnmarc' }, { done: true })).length, 3)
})

t.test('several files follow one another, and a bookmark knows its file', async (t) => {
  const path = [
    await fileOf('a.iso', writeIso2709(book('a'), 'utf-8')),
    await fileOf('b.xml', writeMarcxml(book('b'))),
  ]
  const pages = await harvest({ path, format: 'cnmarc' })
  t.equal(pages.length, 2)
  t.same(await harvest({ path, format: 'cnmarc' }, pages[0]?.resume), pages.slice(1))
  const [restarted] = await harvest({ path: path[1] as string, format: 'cnmarc' }, pages[0]?.resume as Resume)
  t.match(restarted?.notes, [/reading starts anew/])
})

t.test('MARCXML, gzip, JSON lines and JSON arrays give the same records', async (t) => {
  const json = (record: MarcRecord) =>
    JSON.stringify({
      leader: record.leader,
      fields: record.fields.map((field) =>
        'value' in field
          ? { [field.tag]: field.value }
          : { [field.tag]: { ...field, subfields: [{ a: '题名' }] } },
      ),
    })
  const files: [string, Uint8Array | string][] = [
    ['cn.xml', xml],
    ['cn.xml.gz', gzipSync(xml)],
    ['cn.iso.gz', gzipSync(iso)],
    ['utf16.xml', Buffer.from(`\ufeff${xml}`, 'utf16le')],
    ['lines.json', books.map(json).join('\n')],
    ['array.json', `[${books.map(json).join(',\n')}]`],
  ]
  for (const [name, bytes] of files) {
    const path = await fileOf(name, bytes)
    const pages = await harvest({ path })
    t.same(
      pages.map(({ changes }) => changes.length),
      [4_000, 4_000, 50],
      name,
    )
    t.same(bytesOf(await harvest({ path }, pages[0]?.resume)), bytesOf(pages.slice(1)), `${name} resumes`)
  }
})

t.test('one bad record never costs its file', async (t) => {
  const good = writeIso2709(book('good'), 'utf-8')
  const path = await fileOf(
    'blank-and-tail.iso',
    Buffer.concat([good, Buffer.from('  \x1d'), good, Buffer.from('junk')]),
  )
  const [page] = await harvest({ path, format: 'cnmarc' })
  t.same(
    page?.changes.map((change: Change) => change.op),
    ['put', 'empty', 'put', 'broken'],
  )
  t.match(page?.changes[3], { finding: { code: 'MARC_NO_TERMINATOR' }, format: 'cnmarc' })
})

t.test('a saved list of OAI-PMH names and deletes records as a harvest of it would', async (t) => {
  const harvested = (id: string, status: string, inner: string) =>
    `<record><header${status}><identifier>oai:x:${id}</identifier></header>${inner}</record>`
  const list = `<OAI-PMH>${harvested('1', '', `<metadata>${writeMarcxml(book('b1'))}</metadata>`)}${harvested('2', ' status="deleted"', '')}</OAI-PMH>`
  const [page] = await harvest({ path: await fileOf('list.xml', list) })
  t.match(page?.changes, [
    { op: 'put', sourceId: 'oai:x:1' },
    { op: 'delete', kind: 'bib', sourceId: 'oai:x:2' },
  ])
})

t.test('leader/06 tells authorities and holdings', async (t) => {
  const typed = (type: string) =>
    writeIso2709({ leader: `00000c${type}  a2200000   4500`, fields: [{ tag: '001', value: 'x' }] }, 'utf-8')
  const path = await fileOf('mixed.mrc', Buffer.concat(['a', 'z', 'x'].map(typed)))
  const [page] = await harvest({ path, format: 'marc21' })
  t.match(page?.changes, [{ kind: 'bib' }, { kind: 'authority' }, { kind: 'holding' }])
})

t.test('a probe states format, carrier and encoding after the head alone', async (t) => {
  const path = await fileOf('cn.iso.gz', gzipSync(iso))
  const identity = await marcFile.connect({ path }, outside).probe(call())
  t.match(identity, {
    name: 'cn.iso.gz',
    protocol: 'ISO 2709',
    details: { format: 'cnmarc', encoding: 'gb18030', compression: 'gzip' },
  })
  const large = await fileOf('large.iso', Buffer.concat(Array.from({ length: 20 }, () => iso)))
  outside.read = 0
  await marcFile.connect({ path: large }, outside).probe(call())
  t.ok(outside.read < 100_000)
})

t.test('what is no MARC is refused with what to do', async (t) => {
  const path = await fileOf('letter.txt', 'Dear library,\nplease find attached')
  await t.rejects(harvest({ path }), { code: 'FORMAT_UNKNOWN', message: /State "format"/ })
  const zip = await fileOf('records.zip', 'PK\x03\x04\x14\0\0\0\x08\0records.mrc')
  const message = /"\S+" holds no records as it is. It is a ZIP archive: unpack it and send the files in it.$/
  await t.rejects(harvest({ path: zip }), { code: 'FORMAT_UNKNOWN', message })
  const empty = await fileOf('empty.iso', '')
  const [page] = await harvest({ path: empty, format: 'cnmarc' })
  t.match(page, { changes: [], resume: { done: true }, notes: [/holds no MARC record/] })
})

t.test('a gzip bomb and a damaged gzip stop with a reason', async (t) => {
  const bomb = await fileOf('bomb.gz', gzipSync(Buffer.alloc(50_000_000, ' ')))
  await t.rejects(harvest({ path: bomb, format: 'cnmarc' }), { code: 'FILE_EXPANDS_TOO_MUCH' })
  const cut = await fileOf('cut.gz', gzipSync(iso).subarray(0, 2_000))
  await t.rejects(harvest({ path: cut, format: 'cnmarc' }), ShulianError)
})

t.test('a harvest that is left early closes what it opened', async (t) => {
  const path = await fileOf('cn.iso', iso)
  for await (const page of marcFile.connect({ path }, outside).harvest?.(null, call()) ?? []) {
    t.equal(page.changes.length, 4_000)
    break
  }
})
