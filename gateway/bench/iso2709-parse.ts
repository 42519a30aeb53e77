import { spawn } from 'node:child_process'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readIso2709 } from '../../standards/formats/iso2709.js'
import { iso2709Splitter } from '../../standards/formats/iso2709-split.js'
import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import type { MarcRecord } from '../../standards/formats/marc.js'
import { readMarcxml } from '../../standards/formats/marcxml.js'
import { splitMarcxml } from '../../standards/formats/marcxml-split.js'
import { writeMarcxml } from '../../standards/formats/marcxml-write.js'
import { readFile } from '../outbound/file.js'

export const name = 'iso2709'

const ROUNDS = 3
const MEGABYTE = 1_000_000

/**
 * MB/s of our reader against `yaz-marcdump -o line` over the same file, round by round, one process each; and MB/s over
 * MARCXML. A file named by SHULIAN_BENCH_FILE (ISO 2709) is measured as well.
 */
export async function run(report: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-bench-'))
  try {
    const { marc, xml } = await generate(folder)
    await compare('generated records', marc, report)
    const named = process.env['SHULIAN_BENCH_FILE']
    if (named) await compare(named, named, report)
    await readRound(xml, readXmlFile)
    report(`MARCXML: ${(await readRound(xml, readXmlFile)).toFixed(0)} MB/s`)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function compare(label: string, path: string, report: (line: string) => void): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  await readRound(path, readMarcFile)
  for (let round = 1; round <= ROUNDS; round++) {
    ours.push(await readRound(path, readMarcFile))
    const other = await yazRound(path)
    if (other !== null) theirs.push(other)
    const beside = other === null ? 'yaz-marcdump is not installed' : `yaz-marcdump ${other.toFixed(0)} MB/s`
    report(`${label}, round ${round}: ours ${ours.at(-1)?.toFixed(0)} MB/s, ${beside}`)
  }
  if (theirs.length === 0) report(`${label}: median ${median(ours).toFixed(0)} MB/s; nothing to compare with`)
  else
    report(
      `${label}: medians ${median(ours).toFixed(0)} and ${median(theirs).toFixed(0)} MB/s, ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
    )
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

async function readRound(path: string, read: (path: string) => Promise<void>): Promise<number> {
  const { size } = await stat(path)
  const began = performance.now()
  await read(path)
  return size / MEGABYTE / ((performance.now() - began) / 1000)
}

const chunksOf = (path: string): AsyncGenerator<Uint8Array> =>
  readFile(path, { signal: new AbortController().signal })

/** As the import reads: every record with all its fields, every subfield's text a string. */
async function readMarcFile(path: string): Promise<void> {
  const splitter = iso2709Splitter()
  for await (const chunk of chunksOf(path))
    for (const piece of splitter.push(chunk)) if (piece.kind === 'record') readIso2709(piece.bytes)
}

async function readXmlFile(path: string): Promise<void> {
  for await (const piece of splitMarcxml(chunksOf(path))) {
    if (piece.kind === 'record') readMarcxml(piece.bytes)
  }
}

/** Null when the program is not there. */
async function yazRound(path: string): Promise<number | null> {
  const { size } = await stat(path)
  const began = performance.now()
  const code = await new Promise<number | null>((resolve) => {
    const child = spawn('yaz-marcdump', ['-o', 'line', path], { stdio: ['ignore', 'ignore', 'ignore'] })
    child.on('error', () => resolve(null))
    child.on('exit', resolve)
  })
  return code === null ? null : size / MEGABYTE / ((performance.now() - began) / 1000)
}

/** 160 MB of ISO 2709, long enough that neither start nor warm-up counts, and 20 MB of MARCXML: the same octets every time. */
async function generate(folder: string): Promise<{ marc: string; xml: string }> {
  const marc = join(folder, 'records.mrc')
  const xml = join(folder, 'records.xml')
  const random = seeded(20_260_301)
  const records = Array.from({ length: 2_000 }, (_, i) => recordOf(i, random))
  await repeat(
    marc,
    '',
    records.map((record) => writeIso2709(record, 'utf-8')),
    '',
    160 * MEGABYTE,
  )
  const elements = records.map((record) => Buffer.from(writeMarcxml(record)))
  await repeat(xml, '<collection>', elements, '</collection>', 20 * MEGABYTE)
  return { marc, xml }
}

async function repeat(
  path: string,
  head: string,
  parts: Uint8Array[],
  tail: string,
  size: number,
): Promise<void> {
  const block = Buffer.concat(parts)
  const file = await open(path, 'w')
  await file.write(head)
  for (let written = 0; written < size; written += block.length) await file.write(block)
  await file.write(tail)
  await file.close()
}

/** mulberry32: small, and the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const words =
  '图书馆 目录 数据 研究 中国 文学史 library catalogue data research history of literature études théorie Grundlagen für Anfänger edition'.split(
    ' ',
  )

/** Shaped like a union catalogue's: three control fields, some thirty data fields, about a third of them not ASCII. */
function recordOf(index: number, random: () => number): MarcRecord {
  const text = (count: number) =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ')
  const field = (tag: string, ...values: string[]) => ({
    tag,
    ind1: '1',
    ind2: ' ',
    subfields: values.map((value, i) => ({ code: 'abcdefg'[i] as string, value })),
  })
  return {
    leader: '00000cam a2200000 a 4500',
    fields: [
      { tag: '001', value: `bench${String(index).padStart(8, '0')}` },
      { tag: '005', value: '20260301120000.0' },
      { tag: '008', value: '260301s2026    cc ||||||||||||||||chi||' },
      field('020', `978730${String(index).padStart(6, '0')}`, text(1)),
      field('040', 'CN-Shulian', 'chi', 'rda'),
      field('100', text(2), '1950-'),
      field('245', text(6), text(5), text(3)),
      field('264', text(1), text(2), '2026'),
      field('300', '320 页', '21 cm'),
      field('520', text(30)),
      ...Array.from({ length: 6 }, () => field('650', text(2), text(1))),
      ...Array.from({ length: 4 }, () => field('700', text(2), '1960-', text(1))),
      ...Array.from({ length: 6 }, () => field('912', text(1), String(Math.floor(random() * 1e9)))),
    ],
  }
}
