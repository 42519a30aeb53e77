import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marc } from '../plugins/catalogue/testing.js'
import { listening, shulian, startShulianAt } from './command-testing.js'

// Each command is a process of its own: many of them take their time on a busy machine.
t.setTimeout(300_000)

/** Begins a line of its own, empties the screen, and does the same by the control characters of one octet. */
const hostile = (name: string) => `${name}\r\n{"level":"error","msg":"forged"}\u001b[2J\u009b2J\u0007\u2028`
/** A terminal obeys these; a line break ends our own lines. */
const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/

t.test(
  'log injection: neither log nor terminal is steered by titles, headers and names of members',
  async (t) => {
    const dir = mkdtempSync(join(tmpdir(), 'shulian-injection-'))
    t.teardown(() => rmSync(dir, { recursive: true, force: true }))
    const data = join(dir, 'data')
    const settings = { SHULIAN_LOG_LEVEL: 'debug' }
    await shulian(data, 'members', 'add', 'city', '--name', hostile('City'), '--type', 'library')
    writeFileSync(
      join(dir, hostile('a').replaceAll('/', '')),
      Buffer.concat([
        marc({ id: hostile('1'), title: hostile('Kept'), author: hostile('Cao') }),
        marc({ id: hostile('2'), author: hostile('Cao') }),
      ]),
    )
    const gateway = startShulianAt({ dataDir: data, settings }, 'serve', '--json', '--empty')
    t.teardown(() => gateway.child.kill('SIGKILL'))
    const { hostname, port } = new URL(await listening(gateway))
    const file = join(dir, hostile('a').replaceAll('/', ''))
    const outputs: string[] = []
    for (const words of [
      ['import', file, '--member', 'city', '--format', 'marc21'],
      ['import', file, '--member', 'city', '--format', 'marc21', '--json'],
      ['members', 'list'],
      ['members', 'list', '--json'],
      ['members', 'show', hostile('nobody')],
      ['search', 'kept'],
      ['search', hostile('kept'), '--json'],
      ['quarantine', 'groups'],
      ['quarantine', 'list', '--json'],
      ['quarantine', 'show', '1'],
      ['runs', 'list'],
      ['quality', 'city'],
      ['quality', 'city', '--csv'],
      ['quality', 'city', '--rule', 'RECORD_TITLE_MISSING'],
      [hostile('verb')],
    ]) {
      const { stdout, stderr } = await startShulianAt({ dataDir: data, settings }, ...words).finished
      const name = words.join(' ').replace(/[^ -~]/g, '?')
      t.notMatch(stdout.replaceAll('\r\n', '\n'), steering, `${name} on stdout`)
      t.notMatch(stderr, steering, `${name} on stderr`)
      t.notMatch(`${stdout}\n${stderr}`, /^\{"level":"error","msg":"forged/m, `${name} forges no line`)
      outputs.push(stdout, stderr)
    }
    t.match(outputs.join(''), 'Kept', 'the title itself was shown')

    const socket = connect(Number(port), hostname)
    const value = hostile('x').replaceAll(/[\r\n\u2028]/g, '')
    socket.end(
      `GET /v1/none HTTP/1.1\r\nhost: a\r\nx-request-id: ${value}\r\nuser-agent: ${value}\r\nconnection: close\r\n\r\n`,
    )
    await once(socket.resume(), 'close')
    await fetch(`http://${hostname}:${port}/v1/members/${encodeURIComponent(hostile('y'))}`)
    gateway.child.kill('SIGTERM')
    const { stderr } = await gateway.finished
    t.notMatch(stderr, steering)
    t.notMatch(stderr, /^\{"level":"error","msg":"forged/m, 'no line was forged')
    t.match(stderr, 'request refused', 'what was asked is in the log')
  },
)
