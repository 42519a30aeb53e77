import { gzipSync } from 'node:zlib'
import t from 'tap'
import { testKernel } from '../../gateway/testing.js'
import { pages } from '../pages/index.js'
import { readerPage } from './index.js'

const signIn = 'https://readers.example/sign-in?a=1&b="2"'

const openRoutes = async (options: { signIn?: string } = {}) => {
  const kernel = await testKernel({
    plugins: [pages, { ...readerPage, setup: (kernel) => readerPage.setup(kernel, options) }],
    consortium: { name: 'North & "South" <library>', nameZh: '南北联盟' },
  })
  const get = (url: string, headers: Record<string, string> = {}) =>
    kernel.app.inject({ method: 'GET', url, headers })
  return { kernel, get }
}

t.test('one document behind every address, with what the server knows escaped in it', async (t) => {
  const { kernel, get } = await openRoutes({ signIn })
  t.teardown(kernel.close)
  const home = await get('/')
  t.equal(home.statusCode, 200)
  t.match(home.headers['content-type'], /^text\/html; charset=utf-8/)
  t.ok(home.body.includes('content="North &amp; &quot;South&quot; &lt;library&gt;"'))
  t.ok(home.body.includes('<title>南北联盟</title>'))
  t.ok(home.body.includes('content="https://readers.example/sign-in?a=1&amp;b=&quot;2&quot;"'))
  t.notMatch(
    home.body,
    /\{\{|<script(?![^>]*src=)|<style|\sstyle=|\son\w+=/,
    'nothing inline, nothing left to fill in',
  )
  for (const [address, view] of [
    ['/search?q=x', 'search'],
    ['/works/w_1', 'work'],
  ] as const) {
    const { body } = await get(address)
    t.equal(
      withoutModules(body),
      withoutModules(home.body).replace('data-view="home"', `data-view="${view}"`),
    )
    t.equal(body.includes('/work.js"'), view === 'work', 'what shows a work is loaded where one is shown')
  }
})

const withoutModules = (html: string): string => html.replace(/^ *<link rel="modulepreload".*\n/gm, '')

t.test('the document may load nothing from elsewhere and be framed by nobody', async (t) => {
  const { kernel, get } = await openRoutes()
  t.teardown(kernel.close)
  const { headers } = await get('/')
  const policy = String(headers['content-security-policy'])
  for (const part of [
    "default-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ])
    t.ok(policy.includes(part), part)
  t.notMatch(policy, /unsafe|\*|https?:/)
  t.match(headers, {
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
})

t.test(
  'files carry their version in the address and are kept for good; others are asked for again',
  async (t) => {
    const { kernel, get } = await openRoutes()
    t.teardown(kernel.close)
    const [script = ''] = /\/assets\/[^"]+\/app\.js/.exec((await get('/')).body) ?? []
    const file = await get(script)
    t.match(file.headers, {
      'content-type': /^text\/javascript/,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'accept-encoding',
      etag: /^"[\w-]+"$/,
    })
    t.equal((await get(script, { 'if-none-match': `"x", ${file.headers.etag}` })).statusCode, 304)
    const packed = await get(script, { 'accept-encoding': 'br, gzip' })
    t.equal(packed.headers['content-encoding'], 'gzip')
    t.not(packed.headers.etag, file.headers.etag)
    t.equal((await get(script, { 'accept-encoding': 'gzip;q=0' })).headers['content-encoding'], undefined)
    t.equal((await get('/assets/app.js')).headers['cache-control'], 'no-cache')
    t.equal((await get('/assets/older/app.js')).body, file.body)
  },
)

t.test('no path leads out of the folder', async (t) => {
  const { kernel, get } = await openRoutes()
  t.teardown(kernel.close)
  for (const path of [
    '/assets/',
    '/assets/none.js',
    '/assets/../index.ts',
    '/assets/%2e%2e%2findex.ts',
    '/assets/index.html',
  ]) {
    const { statusCode, json } = await get(path)
    t.equal(statusCode, 404, path)
    t.match(json(), { code: 'NOT_FOUND' })
  }
})

t.test('the whole page weighs less than 40 KB on the wire', async (t) => {
  const { kernel, get } = await openRoutes()
  t.teardown(kernel.close)
  const { body } = await get('/')
  const files = [...new Set([...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address ?? ''))]
  const bodies = await Promise.all(files.map(async (address) => (await get(address)).rawPayload))
  // The heavier of the two languages, of which a visit loads one.
  for (const words of ['words-zh.js', 'strings-zh.js'])
    bodies.push((await get(`/assets/${words}`)).rawPayload)
  const bytes = [Buffer.from(body), ...bodies].reduce((sum, one) => sum + gzipSync(one).length, 0)
  t.ok(bytes < 40 * 1024, `${bytes} bytes`)
  t.comment(`${bytes} bytes in ${files.length + 3} files`)
})

t.test('the page stands in no list of calls, and its options are closed', async (t) => {
  const { kernel, get } = await openRoutes()
  t.teardown(kernel.close)
  t.notOk(
    Object.keys((await get('/openapi.json')).json().paths).some((path) =>
      /^\/(assets|works|search|$)/.test(path),
    ),
  )
  t.equal((readerPage.options as { additionalProperties?: boolean }).additionalProperties, false)
})
