import t from 'tap'
import { type Outside, ShulianError } from '../gateway/contracts/index.js'
import { goodAddress, goodRepository, readRequest } from './mutants/good-repository.js'
import { type RecordingHead, readRecording, recorded, replaying } from './recording.js'
import { describeTarget, runSuite } from './runner.js'
import { oaiPmh } from './suites/oai-pmh.js'

const start = '2026-01-01T00:00:00Z'
const signal = new AbortController().signal
const target = { kind: 'url' as const, location: goodAddress }
const head = (location: string): RecordingHead => ({
  recording: 1,
  suite: { id: 'oai-pmh', version: '1.0.0' },
  target: describeTarget({ kind: 'url', location }),
  level: 'L2',
  seed: 1,
  start,
})
const recordingOf = (location: string, lines: object[]) =>
  readRecording(Buffer.from([head(location), ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')))

const outsideOf = (fetch: Outside['fetch'], pieces: Outside['open'] = async function* () {}): Outside => ({
  fetch,
  open: pieces,
  assertAllowed: async () => undefined,
  now: () => new Date(start),
})
const repository = outsideOf(async ({ url, method = 'GET', body = '' }) => {
  const answer = goodRepository(readRequest(url, method, body))
  return { ...answer, body: Buffer.from(answer.body), url }
})

t.test('what was recorded is judged alike, and nobody is asked', async (t) => {
  const lines: object[] = []
  const options = { signal, now: () => new Date(start) }
  const was = await runSuite(oaiPmh, target, {
    ...options,
    outside: recorded(repository, target, (line) => lines.push(line)),
  })
  const recording = recordingOf(goodAddress, lines)
  const again = await runSuite(oaiPmh, recording.head.target, {
    ...options,
    outside: replaying(recording),
    recording: recording.digest,
  })
  t.equal(was.verdict, 'conformant')
  t.same(again, { ...was, recording: recording.digest }, 'and the report says of what')
  const cut = await runSuite(oaiPmh, target, {
    ...options,
    outside: replaying(recordingOf(goodAddress, lines.slice(0, 3))),
  })
  t.equal(cut.verdict, 'infrastructure', 'what was not recorded is not a breach')
  t.match(
    cut.results.find(({ outcome }) => outcome === 'cantTell')?.messages.en.came,
    /^RECORDING_INCOMPLETE/,
  )
})

t.test('credentials of the address are not recorded', async (t) => {
  const lines: object[] = []
  const location = 'https://reader:secret@example.org/oai'
  const outside = recorded(repository, { location }, (line) => lines.push(line))
  await outside.fetch({ url: `${location}?verb=Identify`, signal })
  t.notMatch(JSON.stringify(lines), 'secret')
  const { body } = await replaying(recordingOf(location, lines)).fetch({
    url: 'https://example.org/oai?verb=Identify',
    signal,
  })
  t.match(Buffer.from(body).toString(), '<Identify>')
})

t.test('a question asked twice has its answers in their order, and faults come again', async (t) => {
  const lines: object[] = []
  let calls = 0
  const failing = outsideOf(
    async ({ url }) => {
      calls++
      if (calls === 1) return { status: 503, headers: { 'retry-after': '1' }, body: Buffer.from([0xff]), url }
      throw calls === 2
        ? new ShulianError('UPSTREAM_UNREACHABLE', 'Away.', { status: 502 })
        : new Error('Our own mistake.')
    },
    async function* () {
      yield Buffer.from('one')
      yield Buffer.from('two')
      throw new ShulianError('FILE_NOT_READABLE', 'Torn.', { status: 422 })
    },
  )
  const outside = recorded(failing, target, (line) => lines.push(line))
  const ask = (from: Outside) => from.fetch({ url: `${goodAddress}?verb=Identify`, signal })
  const read = async (from: Outside) => {
    const pieces: string[] = []
    for await (const piece of from.open('/a/folder/records.mrc', { signal })) pieces.push(String(piece))
    return pieces
  }
  await ask(outside)
  await ask(outside).catch(() => undefined)
  await ask(outside).catch(() => undefined)
  await read(outside).catch(() => undefined)
  const again = replaying(recordingOf(goodAddress, lines))
  t.match(await ask(again), { status: 503, headers: { 'retry-after': '1' }, body: Buffer.from([0xff]) })
  await t.rejects(ask(again), { code: 'UPSTREAM_UNREACHABLE' })
  await t.rejects(ask(again), { message: 'Our own mistake.' })
  await t.rejects(ask(again), { code: 'RECORDING_INCOMPLETE' })
  await t.rejects(read(again), { code: 'FILE_NOT_READABLE' })
  t.equal(calls, 3)
})

t.test('what is no recording is told with its line', (t) => {
  const read = (text: string) => () => readRecording(Buffer.from(text))
  t.throws(read(''), { code: 'RECORDING_INVALID', message: /line 1/ })
  t.throws(read('{}'), { code: 'RECORDING_INVALID', message: /line 1/ })
  t.throws(read(`${JSON.stringify(head(goodAddress))}\n{"request":{}}\n`), {
    code: 'RECORDING_INVALID',
    message: /line 2/,
  })
  t.throws(read(`${JSON.stringify(head(goodAddress))}\n{"cut`), { message: /line 2/ })
  t.end()
})
