import t from 'tap'
import net from 'node:net'
import { Type } from 'typebox'
import { testKernel } from './testing.js'
import { members } from '../plugins/members/index.js'
import { catalogue } from '../plugins/catalogue/index.js'
import { sink } from '../plugins/catalogue/testing.js'
import { services } from '../plugins/services/index.js'
const standards = { name: 'standards', place: {stage:'during',dimension:'technology'}, options: Type.Object({}), setup: () => ({ service: { isCertified: async () => true } }) } as any
t.test('probe', async (t) => {
  const k = await testKernel({ plugins: [members, standards, catalogue, services, sink] })
  t.teardown(k.close)
  await k.app.listen({ port: 0, host: '127.0.0.1' })
  const port = (k.app.server.address() as any).port
  const raw = (text: string) => new Promise<string>((resolve) => { const s = net.connect(port, '127.0.0.1', () => s.write(text)); let got=''; s.on('data', d => { got += d }); s.on('close', () => resolve(got)); setTimeout(() => { s.destroy(); resolve(got + '<<TIMEOUT') }, 1500).unref() })
  const H = 'Host: a\r\nConnection: close\r\n'
  for (const text of [
    `GET /healthz HTTP/1.1\r\n${H}\r\n`,
    `GET /nothing HTTP/1.1\r\n${H}\r\n`,
    `GET /v1/members/%zz HTTP/1.1\r\n${H}\r\n`,
    `GET /v1/members/${'a'.repeat(600)} HTTP/1.1\r\n${H}\r\n`,
    `GET /v1/${'a'.repeat(9000)} HTTP/1.1\r\n${H}\r\n`,
    `GET /v1/${'a'.repeat(16384)} HTTP/1.1\r\n${H}\r\n`,
    `GET /v1/members HTTP/1.1\r\n${H}x: ${'a'.repeat(16384)}\r\n\r\n`,
    `GET /v1/members?limt=3 HTTP/1.1\r\n${H}\r\n`,
    `POST /v1/members HTTP/1.1\r\n${H}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    `POST /v1/members HTTP/1.1\r\n${H}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`,
    `garbage\r\n\r\n`,
    `GET /docs/ HTTP/1.1\r\n${H}\r\n`,
  ]) console.log(JSON.stringify(text.slice(0,60)), '=>\n', (await raw(text)).slice(0, 900))
  console.log(Object.keys(k.app.swagger().paths as any))
  console.log(JSON.stringify((k.app.swagger().paths as any)['/v1/services/{member}/{service}/{*}'] ?? null).slice(0,1500))
  console.log(JSON.stringify((k.app.swagger().paths as any)['/readyz']).slice(0,1500))
})
