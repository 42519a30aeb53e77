import { createServer } from 'node:net'
import t from 'tap'
import { openServices, upstream } from './testing.js'

/** The time of the gateway, to be moved on. */
const clock = () => {
  let at = Date.now()
  return {
    now: () => new Date(at),
    pass: (seconds: number) => {
      at += seconds * 1000
    },
  }
}

t.test('an upstream that never answers, drips its head or drips its body is given up in time', async (t) => {
  const { app, declare } = await openServices(t, { deadline: 400 })
  const drip = await upstream(t, (request, response) => {
    if (request.url === '/never') return
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
    const timer = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(timer))
  })
  const head = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.write('HTTP/1.1 200 OK\r\n')
    const timer = setInterval(() => socket.write('X: y\r\n'), 50)
    socket.on('close', () => clearInterval(timer))
  })
  await new Promise<void>((resolve) => head.listen(0, '127.0.0.1', resolve))
  t.teardown(() => head.close())
  await declare('one', drip.url)
  await declare('two', `http://127.0.0.1:${(head.address() as { port: number }).port}`)
  for (const url of [
    '/v1/services/one/live/never',
    '/v1/services/one/live/body',
    '/v1/services/two/live/head',
  ]) {
    const started = performance.now()
    const answer = await app.inject({ url })
    t.match(answer.json(), { status: 504, code: 'UPSTREAM_DEADLINE' }, url)
    t.equal(answer.headers['x-shulian-member'], undefined)
    t.ok(performance.now() - started < 3_000, 'in time')
  }
})

t.test('five seconds are the deadline when nobody says another', async (t) => {
  const { app, declare } = await openServices(t)
  const live = await upstream(t, () => undefined)
  await declare('one', live.url)
  const started = performance.now()
  t.match((await app.inject({ url: '/v1/services/one/live/x' })).json(), {
    status: 504,
    code: 'UPSTREAM_DEADLINE',
  })
  t.ok(performance.now() - started < 6_000)
})

t.test('a long answer that is cut half way is cut for the client too, never ended as if whole', async (t) => {
  const { origin, declare, app } = await openServices(t, { deadline: 1_000 })
  const live = await upstream(t, (_request, response) => {
    response.write(Buffer.alloc(200 * 1024))
    setImmediate(() => response.destroy())
  })
  await declare('one', live.url)
  await t.rejects(fetch(`${origin}/v1/services/one/live/x`).then((answer) => answer.arrayBuffer()))
  t.match((await app.inject({ url: '/v1/services' })).json().services, [{ state: 'away' }])
})

t.test(
  'what cannot be reached, or does not speak HTTP, is away: a body on its way there gets an answer too',
  async (t) => {
    const { app, raw, declare, operator } = await openServices(t)
    const noise = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.end('SSH-2.0-OpenSSH_9.6\r\n')
    })
    await new Promise<void>((resolve) => noise.listen(0, '127.0.0.1', resolve))
    t.teardown(() => noise.close())
    await declare('one', 'http://127.0.0.1:1')
    await declare('two', `http://127.0.0.1:${(noise.address() as { port: number }).port}`)
    t.match((await app.inject({ url: '/v1/services/one/live/x' })).json(), {
      status: 503,
      code: 'SERVICE_AWAY',
    })
    t.match((await app.inject({ url: '/v1/services/two/live/x' })).json(), {
      status: 503,
      code: 'SERVICE_AWAY',
    })
    const head = `POST /v1/services/one/live/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer ${operator}\r\nContent-Length: 300000\r\n\r\n`
    t.match(await raw(head + 'x'.repeat(300_000)), /HTTP\/1\.1 503[\s\S]*SERVICE_AWAY/)
  },
)

t.test('after three failures a service is left alone for a moment, then tried again', async (t) => {
  const { now, pass } = clock()
  const { app, declare } = await openServices(t, { now })
  let isBroken = true
  const live = await upstream(t, (_request, response) => {
    response.writeHead(isBroken ? 500 : 200).end()
  })
  await declare('one', live.url)
  const ask = async () => (await app.inject({ url: '/v1/services/one/live/x' })).statusCode
  const state = async () => (await app.inject({ url: '/v1/services' })).json().services[0].state
  t.equal(await state(), 'unknown')
  for (let time = 0; time < 3; time += 1) t.equal(await ask(), 503)
  t.equal(await ask(), 503)
  t.equal(live.asked.length, 3, 'the fourth was refused here')
  t.equal(await state(), 'away')
  pass(6)
  t.equal(await ask(), 503)
  t.equal(await ask(), 503)
  t.equal(live.asked.length, 4, 'one more try, then a pause again')
  pass(6)
  isBroken = false
  t.equal(await ask(), 200)
  t.equal(await state(), 'up')
  isBroken = true
  t.equal(await ask(), 503)
  isBroken = false
  t.equal(await ask(), 200, 'one failure closes nothing')
})

t.test('a client that sends its own body too slowly is not the member’s failure', async (t) => {
  const { raw, app, declare, operator } = await openServices(t, { deadline: 300 })
  const live = await upstream(t, (request, response) => {
    request
      .on('error', () => undefined)
      .resume()
      .on('end', () => response.end('ok'))
  })
  await declare('one', live.url)
  const slow = `POST /v1/services/one/live/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer ${operator}\r\nContent-Length: 9\r\n\r\nabc`
  t.match(await raw(slow), /HTTP\/1\.1 504[\s\S]*UPSTREAM_DEADLINE/)
  t.match((await app.inject({ url: '/v1/services' })).json().services, [{ state: 'unknown' }])
})
