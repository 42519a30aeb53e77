import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { jsonLines, serve, shulian } from '../command-testing.js'

t.setTimeout(120_000)

const kidsAt = async (url: string): Promise<string[]> => {
  const { keys } = (await (await fetch(`${url}/.well-known/jwks.json`)).json()) as { keys: { kid: string }[] }
  return keys.map(({ kid }) => kid)
}

const asked = async (url: string, token: string): Promise<number> =>
  (await fetch(`${url}/v1/jobs`, { headers: { authorization: `Bearer ${token}` } })).status

t.test(
  'a new key signs, the old one verifies, and its token opens nothing once the gateway is started again',
  async (t) => {
    const data = join(t.testdir(), 'data')
    const token = () => readFileSync(join(data, 'operator.token'), 'utf8').trim()
    // Not the sample's five members: nothing of them is asked for.
    await shulian(data, 'members', 'add', 'city', '--name', 'City', '--type', 'library')
    const first = await serve(t, data)
    const old = token()
    const [kid] = await kidsAt(first.url)
    const { code, stdout, stderr } = await shulian(data, 'keys', 'rotate', '--json')
    t.equal(code, 0, stderr)
    const [told] = jsonLines(stdout) as [{ kid: string }]
    t.match(told, { event: 'finished', retired: 1 })
    t.match(stderr, /Start every process of this gateway again/)
    t.not(token(), old)
    t.equal(await asked(first.url, old), 200, 'who runs goes on with what it began with')
    first.child.kill('SIGTERM')
    await first.finished
    const again = await serve(t, data)
    t.same(await kidsAt(again.url), [told.kid, kid])
    t.equal(await asked(again.url, old), 401)
    t.equal(await asked(again.url, token()), 200)
  },
)

t.test('a word too many or too few changes nothing, and neither does a place where nothing is', async (t) => {
  const data = join(t.testdir(), 'data')
  t.match(await shulian(data, 'keys'), { code: 2, stderr: /keys: expected rotate/ })
  t.match(await shulian(data, 'keys', 'rotate', 'now'), { code: 2, stderr: /now: not expected here/ })
  t.match(await shulian(data, 'keys', 'rotate'), { code: 1, stderr: /INSTALLATION_MISSING/ })
})
