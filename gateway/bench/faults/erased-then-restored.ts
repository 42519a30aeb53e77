import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { marc } from '../../../plugins/catalogue/testing.js'
import { jsonLines, listening, startShulianAt } from '../../command-testing.js'
import { type TestIssuer, testIssuer } from '../../identity/testing.js'
import { stopped } from './behind-link.js'

export interface ErasedThenRestored {
  /** Where words of the erased reader, and the pseudonym, were in the backup that was restored. */
  wereThere: string[]
  /** Where they are after it: files of the data folder, tables of a backup made after. */
  found: string[]
  /** Of the reader who was not erased. */
  others: number
}

const [canary, other] = ['canary-7f3a91', 'another-55c0de']

/** A reader is erased after the backup was made, and the backup is restored over it. */
export const erasedThenRestored = async (
  folder: string,
  databaseUrl?: string,
): Promise<ErasedThenRestored> => {
  const issuer = await testIssuer()
  const dataDir = join(folder, 'data')
  const consortium = join(folder, 'consortium.json')
  writeFileSync(consortium, JSON.stringify({ name: 'Experiment', issuers: [issuer.settings] }))
  const settings = {
    SHULIAN_CONFIG: consortium,
    SHULIAN_EGRESS_ALLOW: '127.0.0.0/8',
    ...(databaseUrl !== undefined && { SHULIAN_DATABASE_URL: databaseUrl }),
  }
  const start = (...words: string[]) => startShulianAt({ dataDir, settings }, ...words)
  const done = async (...words: string[]) => {
    const { code, stdout, stderr } = await start(...words, '--json').finished
    if (code !== 0) throw new Error(stderr)
    return jsonLines(stdout).at(-1)
  }
  const [before, after] = [join(folder, 'before'), join(folder, 'after')]
  try {
    const records = join(folder, 'records.mrc')
    writeFileSync(records, marc({ id: 'one', title: 'A book that readers look at' }))
    await done('members', 'add', 'city', '--name', 'City', '--type', 'library')
    await done('import', records, '--member', 'city', '--format', 'marc21')
    const subject = await whileServing(start, async (url) => {
      for (const [reader, session] of [
        ['lin', canary],
        ['wang', other],
      ] as const)
        await leaveTraces(callerOf(issuer, url, reader), session)
      const call = callerOf(issuer, url, 'lin')
      const { subject } = await call('GET', '/v1/me/export')
      await done('backup', before)
      await call('DELETE', '/v1/me')
      return String(subject)
    })
    await done('restore', before, '--force')
    await whileServing(start, async (url) => erasedAgain(callerOf(issuer, url, 'lin')))
    await done('backup', after)
    const wanted = [canary, subject]
    return {
      wereThere: tablesHolding(before, wanted),
      found: [...filesHolding(dataDir, wanted), ...tablesHolding(after, wanted)],
      others: tablesHolding(after, [other]).length,
    }
  } finally {
    await issuer.close()
  }
}

type Call = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>

const callerOf =
  (issuer: TestIssuer, url: string, reader: string): Call =>
  async (method, path, body) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await issuer.token(reader)}`,
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as Record<string, unknown>
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`)
    return answer
  }

const whileServing = async <T>(
  start: (...words: string[]) => ReturnType<typeof startShulianAt>,
  work: (url: string) => Promise<T>,
): Promise<T> => {
  const started = start('serve', '--empty', '--json')
  try {
    return await work(await listening(started))
  } finally {
    await stopped(started)
  }
}

const leaveTraces = async (call: Call, session: string): Promise<void> => {
  const purpose = 'personalisation'
  await call('PUT', '/v1/me/consent', { purpose, granted: true, textVersion: '1' })
  const { hits } = (await call('GET', '/v1/search?q=readers')) as { hits: { id: string }[] }
  const object = { work: hits[0]?.id }
  const at = new Date().toISOString()
  const events = [{ id: `event-${session}`, type: 'view', at, session, purpose, object }]
  const { accepted } = await call('POST', '/v1/events', { events })
  if (accepted !== 1) throw new Error('the event was not accepted')
  await call('POST', '/v1/feedback', { kind: 'question', text: `Where is ${session}?` })
}

/** A start erases again by itself; it answers already meanwhile. */
const erasedAgain = async (call: Call): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const { events, feedback } = (await call('GET', '/v1/me/export')) as {
      events: unknown[]
      feedback: { cases: unknown[] }
    }
    if (events.length + feedback.cases.length === 0) return
    await sleep(100)
  }
}

const filesHolding = (folder: string, words: string[]): string[] =>
  readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name))
    return words.some((word) => bytes.includes(word))
  })

const tablesHolding = (backup: string, words: string[]): string[] => {
  const held = new Set<string>()
  let some = false
  for (const line of gunzipSync(readFileSync(backup)).toString('utf8').split('\n').slice(1)) {
    if (line.startsWith('{"end"')) {
      if (some) held.add((JSON.parse(line) as { end: string }).end)
      some = false
    } else if (words.some((word) => line.includes(word))) some = true
  }
  return [...held].sort()
}
