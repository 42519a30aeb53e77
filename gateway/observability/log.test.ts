import t from 'tap'
import { ShulianError } from '../contracts/errors.js'
import { createLog, type LogLevel } from './log.js'

function setUp(level: LogLevel = 'debug') {
  const lines: string[] = []
  return { lines, log: createLog({ level, write: (line) => lines.push(line) }) }
}

t.test('a line is one JSON object with level, time, message and data', async (t) => {
  const { log, lines } = setUp()
  log.child({ member: 'delft' }).info({ records: 3, none: undefined }, 'harvested')
  t.match(JSON.parse(lines[0]!), {
    level: 'info',
    member: 'delft',
    records: 3,
    msg: 'harvested',
    time: /^\d{4}-.*Z$/,
  })
  t.ok(lines[0]!.endsWith('}\n'))
})

t.test('what is below the level is not written', async (t) => {
  const { log, lines } = setUp('warn')
  log.debug({}, 'a')
  log.info({}, 'b')
  log.error({}, 'c')
  t.equal(lines.length, 1)
})

t.test('nothing from outside begins a line or steers a terminal', async (t) => {
  const { log, lines } = setUp()
  const hostile = 'a\r\n{"level":"error"}\x1b[2J\x9b2J\x7f\u2028\u202e\0b'
  log.child({ member: hostile }).warn({ title: hostile, [hostile]: 1, err: new Error(hostile) }, hostile)
  t.equal(lines.length, 1)
  t.equal(lines[0]!.trimEnd().split(/[\r\n\u2028]/).length, 1)
  t.notMatch(lines[0]!.trimEnd(), /[\x00-\x1f\x7f-\x9f\u2028\u202e]/)
  t.equal(JSON.parse(lines[0]!).title, hostile, 'the text itself is kept')
})

t.test('a secret appears nowhere, whatever carries it', async (t) => {
  const { log, lines } = setUp()
  const secret = 'canary-5f1d'
  const deep = (value: object) => ({ one: { two: [value] } })
  for (const key of ['authorization', 'Cookie', 'set-cookie', 'token', 'password', 'secret', 'key', 'apiKey'])
    log.info({ [key]: secret, ...deep({ [key]: secret }) }, 'keys')
  log.info({ accessToken: [secret], client_secret: { value: secret }, 'x-api-key': secret }, 'keys')
  log
    .child({ token: secret })
    .info({ body: { text: secret }, query: { q: secret }, url: `/search?q=${secret}` }, 'request')
  log.info({ header: `Bearer ${secret}`, text: `token=${secret}&code=${secret}` }, `with Basic ${secret}`)
  log.info(
    { at: `https://u:${secret}@example.edu/oai?verb=${secret}` },
    `failed at https://${secret}@example.edu/`,
  )
  log.error(
    new Error(`no https://example.edu/?access_token=${secret}`, { cause: { token: secret } }),
    'failed',
  )
  const garbled = Object.assign(new Error('parse'), { data: secret, response: { body: secret } })
  log.error({ err: new ShulianError('UPSTREAM_UNREACHABLE', 'No answer.', { cause: garbled }) }, 'failed')
  log.info({ a: { b: { c: { d: { e: { token: secret } } } } } }, 'too deep to be looked at')
  t.notMatch(lines.join(''), secret)
  t.equal(lines.length, 15)
})

t.test('an error says its type, code, message, stack and cause', async (t) => {
  const { log, lines } = setUp()
  const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
  log.error({ err: new ShulianError('UPSTREAM_UNREACHABLE', 'No answer.', { cause }) }, 'failed')
  t.match(JSON.parse(lines[0]!), {
    err: {
      type: 'ShulianError',
      code: 'UPSTREAM_UNREACHABLE',
      message: 'No answer.',
      stack: /log\.test/,
      cause: { code: 'ECONNREFUSED' },
    },
  })
})

t.test('data of any shape is written: loops, bytes, long texts', async (t) => {
  const { log, lines } = setUp()
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  log.info({ loop, bytes: new Uint8Array(9), big: 1n, text: 'x'.repeat(100_000), date: new Date(0) }, 'odd')
  t.match(JSON.parse(lines[0]!), { bytes: '[9 bytes]', big: '1', date: '1970-01-01T00:00:00.000Z' })
  t.ok(lines[0]!.length < 4000)
})
