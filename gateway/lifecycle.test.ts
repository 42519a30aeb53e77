import { once } from 'node:events'
import { createConnection } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import t from 'tap'
import { drain } from './lifecycle.js'

t.test(
  'draining answers what is in flight and does not wait for clients that keep their connection',
  async (t) => {
    const app = fastify()
    app.get('/slow', async () => {
      await sleep(400)
      return 'done'
    })
    const url = await app.listen({ port: 0 })
    const idle = createConnection(Number(new URL(url).port), 'localhost')
    idle.write('GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n')
    await new Promise((resolve) => idle.once('data', resolve))
    const inFlight = fetch(`${url}/slow`)
    await sleep(100)
    const began = performance.now()
    await drain(app)
    t.ok(performance.now() - began < 3000, 'the idle client does not hold it up')
    t.equal(await (await inFlight).text(), 'done')
  },
)

t.test('a request that meets the end on a connection that was kept is answered', async (t) => {
  const app = fastify()
  app.get('/', async () => 'done')
  const url = await app.listen({ port: 0 })
  const kept = createConnection(Number(new URL(url).port), 'localhost').setEncoding('utf8')
  const answer = async () => (await once(kept, 'data'))[0] as string
  kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await answer()
  const drained = drain(app)
  kept.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
  t.match(await answer(), /^HTTP\/1.1 200 /)
  await drained
})
