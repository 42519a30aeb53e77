import t from 'tap'
import { openServices } from './testing.js'
t.test('x', async (t) => {
  const { app, origin, declare, operator } = await openServices(t)
  await declare('one', 'http://127.0.0.1:1')
  console.log((await app.inject({ url: '/v1/services/one/live/x' })).body)
  const headers = { authorization: `Bearer ${operator}` }
  for (const n of [3, 30000, 300*1024]) {
  const posted = await fetch(`${origin}/v1/services/one/live/x`, { method: 'POST', headers, body: Buffer.alloc(n) })
  console.log(n, posted.status)
  console.log(await posted.text())
  }
  console.log('done')
})
