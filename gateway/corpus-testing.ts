import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { guessFormat } from '../standards/formats/detect.js'
import type { RunReport } from '../standards/record/run-report.js'
import { fileAdapters } from './contracts/file-adapters.js'
import type { Gateway } from './gateway.js'
import { projectRoot } from './root.js'
import type { TestKernel } from './testing.js'

/** Real files of libraries and publishers, where they are at hand: they are no part of the product. */
const corpus = join(projectRoot(), '..', 'shared', 'corpus')
export const hasCorpus = (): boolean => existsSync(corpus)

/** Folders of bibliographic records; the others hold statistics, images, texts, reviews. */
const folders = [
  'alephseq',
  'kbart',
  'marc21',
  'marcxml',
  'metadata-xml',
  'oai-pmh',
  'pica',
  'sru',
  'unimarc',
] as const

/** Units of the corpus' own list that are records of a file; others are its lines, headers or hits. */
const recordUnits = new Set(['MARC records', 'OAI headers/items'])

interface CorpusFile {
  /** Below the corpus. */
  path: string
  /** Who it came from: folder/collection. */
  source: string
  /** How many records somebody else's parser found in it. */
  counted?: number
}

/** Every file of these folders in order, with what the corpus' own list says of it. */
const corpusFiles = (): CorpusFile[] => {
  const [, ...lines] = readFileSync(join(corpus, 'MANIFEST.tsv'), 'utf8').split('\n')
  const counts = new Map(
    lines
      .map((line) => line.split('\t'))
      .filter(([, , , , count, unit]) => count && recordUnits.has(unit ?? ''))
      .map(([path, , , , count]) => [path, Number(count)]),
  )
  return folders
    .flatMap((folder) => filesOf(folder))
    .map((path) => {
      const counted = counts.get(path)
      const source = path.split('/').slice(0, 2).join('/')
      return { path, source, ...(counted !== undefined && { counted }) }
    })
}

const filesOf = (folder: string): string[] =>
  readdirSync(join(corpus, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? filesOf(path) : [path]
    })

/** A file harvested as a source of its own; null when it is of no vocabulary that is read. */
const takeIn = async (
  { members, catalogue }: Gateway['services'],
  path: string,
  name: string,
): Promise<RunReport | null> => {
  const whole = join(corpus, path)
  const guess = statSync(whole).size === 0 ? null : guessFormat(readFileSync(whole).subarray(0, 65_536), path)
  if (!guess) return null
  const adapter = fileAdapters[guess.format]
  await members.addSource({ member: 'corpus', name, adapter, options: { path: whole } })
  return catalogue.harvest(`corpus/${name}`, { signal: new AbortController().signal })
}

/** What became of one file. */
export interface Taken extends CorpusFile {
  report: RunReport
  /** Records of it that are in the catalogue now. */
  standing: number
}

export const countNames = [
  'read',
  'accepted',
  'warned',
  'quarantined',
  'deleted',
  'unchanged',
  'empty',
  'replaced',
] as const

/** What became of all files of one source. */
export interface Tally {
  source: string
  files: Taken[]
  /** Files of no vocabulary that is read. */
  left: string[]
  counts: Record<(typeof countNames)[number], number>
  /** Code → how many were set aside for it. */
  setAside: Record<string, number>
}

/** Takes in the whole corpus, a source at a time. */
export async function* takeInAll({ services, gateway }: TestKernel): AsyncGenerator<Tally> {
  await services.members.add({ id: 'corpus', name: 'Corpus', type: 'other' })
  const all = corpusFiles()
  let number = 0
  for (const source of new Set(all.map((file) => file.source))) {
    const files = all.filter((file) => file.source === source)
    const tally: Tally = { source, files: [], left: [], counts: noCounts(), setAside: {} }
    for (const file of files) {
      const name = `file-${++number}`
      const report = await takeIn(services, file.path, name)
      if (report) add(tally, { ...file, report, standing: await standing(gateway, `corpus/${name}`) })
      else tally.left.push(file.path)
    }
    yield tally
  }
}

const standing = async ({ database }: Gateway, source: string): Promise<number> => {
  const { live } = await database.kysely
    .selectFrom('catalogueRecord')
    .select(({ fn }) => fn.countAll<number>().as('live'))
    .where('source', '=', source)
    .where('state', '=', 'live')
    .executeTakeFirstOrThrow()
  return live
}

const noCounts = () => Object.fromEntries(countNames.map((name) => [name, 0])) as Tally['counts']

const add = (tally: Tally, taken: Taken): void => {
  tally.files.push(taken)
  for (const name of countNames) tally.counts[name] += taken.report[name] ?? 0
  for (const [code, count] of Object.entries(taken.report.setAside ?? {}))
    tally.setAside[code] = (tally.setAside[code] ?? 0) + count
}

/** Of the records that say something, the share that was not set aside; undefined where none does. */
export const shareTaken = ({ counts: { read, empty, quarantined } }: Tally): number | undefined =>
  read === empty ? undefined : 1 - quarantined / (read - empty)

/** A line of a table for people. */
export const lineOf = (tally: Tally): string => {
  const { source, files, counts, setAside } = tally
  const causes = Object.entries(setAside).map(([code, count]) => `${code} ${count}`)
  const numbers = countNames.map((name) => String(counts[name]).padStart(name.length + 1)).join(' ')
  const taken = shareTaken(tally)
  const share = (taken === undefined ? 'no records' : `${(100 * taken).toFixed(2)} %`).padStart(10)
  return `${source.padEnd(32)} ${String(files.length).padStart(5)} ${numbers} ${share}  ${causes.join(', ')}`
}

export const headLine = `${'source'.padEnd(32)} files ${countNames.map((name) => ` ${name}`).join(' ')}      taken  set aside for`
