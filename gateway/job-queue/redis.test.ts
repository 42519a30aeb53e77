import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import t, { type Test } from 'tap'
import { checkRedis, openRedis, placeOf } from './redis.js'

/** Answers every command with the same. */
const answeringWith = async (t: Test, answer: string): Promise<string> => {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      for (const _ of String(chunk).matchAll(/^\*\d+\r$/gm)) socket.write(answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => server.close())
  return `redis://127.0.0.1:${(server.address() as { port: number }).port}`
}

t.test('the place is told without user and password', async (t) => {
  t.equal(placeOf('rediss://user:secret@redis.example.edu:6380/2'), 'rediss://redis.example.edu:6380/2')
})

t.test('what is no Redis is told', async (t) => {
  const url = await answeringWith(t, 'HTTP/1.1 400 Bad Request\r\n\r\n')
  await t.rejects(checkRedis(url), { code: 'REDIS_UNFIT', message: /is not Redis/ })
})

t.test('one that is too old, or part of a cluster, is told', async (t) => {
  const bulk = (text: string) => `$${text.length}\r\n${text}\r\n`
  const info = (version: string, mode: string) =>
    bulk(`redis_version:${version}\r\nredis_mode:${mode}\r\nrole:master\r\n`)
  for (const [answer, message] of [
    [info('5.0.14', 'standalone'), /is of version 5.0.14; 6.2 or later is needed/],
    [info('7.2.4', 'cluster'), /is part of a cluster/],
  ] as const) {
    const url = await answeringWith(t, answer)
    await t.rejects(checkRedis(url), { code: 'REDIS_UNFIT', message })
  }
})

t.test('that nobody is there is no fault of the settings: it may come', async (t) => {
  const url = await answeringWith(t, '')
  t.equal(await checkRedis(url.replace('//', '//:secret@')), 'Command timed out')
  t.equal(await checkRedis('redis://:secret@127.0.0.1:1'), 'ECONNREFUSED')
})

t.test('a connection is there as soon as it is made: nothing is asked on it but what we ask', async (t) => {
  const url = await answeringWith(t, '')
  const redis = openRedis(url, { enableReadyCheck: false })
  t.teardown(() => redis.disconnect())
  await once(redis, 'ready', { signal: AbortSignal.timeout(4000) })
  t.equal(redis.status, 'ready')
})
