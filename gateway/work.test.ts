import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { inFolder } from './bench/faults/in-folder.js'
import { openLetters, working } from './bench/faults/letters.js'
import { listening, type Started, startShulianAt } from './command-testing.js'
import { missingRedis, startRedis } from './job-queue/redis-testing.js'

t.setTimeout(300_000)
const skip = missingRedis()

const ended = async ({ child, finished }: Started) => {
  child.kill('SIGTERM')
  return finished
}

t.test('with Redis a gateway serves and leaves its jobs to those who work', { skip }, async (t) =>
  inFolder(async (folder) => {
    const redis = await startRedis()
    t.teardown(() => redis.close())
    const letters = openLetters(folder, { SHULIAN_REDIS_URL: redis.url })
    letters.cure()
    const served = letters.start()
    t.teardown(() => ended(served))
    const url = await listening(served)
    await letters.send(url, ['a', 'b', 'c'])
    while ((await redis.client.llen('shulian:letter:wait')) < 3) await sleep(20)
    t.match(await letters.jobs(url), { running: 0 }, 'nobody works yet')
    t.same(letters.done(), [])

    const workers = [letters.work('--port', '0'), letters.work()]
    const [probes] = await Promise.all(workers.map(working))
    await letters.settled(url)
    t.same(letters.done(), ['a', 'b', 'c'])
    t.match(await (await fetch(`${probes}/readyz`)).json(), { ready: true })
    t.match(await (await fetch(`${probes}/metrics`)).text(), /^# TYPE shulian_job_tries_total counter$/m)
    t.equal((await fetch(`${probes}/v1/jobs`)).status, 404, 'whoever works serves nobody')

    await redis.close()
    t.match(
      await letters.call(url, '/v1/letters', { letters: ['d'] }),
      { status: 200 },
      'taken without Redis',
    )
    for (;;) {
      const readiness = await fetch(`${url}/readyz`)
      const { ready, checks } = (await readiness.json()) as { ready: boolean; checks: { jobs?: string } }
      t.equal(readiness.status, 200)
      if (checks.jobs !== undefined) {
        t.equal(ready, true)
        t.match(checks.jobs, /^degraded: /)
        break
      }
      await sleep(50)
    }
    t.match(await letters.jobs(url), { waiting: 1, running: 0 })
    for (const worker of workers) t.match(await ended(worker), { code: 0 })
  }),
)

t.test('what is set up wrongly is said at the start, and no password with it', { skip }, async (t) =>
  inFolder(async (dataDir) => {
    const redis = await startRedis('--requirepass', 'right-secret')
    const replica = await startRedis('--replicaof', '127.0.0.1', String(redis.port))
    t.teardown(() => Promise.all([redis.close(), replica.close()]))
    const { port } = redis
    const work = (url: string) =>
      startShulianAt({ dataDir, settings: { SHULIAN_REDIS_URL: url } }, 'work').finished
    const wrong = [
      [`redis://:other-secret@127.0.0.1:${port}`, /REDIS_REFUSES: .*WRONGPASS.*Set user, password/],
      [`redis://127.0.0.1:${port}`, /REDIS_REFUSES: .*NOAUTH/],
      [`redis://:right-secret@127.0.0.1:${port}/99`, /REDIS_REFUSES: .*DB index is out of range/],
      [`redis://127.0.0.1:${replica.port}`, /REDIS_UNFIT: .*is a replica and takes no writes/],
      ['https://:other-secret@example.edu', /CONFIG_INVALID: .*\n.*SHULIAN_REDIS_URL/],
    ] as const
    for (const [url, stderr] of wrong) {
      const finished = await work(url)
      t.match(finished, { code: 1, stderr })
      t.notMatch(finished.stderr, /secret/)
    }
  }),
)
