import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import { projectRoot } from '../../../root.js'
import { type StandIn, startStandIn } from './index.js'

/** What a real server answered, where it is at hand: it is no part of the product. */
const file = join(projectRoot(), '..', 'shared', 'meilisearch', 'exchanges.jsonl')

interface Exchange {
  scenario: string
  note: string | null
  server: 'a' | 'b'
  request: { method: string; path: string; headers: Record<string, string>; body: unknown }
  response: { status: number; body: Record<string, unknown> | unknown[] | null }
}

const adminKey = 'a-key-for-the-recording'

t.test(
  'the stand-in answers every recorded request with the same status, the same form and the same mistakes',
  { skip: existsSync(file) ? false : 'the recording of a real server is not at hand' },
  async (t) => {
    const exchanges = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Exchange)
    const a = await startStandIn({ key: adminKey })
    const b = await startStandIn({ key: adminKey, payloadLimit: 200_000 })
    t.teardown(async () => {
      await a.close()
      await b.close()
    })
    const keys: Record<string, string> = { admin: adminKey }
    let tokens = 0
    for (const [number, exchange] of exchanges.entries()) {
      if (JSON.stringify(exchange.request.headers).includes('{{tenant}}'))
        keys['tenant'] = tenantToken(keys, tokens++)
      // Whoever recorded wrote a document here without recording that.
      if (exchange.note === 'just enqueued') await writeOne(a)
      const answered = await replayed(exchange.server === 'a' ? a : b, exchange, keys)
      const name = `${number} ${exchange.scenario}: ${exchange.note ?? exchange.request.path}`
      t.equal(answered.status, exchange.response.status, `${name}: status`)
      t.same(formOf(answered.body), formOf(exchange.response.body), `${name}: form`)
      if (exchange.note === null && exchange.request.path === '/keys') remember(keys, answered.body)
    }
  },
)

const writeOne = (engine: StandIn) =>
  fetch(`${engine.url}/indexes/works/documents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' },
    body: '[{"id":"w1"}]',
  })

const remember = (keys: Record<string, string>, body: unknown) => {
  const made = body as { key: string; uid: string }
  keys['search'] = made.key
  keys['uid'] = made.uid
}

/** As in the recording: one with a filter, one that has expired, one for another index. */
const tenantToken = ({ search = '', uid = '' }: Record<string, string>, number: number): string => {
  const now = Math.floor(Date.now() / 1_000)
  const claims = {
    apiKeyUid: uid,
    searchRules: { works: { filter: 'members = cs' } },
    exp: number === 1 ? now - 60 : now + 600,
  }
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`
  return `${text}.${createHmac('sha256', search).update(text).digest('base64url')}`
}

const replayed = async (
  engine: StandIn,
  { note, request, response }: Exchange,
  keys: Record<string, string>,
) => {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      value.replace(/\{\{(\w+)\}\}/, (_, key: string) => keys[key]!),
    ]),
  )
  const path = request.path.replace(/^\/keys\/.*/, `/keys/${keys['uid']}`)
  const call = async () => {
    // A body without a type of its own would be given one.
    const body = bodyOf(request.body)
    const answer = await fetch(`${engine.url}${path}`, {
      method: request.method,
      headers,
      body: body === undefined ? null : 'content-type' in headers ? body : new Blob([body]),
    })
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }
  const ends = note === 'polled until it ends'
  for (;;) {
    const answered = await call()
    const { status } = (answered.body ?? {}) as { status?: string }
    if (!ends || (status !== 'enqueued' && status !== 'processing') || answered.status !== response.status)
      return answered
    await sleep(1)
  }
}

const bodyOf = (body: unknown): string | undefined => {
  if (body === null) return undefined
  if (typeof body !== 'string') return JSON.stringify(body)
  const [, bytes] = /^<(\d+) bytes>$/.exec(body) ?? []
  return bytes === undefined ? body : JSON.stringify([{ id: 'x', text: 'x'.repeat(Number(bytes)) }])
}

/** What an answer is made of: its names, and the codes of mistakes; not the values, which are each server's own. */
const formOf = (body: unknown): unknown => {
  if (body === null || typeof body !== 'object') return body === undefined ? null : typeof body
  if (Array.isArray(body)) return 'list'
  const { code, type, error, hits, results, status } = body as Record<string, unknown>
  if (typeof code === 'string') return { code, type }
  return {
    names: Object.keys(body).sort(),
    ...(status === 'failed' && { status, error: formOf(error) }),
    ...(Array.isArray(hits) && { hits: 'list' }),
    ...(Array.isArray(results) &&
      results.length > 0 && { results: Object.keys(results[0] as object).sort() }),
  }
}

t.test('a task that is not in the recording is told as it stands', async (t: Test) => {
  const engine = await startStandIn({ key: adminKey, taskTime: 30 })
  t.teardown(engine.close)
  const headers = { authorization: `Bearer ${adminKey}`, 'content-type': 'application/json' }
  const made = (await (
    await fetch(`${engine.url}/indexes`, { method: 'POST', headers, body: '{"uid":"x"}' })
  ).json()) as { taskUid: number }
  const task = (await (await fetch(`${engine.url}/tasks/${made.taskUid}`, { headers })).json()) as {
    status: string
  }
  t.match(task.status, /enqueued|processing/, 'accepted, and not done yet')
})
