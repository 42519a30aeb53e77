import t from 'tap'
import { Type } from 'typebox'
import type { Plugin } from '../contracts/plugin.js'
import { createOutbox } from '../job-queue/outbox.js'
import { testKernel } from '../testing.js'

const letters: Plugin = {
  name: 'letters',
  place: { stage: 'after', dimension: 'users' },
  options: Type.Object({}),
  setup: (kernel) => {
    const sent = kernel.metrics.counter('shulian_letters_total', 'Letters sent')
    const handler = async ({ payload }: { payload: unknown }) => {
      sent.add()
      if (payload === 'nobody') throw new Error('Nobody lives there')
    }
    return {
      jobs: [{ topic: 'letter', handler, options: { attempts: 1 } }],
      routes: (app) => {
        app.get('/v1/letters/:to', { config: { access: 'anyone' } }, async () => ({}))
      },
    }
  },
}

t.test(
  '/metrics tells what was answered, done and is to do, by route and topic, and of whom nothing',
  async (t) => {
    const { gateway, app, close } = await testKernel({ plugins: [letters] })
    t.teardown(close)
    const outbox = createOutbox({ now: () => new Date() })
    const append = (payload: string) =>
      gateway.database.kysely
        .transaction()
        .execute((transaction) => outbox.append(transaction, 'letter', payload))
    for (const to of ['somebody', 'nobody']) await append(to)
    await gateway.jobs.caughtUp('letter')
    await app.inject({ url: '/v1/letters/%E6%9D%8E%E7%99%BD?token=secret' })
    await app.inject({ url: '/wp-login.php' })
    await app.inject({ url: '/v1/letters/x', method: 'PROPFIND' as 'GET' })
    const { body, headers } = await app.inject({ url: '/metrics' })
    t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
    const lines = body.split('\n')
    const has = (...wanted: string[]) => {
      for (const line of wanted) t.ok(lines.includes(line), line)
    }
    has(
      'shulian_http_request_duration_seconds_count{method="GET",route="/v1/letters/:to",status="200"} 1',
      'shulian_http_request_duration_seconds_count{method="GET",route="none",status="404"} 1',
      'shulian_job_tries_total{outcome="done",topic="letter"} 1',
      'shulian_job_tries_total{outcome="dead",topic="letter"} 1',
      'shulian_jobs{state="dead",topic="letter"} 1',
      'shulian_outbox_backlog 0',
      'shulian_letters_total 2',
      'shulian_index_documents 0',
    )
    t.match(body, /^process_resident_memory_bytes \d+$/m)
    t.match(body, /^shulian_build_info\{node="v\d/m)
    t.notMatch(body, /secret|%E6|李白|wp-login|PROPFIND/)
    for (const line of lines) t.match(line, /^(# (HELP|TYPE) .+|[a-z_]+(\{[^}]+\})? [-+\d.e]+|)$/)
  },
)

t.test('a database that is away leaves the rest of the metrics', async (t) => {
  const { gateway, app, close } = await testKernel({ plugins: [letters] })
  t.teardown(close)
  await gateway.jobs.close()
  await gateway.database.close()
  const { body, statusCode } = await app.inject({ url: '/metrics' })
  t.equal(statusCode, 200)
  t.match(body, /^process_cpu_seconds_total [\d.]+$/m)
})
