import t, { type Test } from 'tap'
import { Type } from 'typebox'
import { librarianConsole } from '../../../plugins/console/index.js'
import { pages } from '../../../plugins/pages/index.js'
import { missingBrowser, openBrowser } from '../../../plugins/pages/testing/browser.js'
import type { Plugin } from '../../contracts/plugin.js'
import { testKernel } from '../../testing.js'
import { missingRedis, startRedis } from '../redis-testing.js'

const skip = missingRedis()
t.setTimeout(120_000)

/** Takes one letter at a time, and keeps it until it may end. */
const letters = (began: () => void, mayEnd: Promise<void>): Plugin => ({
  name: 'letters',
  place: { stage: 'during', dimension: 'technology' },
  options: Type.Object({}),
  setup: () => ({
    jobs: [
      {
        topic: 'letters.sent',
        handler: async () => {
          began()
          await mayEnd
        },
      },
    ],
  }),
})

/** A gateway with one letter under way and two that wait in Redis. */
const openWaiting = async (t: Test) => {
  const redis = await startRedis()
  t.teardown(redis.close)
  let end = () => {}
  const mayEnd = new Promise<void>((resolve) => {
    end = resolve
  })
  let begin = () => {}
  const began = new Promise<void>((resolve) => {
    begin = resolve
  })
  const kernel = await testKernel({
    plugins: [pages, librarianConsole, letters(begin, mayEnd)],
    redisUrl: redis.url,
  })
  t.teardown(kernel.close)
  t.teardown(end)
  const { app, gateway, operator } = kernel
  const payload = JSON.stringify({ to: 'lin@example.org' })
  const row = {
    topic: 'letters.sent',
    payload,
    state: 'waiting' as const,
    attempts: 0,
    runAt: 0,
    createdAt: 0,
  }
  await gateway.database.kysely.insertInto('outbox').values([row, row, row]).execute()
  gateway.jobs.wake()
  await began
  const headers = { authorization: `Bearer ${operator}` }
  const ask = (url: string) => app.inject({ url: `/admin/queues${url}`, headers })
  while ((await ask('/api/queues?activeQueue=letters.sent')).json().queues[0].counts.waiting < 2);
  return { ...kernel, redis, ask, headers }
}

t.test('an operator sees what Bull has of each topic, and of a job its number alone', { skip }, async (t) => {
  const { ask } = await openWaiting(t)
  const answer = await ask('/api/queues?activeQueue=letters.sent')
  const [queue] = answer.json().queues
  t.match(queue, { name: 'letters.sent', readOnlyMode: true, counts: { active: 1, waiting: 2, failed: 0 } })
  t.same(queue.jobs.map(({ id }: { id: string }) => id).sort(), ['1', '2', '3'])
  t.same(
    queue.jobs.map(({ data }: { data: object }) => data),
    [{}, {}, {}],
  )
  t.notMatch(answer.body, /example\.org/, 'to whom the letter goes stays in the outbox')
  t.equal(answer.headers['cache-control'], 'no-store')
  t.match((await ask('/api/queues/letters.sent/1')).json(), { job: { id: '1' }, status: 'active' })
  t.match((await ask('/api/redis/stats')).json(), { backend: 'redis' })
})

t.test('its calls are for the operator alone, and none of them changes anything', { skip }, async (t) => {
  const { app, headers, ask } = await openWaiting(t)
  for (const url of ['/api/queues', '/api/queues/letters.sent/1', '/api/redis/stats']) {
    const answer = await app.inject(`/admin/queues${url}`)
    t.match(answer.json(), { status: 401, code: 'TOKEN_MISSING' }, url)
  }
  for (const call of [
    'pause',
    'letters.sent/empty',
    'letters.sent/obliterate',
    'letters.sent/2/clean',
    'letters.sent/2/retry',
  ])
    t.equal(
      (await app.inject({ method: 'PUT', url: `/admin/queues/api/queues/${call}`, headers, payload: {} }))
        .statusCode,
      404,
      call,
    )
  const added = await app.inject({
    method: 'POST',
    url: '/admin/queues/api/queues/letters.sent/add',
    headers,
    payload: {},
  })
  t.equal(added.statusCode, 404)
  t.match((await ask('/api/queues')).json().queues, [{ counts: { active: 1, waiting: 2 }, isPaused: false }])
  t.notMatch(Object.keys((await app.inject('/openapi.json')).json().paths).join(), /admin/)
})

t.test('its page has a policy of its own, and no other page has it', { skip }, async (t) => {
  const { app, ask } = await openWaiting(t)
  const page = await app.inject('/admin/queues/')
  t.match(page.headers['content-security-policy'], /script-src 'self';/)
  t.notMatch(page.body, /https?:|<%/, 'nothing of another site, and no value left open')
  t.notMatch((await app.inject('/console')).headers['content-security-policy'], /unsafe-inline/)
  t.match((await ask('/api/queues')).headers['content-security-policy'], /sandbox/)
  for (const [, file] of page.body.matchAll(/(?:src|href)="((?:static|enter)[^"]*)"/g))
    t.equal((await app.inject(`/admin/queues/${file}`)).statusCode, 200, file)
  for (const other of ['static/../index.ejs', 'static/%2e%2e/index.ejs', 'static/no.js'])
    t.match((await app.inject(`/admin/queues/${other}`)).json(), { code: 'NOT_FOUND' }, other)
})

t.test('while Redis is away it is said so', { skip }, async (t) => {
  const { ask, redis } = await openWaiting(t)
  await redis.close()
  const answer = await ask('/api/queues')
  t.match(answer.json(), { status: 503, code: 'REDIS_AWAY' })
})

t.test('without Redis it is told where the jobs are', async (t) => {
  const { app, close } = await testKernel({ plugins: [] })
  t.teardown(close)
  for (const url of ['/admin/queues', '/admin/queues/', '/admin/queues/api/queues']) {
    const answer = await app.inject(url)
    t.match(answer.json(), { status: 404, code: 'QUEUES_IN_DATABASE', detail: /shulian jobs list/ }, url)
    t.match(answer.headers['content-type'], /^application\/problem\+json/)
  }
})

t.test(
  'who is not signed in signs in on the console and comes back to the board, which tells when Redis is away',
  { skip: skip || missingBrowser() },
  async (t) => {
    const { app, operator, redis } = await openWaiting(t)
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    const page = await (await openBrowser(t, base))({ locale: 'en-GB' })
    const refused: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) refused.push(message.text())
    })
    await page.goto(`${base}/admin/queues`)
    await page.locator('#token').fill(operator)
    await page.locator('#sign-in button').click()
    await page.waitForURL(/\/admin\/queues/)
    await page.getByText('letters.sent').first().click()
    await page.getByText('#2').first().waitFor()
    t.match(await page.locator('body').innerText(), /Waiting\s*2/i)
    t.equal(await page.getByRole('button', { name: /pause|empty|promote|clean/i }).count(), 0)
    t.same(refused, [], 'the policy lets it do all it does')
    await redis.close()
    await page.reload()
    t.match(await page.getByRole('alert').first().innerText(), /^Redis does not answer .*GET \/v1\/jobs/)
  },
)
