import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { type Log, silentLog } from '../contracts/log.js'
import type { Resolve } from './connector.js'
import { createEgress } from './egress.js'
import { createOutbound } from './outbound.js'

const portOf = (server: Server): number => (server.address() as AddressInfo).port
const never = new AbortController().signal

/** A real server, let through by its exact port; `stranger` listens too and is not let through. */
async function setUp(t: Test, listener: RequestListener, options: { resolve?: Resolve; log?: Log } = {}) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  const egress = createEgress({ allow: [`127.0.0.1:${port}`] })
  const outbound = createOutbound({
    egress,
    log: silentLog,
    now: () => new Date(0),
    userAgent: 'shulian/test',
    ...options,
  })
  t.teardown(async () => {
    await outbound.close()
    server.closeAllConnections()
    server.close()
  })
  const url = (path: string) => `http://127.0.0.1:${port}${path}`
  return { outside: outbound.outside('delft'), outbound, egress, server, port, url }
}

async function countConnections(t: Test) {
  let connections = 0
  const server = createTcpServer((socket) => {
    connections++
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return { port: (server.address() as AddressInfo).port, count: () => connections }
}

async function read(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

t.test('an answer of any status comes with lower-case headers, the body and the final address', async (t) => {
  const { outside, url } = await setUp(t, (request, response) => {
    t.equal(request.headers['user-agent'], 'shulian/test')
    t.equal(request.headers['accept-encoding'], 'gzip, deflate, br')
    response.writeHead(request.url === '/gone' ? 410 : 200, { 'X-Kind': 'oai' }).end('书联')
  })
  const answer = await outside.fetch({ url: url('/oai'), signal: never })
  t.match(answer, { status: 200, headers: { 'x-kind': 'oai' }, url: url('/oai') })
  t.equal(Buffer.from(answer.body).toString(), '书联')
  t.equal((await outside.fetch({ url: url('/gone'), signal: never })).status, 410)
})

t.test('a POST carries its body, and no header that steers the transport', async (t) => {
  const { outside, url, port } = await setUp(t, async (request, response) => {
    t.equal(request.headers.host, `127.0.0.1:${port}`)
    t.equal(request.headers['content-type'], 'text/plain')
    response.end(await read(request))
  })
  const headers = { Host: 'metadata.internal', 'Content-Type': 'text/plain', 'Transfer-Encoding': 'chunked' }
  const answer = await outside.fetch({ url: url('/'), method: 'POST', headers, body: '杜甫', signal: never })
  t.equal(Buffer.from(answer.body).toString(), '杜甫')
})

t.test('gzip, deflate with and without its frame, and brotli are decoded, an empty body too', async (t) => {
  const text = 'x'.repeat(1000)
  const bodies: Record<string, [string, Buffer]> = {
    '/gzip': ['gzip', gzipSync(text)],
    '/deflate': ['deflate', deflateSync(text)],
    '/raw': ['deflate', deflateRawSync(text)],
    '/br': ['br', brotliCompressSync(text)],
    '/empty': ['gzip', Buffer.alloc(0)],
    '/stacked': ['gzip, gzip', gzipSync(gzipSync(text))],
    '/broken': ['gzip', Buffer.from('not gzip at all')],
    '/short': ['gzip', gzipSync(text).subarray(0, 15)],
  }
  const { outside, url } = await setUp(t, (request, response) => {
    const [coding, body] = bodies[request.url!]!
    response.writeHead(200, { 'content-encoding': coding }).end(body)
  })
  for (const path of ['/gzip', '/deflate', '/raw', '/br'])
    t.equal(Buffer.from((await outside.fetch({ url: url(path), signal: never })).body).toString(), text, path)
  t.equal((await outside.fetch({ url: url('/empty'), signal: never })).body.length, 0)
  for (const path of ['/stacked', '/broken', '/short'])
    await t.rejects(outside.fetch({ url: url(path), signal: never }), { code: 'UPSTREAM_UNREACHABLE' }, path)
})

t.test(
  'decompression bomb, slow drip: gzip of 1000:1 ends at the cap of decoded bytes, and the connection with it',
  async (t) => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 ** 2))
    const { promise: cut, resolve } = withResolvers()
    const { outside, url } = await setUp(t, (_request, response) => {
      response.on('close', resolve)
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.write(bomb)
    })
    const before = process.memoryUsage().rss
    await t.rejects(outside.fetch({ url: url('/'), signal: never, maxBytes: 1024 ** 2 }), {
      code: 'UPSTREAM_TOO_LARGE',
      status: 502,
    })
    await cut
    t.ok(process.memoryUsage().rss - before < 32 * 1024 ** 2, 'memory stays near the cap')
  },
)

