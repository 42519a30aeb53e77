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
