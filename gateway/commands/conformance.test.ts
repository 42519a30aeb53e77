import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import * as conformance from '../../conformance/index.js'
import { buildRecord, goodRecord } from '../../conformance/mutants/good-record.js'
import { ShulianError, silentLog } from '../contracts/index.js'
import { openKeys } from '../identity/keys.js'
import { createEgress } from '../outbound/egress.js'
import { createOutbound } from '../outbound/outbound.js'
import { conformanceCommand } from './conformance.js'
import type { ConformanceDeps } from './conformance-parts.js'

/** The command as the gateway wires it, on a temporary folder with one good and one bad file. */
const setUp = async (t: Test) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-conformance-'))
  const good = buildRecord(goodRecord)
  writeFileSync(join(folder, 'good.mrc'), good)
  writeFileSync(join(folder, 'wrong-length.mrc'), Buffer.concat([Buffer.from('99999'), good.subarray(5)]))
  mkdirSync(join(folder, 'older'))
  writeFileSync(
    join(folder, 'older', 'good.mrc'),
    Buffer.concat([good, Buffer.from('99999'), good.subarray(5)]),
  )
  writeFileSync(join(folder, 'empty.mrc'), '')
  const clock = { time: Date.parse('2026-01-01T00:00:00Z') }
  const now = () => new Date(clock.time)
  const outbound = createOutbound({ egress: createEgress({ allow: [] }), log: silentLog, now })
  const { signer, jwks } = await openKeys({ dataDir: join(folder, 'data') })
  t.teardown(async () => {
    await outbound.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const recorded: { run: string; certificate: string | undefined }[] = []
  const deps: ConformanceDeps = {
    conformance,
    outside: outbound.outside,
    signer,
    jwks,
    now,
    resolveTarget: async (target) => {
      if (target === 'delft/main')
        return { kind: 'source', location: join(folder, 'good.mrc'), source: target, adapter: 'marc-file' }
      if (target === 'delft/more')
        return {
          kind: 'source',
          location: join(folder, 'good.mrc'),
          more: [join(folder, 'older', 'good.mrc')],
          source: target,
          adapter: 'marc-file',
        }
      if (target.startsWith('no/'))
        throw new ShulianError('SOURCE_UNKNOWN', `There is no source '${target}'.`, { status: 404 })
      return { kind: 'file', location: target }
    },
    record: async (report, certificate) => {
      recorded.push({ run: report.run.id, certificate })
    },
  }
  const command = async (words: string[], { json = false, signal = new AbortController().signal } = {}) => {
    const out: string[] = []
    const err: string[] = []
    const io = {
      stdout: (line: string) => out.push(line),
      stderr: (line: string) => err.push(line),
      json,
      signal,
    }
    const code = await conformanceCommand(words, { io, texts: deps, open: async () => deps })
    return { code, out: out.join('\n'), err: err.join('\n') }
  }
  return { path: (name: string) => join(folder, name), command, recorded, clock, jwks }
}

t.test('the exit code is the verdict', async (t) => {
  const { command, path } = await setUp(t)
  const codes = await Promise.all(
    ['good.mrc', 'wrong-length.mrc', 'empty.mrc', 'missing.mrc'].map(
      async (name) => (await command(['run', 'iso2709', path(name)])).code,
    ),
  )
  t.same(codes, [0, 1, 2, 3])
})

t.test('a person reads what to mend; a machine the report', async (t) => {
  const { command, path } = await setUp(t)
  const words = ['run', 'iso2709', path('wrong-length.mrc')]
  t.match((await command([...words, '--lang', 'zh'])).out, '未通过  iso2709@2008#MARC-01')
  const { out } = await command(words, { json: true })
  t.notMatch(out, '\n', 'one object, one line')
  t.match(JSON.parse(out), { verdict: 'not-conformant' })
  t.match((await command([...words, '--format', 'tap'])).out, /^TAP version 14\n1\.\.28\nnot ok 1 /)
  const file = path('report.json')
  t.equal((await command([...words, '--format', 'json', '--out', file])).out, '')
  t.match(JSON.parse(readFileSync(file, 'utf8')), { verdict: 'not-conformant' })
})

t.test('a certificate is written, and verified with the keys of the gateway or of a file', async (t) => {
  const { command, path, jwks, clock } = await setUp(t)
  await command(['run', 'iso2709', path('good.mrc'), '--certificate', path('good.jws')])
  t.match(await command(['verify', path('good.jws')]), { code: 0, out: /^Valid until 2027-01-01/ })
  const token = readFileSync(path('good.jws'), 'utf8').trim()
  t.equal((await command(['verify', token])).code, 0)
  writeFileSync(path('keys.json'), JSON.stringify(jwks))
  t.equal((await command(['verify', path('good.jws'), '--jwks', path('keys.json')])).code, 0)

  writeFileSync(path('other.json'), JSON.stringify({ keys: [] }))
  t.match(await command(['verify', path('good.jws'), '--jwks', path('other.json')]), {
    code: 1,
    err: /^CERTIFICATE_UNKNOWN_KEY/,
  })
  writeFileSync(
    path('changed.jws'),
    token.replace(/\.[^.]+\./, (claims) => claims.replace(/.{8}\.$/, 'AAAAAAAA.')),
  )
  t.match(await command(['verify', path('changed.jws')]), { code: 1, err: /^CERTIFICATE_TAMPERED/ })
  clock.time += 365 * 86_400_000
  t.match(await command(['verify', path('good.jws')], { json: true }), {
    code: 1,
    out: /"code":"CERTIFICATE_EXPIRED"/,
  })
})

t.test('who is not conformant gets no certificate', async (t) => {
  const { command, path } = await setUp(t)
  const { code, err } = await command([
    'run',
    'iso2709',
    path('empty.mrc'),
    '--certificate',
    path('empty.jws'),
  ])
  t.equal(code, 2)
  t.match(err, 'No certificate')
  t.throws(() => readFileSync(path('empty.jws')))
})

t.test('what a run recorded is judged again, and its certificate says so', async (t) => {
  const { command, path, recorded, jwks, clock } = await setUp(t)
  const run = async (name: string) =>
    (await command(['run', 'iso2709', path(name), '--seed', '7', '--recording', path(`${name}.jsonl`)])).code
  t.same([await run('good.mrc'), await run('wrong-length.mrc'), await run('missing.mrc')], [0, 1, 3])
  rmSync(path('good.mrc'))
  rmSync(path('wrong-length.mrc'))
  const replayed = await command(['replay', path('good.mrc.jsonl'), '--certificate', path('replayed.jws')], {
    json: true,
  })
  t.equal(replayed.code, 0)
  const { recording, sample } = JSON.parse(replayed.out)
  t.equal(sample.seed, 7)
  const certificate = readFileSync(path('replayed.jws'), 'utf8')
  const claims = await conformance.verifyCertificate(certificate, jwks, { now: new Date(clock.time) })
  t.match(claims.conformance, { assurance: 'A1', recording: { sha256: recording } })
  t.equal(recorded.length, 0)
  t.match(await command(['replay', path('wrong-length.mrc.jsonl'), '--lang', 'zh']), {
    code: 1,
    out: /重放自录制文件: sha256:/,
  })
  t.equal((await command(['replay', path('missing.mrc.jsonl')])).code, 3)
  t.match(await command(['replay', path('empty.mrc')]), { code: 3, err: /^RECORDING_INVALID/ })
})

t.test(
  'a file that is there is not written over by a recording, and one that cannot be written is said',
  async (t) => {
    const { command, path } = await setUp(t)
    const run = ['run', 'iso2709', path('good.mrc')]
    t.match(await command([...run, '--recording', path('good.mrc')]), { code: 3, err: /FILE_EXISTS: / })
    for (const option of ['--out', '--certificate', '--recording'])
      t.match(
        await command([...run, option, path('none/x')]),
        { code: 3, err: /FILE_NOT_WRITABLE: / },
        option,
      )
    for (const file of ['none/x', 'good.mrc/x', '.'])
      t.match(
        await command([...run, '--out', path(file)]),
        { code: 3, err: /^FILE_NOT_WRITABLE: / },
        `before the run: ${file}`,
      )
  },
)

t.test('a run on a source is recorded with the certificate it earned', async (t) => {
  const { command, recorded, path } = await setUp(t)
  t.equal((await command(['run', 'iso2709', 'delft/main', '--level', 'L1'])).code, 0)
  t.equal(recorded.length, 1)
  t.match(recorded[0]?.certificate, /^[\w-]+\.[\w-]+\.[\w-]+$/)
  await command(['run', 'iso2709', path('good.mrc')])
  t.equal(recorded.length, 1, 'a file of nobody’s is not')
})

t.test(
  'a source of several files is judged by all of them, and so is what was recorded of them',
  async (t) => {
    const { command, path } = await setUp(t)
    const { code, out, err } = await command([
      'run',
      'iso2709',
      'delft/more',
      '--recording',
      path('more.jsonl'),
    ])
    t.equal(code, 1)
    t.match(err, /on delft\/more: good\.mrc, good\.mrc \(2\) …/)
    t.match(out, /record 2, octet \d+ of good\.mrc \(2\)/)
    const replayed = await command(['replay', path('more.jsonl')], { json: true })
    t.equal(replayed.code, 1)
    t.match(JSON.parse(replayed.out), {
      target: { location: 'good.mrc', more: ['good.mrc (2)'] },
      sample: { records: 3 },
    })
  },
)

t.test('wrong usage is 64, so that it is not taken for a verdict', async (t) => {
  const { command, path } = await setUp(t)
  const wrong = [
    [],
    ['replay'],
    ['replay', path('no-such-file')],
    ['replay', path('good.mrc'), 'x'],
    ['nonsense'],
    ['run'],
    ['run', 'iso2709'],
    ['run', 'no-such-suite', 'x'],
    ['run', 'iso2709', 'no/source'],
    ['run', 'iso2709', 'x', 'y'],
    ['run', 'iso2709', 'x', '--format', 'html'],
    ['run', 'iso2709', 'x', '--level', 'L4'],
    ['run', 'iso2709', 'x', '--limit', '0'],
    ['run', 'iso2709', 'x', '--nonsense'],
    ['explain'],
    ['explain', 'OAI-99'],
    ['verify'],
    ['verify', path('no-such-file')],
    ['verify', path('good.mrc'), '--jwks', path('good.mrc')],
  ]
  for (const words of wrong) t.match(await command(words), { code: 64, out: '', err: /./ }, words.join(' '))
})

t.test('what is no certificate is told so', async (t) => {
  const { command, path } = await setUp(t)
  t.match(await command(['verify', path('good.mrc')]), { code: 1, err: /^CERTIFICATE_INVALID/ })
})

t.test('a requirement is explained in both languages', async (t) => {
  const { command } = await setUp(t)
  t.match((await command(['explain', 'oai-04'])).out, 'responseDate is YYYY-MM-DDThh:mm:ssZ')
  t.match((await command(['explain', 'OAI-04', '--lang', 'zh'])).out, '不带小数秒')
  t.equal(JSON.parse((await command(['explain', 'OAI-04'], { json: true })).out).id, 'oai-pmh@2.0#OAI-04')
})

t.test('the list names every suite and requirement', async (t) => {
  const { command } = await setUp(t)
  const { out } = await command(['list'])
  t.match(out, 'oai-pmh@2.0#OAI-16i')
  const objects = (await command(['list', 'iso2709'], { json: true })).out
    .split('\n')
    .map((line) => JSON.parse(line))
  t.equal(objects.filter(({ event }) => event === 'requirement').length, 28)
})

t.test('each verb has its help', async (t) => {
  const { command } = await setUp(t)
  for (const verb of ['list', 'explain', 'run', 'replay', 'verify'])
    t.match(await command([verb, '--help']), {
      code: 0,
      out: new RegExp(`^Usage: shulian conformance ${verb}`),
      err: '',
    })
  t.match(await command(['--help']), { code: 0, out: /conformance verify/ })
})

t.test('a cancelled run is 130', async (t) => {
  const { command, path } = await setUp(t)
  t.equal((await command(['run', 'iso2709', path('good.mrc')], { signal: AbortSignal.abort() })).code, 130)
})
