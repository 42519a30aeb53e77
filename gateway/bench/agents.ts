import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { migrations } from '../../plugins/graph/tables.js'
import { takeWorks } from '../../plugins/graph/take.js'
import type { Name } from '../../standards/record/names.js'
import { readConfig } from '../config.js'
import type { WorkDocument } from '../contracts/catalogue.js'
import { migrate } from '../database/migrate.js'
import { type Database, openDatabase } from '../database/open.js'
import type { Gateway } from '../gateway.js'
import { openShulian } from '../main.js'
import { type TrueRecord, trueRecords } from './agents-truth.js'
import { marcRecords } from './generated-records.js'

export const name = 'agents'

/**
 * Names put together, beside the truth of a generated set; what a record costs, at 400 and at 4,000 persons; and what an
 * import of 10,000 records loses to the graph, beside the same import without it. `agents N`: N persons and nothing else.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const asked = Number(process.argv[3])
  for (const persons of asked > 0 ? [asked] : [400, 4_000]) await measure(persons, report)
  if (!(asked > 0)) await besideImport(10_000, report)
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const measure = (persons: number, report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const records = trueRecords(persons, 1)
    const database = openDatabase({ path: join(folder, 'graph.db') })
    await migrate(database.kysely, migrations)
    const works = worksOf(records)
    const ids = [...works.keys()]
    const documents = async (asked: string[]) => asked.map((id) => works.get(id) as WorkDocument)
    const parts = { database: database.kysely, catalogue: { documents } }
    const before = process.cpuUsage()
    let looked = 0
    for (let at = 0; at < ids.length; at += 50) looked += await takeWorks(parts, ids.slice(at, at + 50))
    const { user, system } = process.cpuUsage(before)
    const micros = (user + system) / records.length
    const found = await placesOf(database, records)
    const { precision, recall, agents, largest } = scoreOf(found)
    report(
      `${persons} persons in ${records.length} records, ${found.length} names: ${agents} agents, the largest of ${largest} names`,
    )
    report(
      `  pairwise            precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent((2 * precision * recall) / (precision + recall))}`,
    )
    const plain = scoreOf(found.map((one) => ({ ...one, agent: one.heading })))
    report(
      `  the same heading    precision ${percent(plain.precision)}  recall ${percent(plain.recall)}  (yardstick)`,
    )
    report(
      `  cost                ${micros.toFixed(0)} µs of a processor a record, ${(looked / found.length).toFixed(1)} names looked at for one`,
    )
    await database.close()
  })

const worksOf = (records: TrueRecord[]): Map<string, WorkDocument> => {
  const works = new Map<string, TrueRecord[]>()
  for (const record of records) works.set(record.work, [...(works.get(record.work) ?? []), record])
  return new Map(
    [...works].map(([id, list]) => [
      id,
      {
        id,
        gone: false,
        parts: {
          id,
          version: 1,
          updatedAt: '2026-01-01T00:00:00Z',
          holders: {},
          records: list.map(({ id: record, source, description }) => ({
            id: record,
            source,
            sourceId: record,
            versionOf: null,
            description: JSON.stringify(description),
          })),
        },
      },
    ]),
  )
}

/** A name in a record: whose it is in truth, and whose it was said to be. */
interface Placed {
  person: string
  agent: string
  heading: string
}

const placesOf = async ({ kysely }: Database, records: TrueRecord[]): Promise<Placed[]> => {
  const rows = await kysely
    .selectFrom('graphMention')
    .innerJoin('graphName', 'graphName.id', 'graphMention.name')
    .select(['record', 'names', 'agent'])
    .execute()
  const byRecord = new Map(records.map((record) => [record.id, record]))
  return rows.map(({ record, names, agent }) => {
    const { description, persons } = byRecord.get(record) as TrueRecord
    const heading = (JSON.parse(names) as Name[])[0]?.value ?? ''
    const at = description.agents.findIndex((one) => one.names[0]?.value === heading)
    return { person: persons[at] as string, agent, heading }
  })
}

const scoreOf = (places: Placed[]) => {
  const pairs = (of: (one: Placed) => string) =>
    [...counted(places, of).values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0)
  const both = pairs(({ person, agent }) => `${person} ${agent}`)
  const agents = counted(places, ({ agent }) => agent)
  return {
    precision: both / pairs(({ agent }) => agent),
    recall: both / pairs(({ person }) => person),
    agents: agents.size,
    largest: Math.max(...agents.values()),
  }
}

const counted = (places: Placed[], of: (one: Placed) => string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const place of places) counts.set(of(place), (counts.get(of(place)) ?? 0) + 1)
  return counts
}

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`

/** The yardstick is the same import in a process that takes no jobs of the graph. */
const besideImport = async (count: number, report: (line: string) => void): Promise<void> => {
  const alone = await importOf(count, false)
  const beside = await importOf(count, true)
  const rate = (seconds: number) => `${(count / seconds).toFixed(0)} records/s`
  report(`${count} records imported`)
  report(`  alone               ${alone.seconds.toFixed(2)} s  ${rate(alone.seconds)}`)
  report(
    `  beside the graph    ${beside.seconds.toFixed(2)} s  ${rate(beside.seconds)}, ${percent(alone.seconds / beside.seconds)} of the rate`,
  )
  report(`  then caught up      ${beside.behind.toFixed(2)} s after the import ended`)
}

const importOf = (count: number, isBeside: boolean): Promise<{ seconds: number; behind: number }> =>
  inFolder(async (folder) => {
    const file = join(folder, 'records.mrc')
    await pipeline(Readable.from(marcRecords(count, 1)), createWriteStream(file))
    const gateway = await openShulian(
      readConfig({ SHULIAN_DATA_DIR: join(folder, 'data'), SHULIAN_PORT: '0', SHULIAN_LOG_LEVEL: 'silent' }),
    )
    const { members, catalogue } = gateway.services
    const { signal } = new AbortController()
    await members.add({ id: 'bench', name: 'Bench', type: 'library' })
    await members.addSource({ member: 'bench', name: 'main', adapter: 'marc-file', options: { path: file } })
    if (isBeside) gateway.jobs.start()
    const began = performance.now()
    await catalogue.harvest('bench/main', { signal })
    const ended = performance.now()
    if (isBeside) await caughtUp(gateway)
    const done = performance.now()
    await gateway.close()
    return { seconds: (ended - began) / 1000, behind: (done - ended) / 1000 }
  })

/** A long job goes on in further ones. */
const caughtUp = async ({ jobs }: Gateway): Promise<void> => {
  for (;;) {
    await jobs.caughtUp('graph.works')
    const { waiting, running } = await jobs.counts('graph.works')
    if (waiting + running === 0) return
  }
}
