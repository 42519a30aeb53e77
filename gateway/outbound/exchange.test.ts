import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TlsOptions } from 'node:tls'
import t, { type Test } from 'tap'
import { Agent, buildConnector } from 'undici'
import { silentLog } from '../contracts/log.js'
import { createEgress } from './egress.js'
import { exchange, type Way } from './exchange.js'
import { createOutbound } from './outbound.js'

const pem = readFileSync(new URL('fixtures/self-signed-oai.example.edu.pem', import.meta.url))
const signal = new AbortController().signal

/** An https server whose certificate names oai.example.edu and that redirects where its path says. */
async function setUp(t: Test) {
  const names: string[] = []
  const SNICallback: TlsOptions['SNICallback'] = (name, done) => {
    names.push(name)
    done(null)
  }
  const server = createServer({ key: pem, cert: pem, SNICallback }, (request, response) => {
    response.writeHead(302, { location: decodeURIComponent(request.url!.slice(1)) }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, names, egress: createEgress({ allow: [`127.0.0.1:${port}`] }) }
}

t.test('redirects: from https to http is refused, and so is a closed or broken target', async (t) => {
  const { port, egress } = await setUp(t)
  const agent = new Agent({ connect: buildConnector({ rejectUnauthorized: false }) })
  t.teardown(() => agent.destroy())
  const way: Way = { agent, egress, member: 'delft', userAgent: 'test', signal, maxBytes: 1000, idle: 0 }
  const to = (location: string) =>
    exchange(way, {
      url: new URL(`https://127.0.0.1:${port}/${encodeURIComponent(location)}`),
      method: 'GET',
      headers: {},
      body: undefined,
    })
  await t.rejects(to('http://example.edu/'), { code: 'UPSTREAM_REDIRECT', message: /from https to http/ })
  await t.rejects(to('https://'), { code: 'UPSTREAM_REDIRECT', message: /not an address/ })
  await t.rejects(to('//10.0.0.1/'), { code: 'EGRESS_BLOCKED' })
})

t.test('the certificate is checked against the name, which is also sent as SNI', async (t) => {
  const { port, egress, names } = await setUp(t)
  const outbound = createOutbound({
    egress,
    log: silentLog,
    now: () => new Date(0),
    userAgent: 'test',
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  })
  t.teardown(() => outbound.close())
  const url = `https://oai.example.edu:${port}/`
  await t.rejects(outbound.outside('delft').fetch({ url, signal }), {
    code: 'UPSTREAM_UNREACHABLE',
    message: /no trusted TLS connection \(DEPTH_ZERO_SELF_SIGNED_CERT\)/,
  })
  t.same(names, ['oai.example.edu'])
})
