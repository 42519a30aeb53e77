import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marc } from '../../../plugins/catalogue/testing.js'
import { type Finished, jsonLines, listening, shulian, startShulian } from '../../command-testing.js'
import type { SmallDisk } from './small-disk.js'

const mebibyte = 1024 * 1024
const lastOf = ({ stdout }: Finished) => jsonLines(stdout).at(-1) as Record<string, unknown>
const recordsOf = async (dataDir: string) => lastOf(await shulian(dataDir, 'status', '--json'))['records']

export interface DiskFullOutcome {
  count: number
  /** The import that met the full disk, and its report. */
  cut: Finished
  report: Record<string, unknown>
  /** Records that a gateway found after it. */
  kept: unknown
  /** While not a byte is free. */
  full: { command: Finished; status: number; retryAfter: string | null; problem: unknown; reading: number }
  /** Once there is room again: the last report, what is found, and the same call. */
  whole: Record<string, unknown>
  found: unknown
  pushed: number
  code: number | null
}

/** A disk that fills while a file of so many records is imported, and again under a gateway that serves. */
export const diskFull = async (disk: SmallDisk, folder: string, count: number): Promise<DiskFullOutcome> => {
  const dataDir = join(disk.path, 'data')
  const words = ['import', fileOf(folder, count), '--member', 'city', '--format', 'marc21', '--json']
  await shulian(dataDir, 'members', 'add', 'city', '--name', 'city', '--type', 'library')
  const makeSomeRoom = disk.fill(20 * mebibyte)
  const cut = await shulian(dataDir, ...words)
  makeSomeRoom()
  const started = startShulian(dataDir, 'serve', '--empty', '--json')
  try {
    const url = await listening(started)
    const kept = await recordsOf(dataDir)
    const makeRoom = disk.fill(0)
    const command = await shulian(dataDir, ...words)
    const answer = await push(url, dataDir)
    const full = {
      command,
      status: answer.status,
      retryAfter: answer.headers.get('retry-after'),
      problem: await answer.json(),
      reading: (await fetch(`${url}/v1/search?q=title`)).status,
    }
    makeRoom()
    const whole = lastOf(await shulian(dataDir, ...words))
    const { total: found } = (await (await fetch(`${url}/v1/search?limit=0`)).json()) as { total: unknown }
    const pushed = (await push(url, dataDir)).status
    started.child.kill('SIGTERM')
    const { code } = await started.finished
    return { count, cut, report: lastOf(cut), kept, full, whole, found, pushed, code }
  } finally {
    started.child.kill('SIGKILL')
  }
}

const fileOf = (folder: string, count: number): string => {
  const record = (_: unknown, at: number) =>
    marc({ id: `f${at}`, title: `Title ${at}`, subject: 'x'.repeat(2_000) })
  const file = join(folder, 'records.mrc')
  writeFileSync(file, Buffer.concat(Array.from({ length: count }, record)))
  return file
}

/** More than a block that was left over can hold. */
const push = (url: string, dataDir: string): Promise<Response> => {
  const bytes = Buffer.from(marc({ id: 'pushed', title: 'Pushed', subject: 'x'.repeat(9_000) })).toString(
    'base64',
  )
  const change = (_: unknown, at: number) => ({ op: 'put', format: 'marc21', sourceId: `p${at}`, bytes })
  return fetch(`${url}/v1/sources/city/changes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${readFileSync(join(dataDir, 'operator.token'), 'utf8').trim()}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ changes: Array.from({ length: 300 }, change) }),
  })
}
