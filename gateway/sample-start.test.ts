import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { jsonLines, serve, shulian } from './command-testing.js'

t.setTimeout(300_000)

const folder = (t: { teardown(end: () => void): void }): string => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-sample-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return join(path, 'data')
}

const json = async (url: string): Promise<Record<string, never>> =>
  (await (await fetch(url)).json()) as Record<string, never>

interface Run {
  source: string
  state: string
  accepted: number
  deleted: number
  quarantined: number
  unchanged: number
}

/** Until every source of the sample was read `times` times and the public library went through its suite. */
const settled = async (url: string, times: number): Promise<Run[]> => {
  for (let wait = 0; wait < 600; wait++) {
    const { runs } = (await json(`${url}/v1/runs?limit=100`)) as unknown as { runs: Run[] }
    const { members } = (await json(`${url}/v1/members`)) as unknown as {
      members: { id: string; stage: string }[]
    }
    const isActive = members.some(({ id, stage }) => id === 'public' && stage === 'active')
    if (runs.filter(({ state }) => state !== 'running').length >= 6 * times && isActive) return runs
    await sleep(100)
  }
  throw new Error('the sample did not settle within a minute')
}

t.test('the first start brings in five members of five types, and their works can be searched', async (t) => {
  const data = folder(t)
  const { url, child, finished } = await serve(t, data)
  const reading = /^degraded: the first members are still being read/
  t.match(await json(`${url}/readyz`), { ready: true, checks: { members: reading } })
  const runs = await settled(url, 1)
  t.same(await json(`${url}/readyz`), { ready: true, checks: { database: 'ok', serving: 'ok' } })
  const { members } = (await json(`${url}/v1/members`)) as unknown as {
    members: { type: string; stage: string; id: string }[]
  }
  t.same(members.map(({ type }) => type).sort(), [
    'government',
    'library',
    'publisher',
    'research',
    'teaching',
  ])
  const sum = (field: 'accepted' | 'deleted' | 'quarantined') =>
    runs.reduce((total, run) => total + run[field], 0)
  t.ok(sum('accepted') >= 300, `${sum('accepted')} records`)
  t.ok(sum('deleted') > 0, 'some were deleted by their source')
  t.ok(sum('quarantined') > 0, 'some are broken and set aside')

  const works = await allHits(url)
  t.ok(works.length >= 250, `${works.length} works`)
  t.equal(new Set(works.map(({ id }) => id)).size, works.length, 'none twice')
  const shared = works.filter(({ holdings }) => new Set(holdings.map(({ member }) => member)).size >= 2)
  t.ok(shared.length >= 40, `${shared.length} works are held by two members or more`)

  const { hits } = (await json(`${url}/v1/search?q=${encodeURIComponent('红楼梦')}`)) as unknown as {
    hits: { id: string; title: string }[]
  }
  t.match(hits[0]?.title, '红楼梦')
  const { availability } = (await json(`${url}/v1/works/${hits[0]?.id}/availability`)) as unknown as {
    availability: { items: unknown[] }[]
  }
  t.ok(availability.flatMap(({ items }) => items).length > 0, 'with the live state of its copies')

  await t.test('a second start on the same folder harvests only what changed', async (t) => {
    child.kill('SIGTERM')
    t.equal((await finished).code, 0, 'the first gateway drained')
    const again = await serve(t, data)
    const second = (await settled(again.url, 2)).slice(0, 6)
    t.same(
      second.map(({ accepted }) => accepted),
      [0, 0, 0, 0, 0, 0],
    )
    t.equal((await allHits(again.url)).length, works.length)
    await t.test('a command harvests from the running sample', async (t) => {
      const report = jsonLines((await shulian(data, 'harvest', 'institute', '--json')).stdout).at(-1)
      t.match(report, { event: 'finished', state: 'finished', accepted: 0 })
    })
  })
})

const allHits = async (url: string) => {
  const all: { id: string; holdings: { member: string }[] }[] = []
  let cursor: string | undefined = '*'
  while (cursor !== undefined) {
    const page = (await json(
      `${url}/v1/search?limit=100&cursor=${encodeURIComponent(cursor)}`,
    )) as unknown as { hits: typeof all; cursor?: string }
    all.push(...page.hits)
    cursor = page.cursor
  }
  return all
}

t.test('without a gateway, harvesting from the sample starts its servers', async (t) => {
  const data = folder(t)
  const { url, child, finished } = await serve(t, data)
  await settled(url, 1)
  child.kill('SIGKILL')
  await finished
  const { code, stdout } = await shulian(data, 'harvest', 'public', '--full', '--json')
  t.equal(code, 0)
  t.match(jsonLines(stdout).at(-1), { event: 'finished', accepted: 0, state: 'finished' })
})

t.test('--empty starts without anybody', async (t) => {
  const { url } = await serve(t, folder(t), '--empty')
  t.same(await json(`${url}/v1/members`), { members: [] })
  t.match(await json(`${url}/v1/search`), { total: 0, hits: [] })
})