t.test('the default cap is 32 MiB, also without compression', async (t) => {
  const { outside, url } = await setUp(t, (_request, response) => response.end(Buffer.alloc(33 * 1024 ** 2)))
  await t.rejects(outside.fetch({ url: url('/'), signal: never }), { code: 'UPSTREAM_TOO_LARGE' })
})

t.test(
  'decompression bomb, slow drip: a body of one byte each 300 ms misses the total deadline',
  async (t) => {
    const { outside, url } = await setUp(t, (_request, response) => {
      const drip = setInterval(() => response.write('.'), 300)
      response.on('close', () => clearInterval(drip))
    })
    const started = performance.now()
    await t.rejects(outside.fetch({ url: url('/'), signal: never, deadline: 700 }), {
      code: 'UPSTREAM_DEADLINE',
      status: 504,
    })
    t.ok(performance.now() - started < 1500)
  },
)

t.test('a server that never answers misses the deadline, and so does the wait behind others', async (t) => {
  let open = 0
  let most = 0
  const { outside, url } = await setUp(t, (request) => {
    most = Math.max(most, ++open)
    request.on('close', () => open--)
  })
  const calls = Array.from({ length: 8 }, () =>
    outside.fetch({ url: url('/'), signal: never, deadline: 300 }),
  )
  await Promise.all(calls.map((call) => t.rejects(call, { code: 'UPSTREAM_DEADLINE' })))
  t.equal(most, 4, 'four connections to one host at once')
})

t.test(
  'redirects: three are followed, relative ones too, and the final address is told; a fourth is refused',
  async (t) => {
    const { outside, url } = await setUp(t, (request, response) => {
      const step = Number(request.url!.slice(1))
      if (step === 0) response.end('here')
      else response.writeHead(302, { location: String(step - 1) }).end('moved')
    })
    const answer = await outside.fetch({ url: url('/3'), signal: never })
    t.equal(answer.url, url('/0'))
    await t.rejects(outside.fetch({ url: url('/4'), signal: never }), {
      code: 'UPSTREAM_REDIRECT',
      status: 502,
    })
  },
)

t.test('redirects: each target is checked like a first address, and no packet leaves', async (t) => {
  const stranger = await countConnections(t)
  const { outside, url } = await setUp(t, (request, response) => {
    const location = decodeURIComponent(request.url!.slice(1))
    response.writeHead(302, { location }).end()
  })
  for (const target of [
    `http://127.0.0.1:${stranger.port}/`,
    `http://localhost:${stranger.port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:10.0.0.1]/',
    'file:///etc/passwd',
    'http://reader:secret@127.0.0.1/',
  ])
    await t.rejects(
      outside.fetch({ url: url(`/${encodeURIComponent(target)}`), signal: never }),
      { code: 'EGRESS_BLOCKED', status: 422 },
      target,
    )
  t.equal(stranger.count(), 0)
})

t.test('a redirect to another origin takes no credentials and no body along', async (t) => {
  const other = await setUp(t, (request, response) => {
    t.equal(request.headers.authorization, undefined)
    t.equal(request.headers['x-api-key'], undefined)
    t.equal(request.headers.accept, 'text/xml')
    response.end('there')
  })
  const { outside, egress, url } = await setUp(t, (request, response) => {
    response.writeHead(request.method === 'POST' ? 307 : 302, { location: other.url('/') }).end()
  })
  egress.add(`127.0.0.1:${other.port}`)
  const headers = { Authorization: 'Bearer a', 'X-Api-Key': 'b', Accept: 'text/xml' }
  t.equal((await outside.fetch({ url: url('/'), headers, signal: never })).status, 200)
  await t.rejects(outside.fetch({ url: url('/'), method: 'POST', headers, body: 'c', signal: never }), {
    code: 'UPSTREAM_REDIRECT',
  })
})

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: every address of a name is checked, and only checked ones are used',
  async (t) => {
    const stranger = await countConnections(t)
    const answers = [
      [
        { address: '93.184.216.34', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ],
      [{ address: '::ffff:127.0.0.1', family: 6 }],
    ]
    const { outside } = await setUp(t, () => {}, { resolve: async () => answers.shift() ?? [] })
    const fetch = () => outside.fetch({ url: `http://oai.example.edu:${stranger.port}/`, signal: never })
    await t.rejects(fetch(), { code: 'EGRESS_BLOCKED' }, 'one public address does not excuse a private one')
    await t.rejects(fetch(), { code: 'EGRESS_BLOCKED' })
    await t.rejects(fetch(), { code: 'UPSTREAM_UNREACHABLE', message: /name is not known/ })
    t.equal(stranger.count(), 0)
  },
)

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: a name is resolved once for a connection, so a second answer cannot rebind it',
  async (t) => {
    let asked = 0
    const resolve: Resolve = async () => {
      asked++
      return [{ address: '127.0.0.1', family: 4 }]
    }
    const { outside, port } = await setUp(t, (request, response) => response.end(request.headers.host), {
      resolve,
    })
    const answer = await outside.fetch({ url: `http://oai.example.edu:${port}/`, signal: never })
    t.equal(Buffer.from(answer.body).toString(), `oai.example.edu:${port}`, 'the name stays in Host')
    t.equal(asked, 1)
  },
)

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: a name that was public when it was registered is refused to the job',
  async (t) => {
    const stranger = await countConnections(t)
    const answers = [[{ address: '93.184.216.34', family: 4 }], [{ address: '127.0.0.1', family: 4 }]]
    const { outside } = await setUp(t, () => {}, { resolve: async () => answers.shift() ?? [] })
    const url = `http://oai.example.edu:${stranger.port}/`
    await outside.assertAllowed(url)
    await t.rejects(outside.fetch({ url, signal: never }), { code: 'EGRESS_BLOCKED', status: 422 })
    t.equal(stranger.count(), 0)
  },
)

t.test('the dispatcher for proxying has the same guard', async (t) => {
  const stranger = await countConnections(t)
  const { outbound, port } = await setUp(t, (_request, response) => response.end('ok'))
  const get = (at: number) =>
    outbound.dispatcher.request({ origin: `http://127.0.0.1:${at}`, path: '/', method: 'GET' })
  t.equal(await (await get(port)).body.text(), 'ok')
  await t.rejects(get(stranger.port), { code: 'EGRESS_BLOCKED' })
  t.equal(stranger.count(), 0)
})

t.test('an address can be asked about without calling it', async (t) => {
  const { outside, url } = await setUp(t, () => t.fail('called'), {
    resolve: async (host) => {
      if (host === 'inside.example.edu') return [{ address: '192.168.0.1', family: 4 }]
      throw Object.assign(new Error('unknown'), { code: 'ENOTFOUND' })
    },
  })
  await outside.assertAllowed(url('/'))
  await outside.assertAllowed('https://unknown.example.edu/')
  await t.rejects(outside.assertAllowed('https://inside.example.edu/'), { code: 'EGRESS_BLOCKED' })
  await t.rejects(outside.assertAllowed('http://[::1]/'), { code: 'EGRESS_BLOCKED' })
})

t.test('a refused, cut or garbled connection is named in our words, not theirs', async (t) => {
  const canary = 'canary-text-of-the-upstream'
  const sockets = new Set<Socket>()
  const garbled = createTcpServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).end(`${canary}\r\n\r\n`)
  })
  await new Promise<void>((resolve) => garbled.listen(0, '127.0.0.1', resolve))
  t.teardown(() => garbled.close())
  const { outside, egress, url } = await setUp(t, (_request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write(canary)
    setImmediate(() => response.destroy())
  })
  egress.add('127.0.0.1')
  const free = await countConnections(t)
  await t.rejects(outside.fetch({ url: url('/cut'), signal: never }), {
    code: 'UPSTREAM_UNREACHABLE',
    status: 502,
    message: /cut/,
  })
  const garbledAt = (garbled.address() as AddressInfo).port
  const error = await outside
    .fetch({ url: `http://127.0.0.1:${garbledAt}/`, signal: never })
    .then(t.fail, (error: Error) => error)
  t.match(error, { code: 'UPSTREAM_UNREACHABLE', message: /not HTTP/ })
  t.notMatch((error as Error).message, canary)
  t.ok((error as Error).cause)
  await t.rejects(outside.fetch({ url: `http://127.0.0.1:${free.port}/`, signal: never }), {
    code: 'UPSTREAM_UNREACHABLE',
  })
  await t.rejects(outside.fetch({ url: 'http://127.0.0.1:1/', signal: never }), { message: /refused/ })
})

t.test("the caller's signal ends a call with the caller's reason", async (t) => {
  const stop = new AbortController()
  const reason = new Error('the operator cancelled')
  const { outside, url } = await setUp(t, (_request, response) => {
    response.write('begun')
    setImmediate(() => stop.abort(reason))
  })
  await t.rejects(outside.fetch({ url: url('/'), signal: stop.signal }), reason)
  await t.rejects(
    outside.fetch({ url: url('/'), signal: stop.signal }),
    reason,
    'also when it was aborted before',
  )
})

t.test('a refusal is logged with member, host and code, never with a path, a query or a token', async (t) => {
  const lines: string[] = []
  const note = (bindings: object): Log => ({
    ...silentLog,
    warn: (data, message) => lines.push(JSON.stringify({ ...bindings, ...data, message })),
    child: (more) => note({ ...bindings, ...more }),
  })
  const { outside } = await setUp(t, () => {}, { log: note({}) })
  await t.rejects(outside.fetch({ url: 'http://10.0.0.1/oai?token=canary', signal: never }))
  t.same(
    lines.map((line) => JSON.parse(line)),
    [{ member: 'delft', host: '10.0.0.1', code: 'EGRESS_BLOCKED', message: 'outbound call failed' }],
  )
})

t.test(
  'open streams an address, from an offset by range or by skipping, and nothing past the end',
  async (t) => {
    const dump = Buffer.from('0123456789')
    const { outside, url } = await setUp(t, (request, response) => {
      const offset = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0)
      if (request.url === '/missing') response.writeHead(404).end('no')
      else if (request.url === '/failing') response.writeHead(500).end('no')
      else if (request.url === '/whole' || offset === 0) response.end(dump)
      else if (offset >= dump.length) response.writeHead(416).end()
      else response.writeHead(206, { 'content-range': `bytes ${offset}-9/10` }).end(dump.subarray(offset))
    })
    const open = (path: string, offset?: number) =>
      read(outside.open(url(path), { signal: never, ...(offset && { offset }) }))
    t.equal((await open('/ranged')).toString(), '0123456789')
    t.equal((await open('/ranged', 7)).toString(), '789')
    t.equal((await open('/whole', 7)).toString(), '789')
    t.equal((await open('/ranged', 10)).length, 0)
    t.equal((await open('/whole', 11)).length, 0)
    await t.rejects(open('/missing'), { code: 'FILE_NOT_FOUND' })
    await t.rejects(open('/failing'), { code: 'FILE_NOT_READABLE' })
    await t.rejects(read(outside.open('ftp://example.edu/dump.mrc', { signal: never })), {
      code: 'EGRESS_BLOCKED',
    })
  },
)

t.test('leaving a stream half read cuts the connection', async (t) => {
  const { promise: cut, resolve } = withResolvers()
  const { outside, url } = await setUp(t, (_request, response) => {
    response.on('close', resolve)
    response.write('endless')
  })
  for await (const _chunk of outside.open(url('/'), { signal: never })) break
  await cut
})

t.test('open reads a file in bounded chunks from an offset', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'shulian-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const path = join(folder, 'dump.mrc')
  const bytes = Buffer.alloc(600_000, 'abc')
  await writeFile(path, bytes)
  const { outside } = await setUp(t, () => {})
  const sizes: number[] = []
  for await (const chunk of outside.open(path, { signal: never })) sizes.push(chunk.length)
  t.same(sizes, [262_144, 262_144, 75_712])
  t.ok((await read(outside.open(path, { signal: never, offset: 599_998 }))).equals(bytes.subarray(599_998)))
  t.equal((await read(outside.open(path, { signal: never, offset: 600_001 }))).length, 0)
  await t.rejects(read(outside.open(join(folder, 'none'), { signal: never })), { code: 'FILE_NOT_FOUND' })
  await t.rejects(read(outside.open(folder, { signal: never })), {
    code: 'FILE_NOT_READABLE',
    message: /directory/,
  })
  await t.rejects(read(outside.open('/dev/zero', { signal: never })), { code: 'FILE_NOT_READABLE' })
  const reason = new Error('stop')
  await t.rejects(read(outside.open(path, { signal: AbortSignal.abort(reason) })), reason)
})

function withResolvers() {
  let resolve: () => void = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
