import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import t from 'tap'
import { runAll } from './all.js'

const programs: Record<string, string> = {
  'faults/good': `console.log('== faults/good'); console.log('holds  nothing missing')`,
  'faults/bad': `console.log('FAILS  1 missing'); process.exitCode = 1`,
  'faults/absent': `console.log('skipped: no disk')`,
  'faults/died': `process.kill(process.pid, 'SIGKILL')`,
}

t.test('all experiments are run, each told of in a table, and one that fails fails the whole', async (t) => {
  const experiments = Object.keys(programs).map((name) => ({ name, run: async () => {} }))
  const lines: string[] = []
  t.teardown(() => (process.exitCode = undefined))
  const verdicts = await runAll(
    experiments,
    (line) => lines.push(line),
    (name) => ['-e', programs[name] ?? ''],
  )
  t.equal(process.exitCode, 1)
  t.strictSame(
    verdicts.map(({ name, outcome }) => [name, outcome]),
    [
      ['faults/good', 'passed'],
      ['faults/bad', 'FAILED'],
      ['faults/absent', 'skipped'],
      ['faults/died', 'FAILED'],
    ],
  )
  t.match(lines.at(-4), /^\| faults\/good \| passed \| \d+ \| nothing missing \|$/)
  t.match(lines.at(-1), /^\| faults\/died \| FAILED \| \d+ \| FAILS {2}ended with SIGKILL; /)
  t.match(lines.at(-3), /^\| faults\/bad \| FAILED \| \d+ \| FAILS {2}1 missing \|$/)
})

/** Runs one experiment, which starts a process of its own; both say their number, and never end by themselves. */
const runner = `
  const { runAll } = await import(process.argv[1])
  const forever = 'setInterval(() => {}, 1000)'
  const program = \`
    const { spawn } = await import('node:child_process')
    const own = spawn(process.execPath, ['-e', "\${forever}"])
    console.log('running', process.pid, own.pid)
    \${forever}\`
  await runAll([{ name: 'faults/endless' }], (line) => console.log(line),
    () => ['--input-type=module', '-e', program])
`

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  t.test(`an experiment and what it started end with the process that runs it, by ${signal}`, async (t) => {
    const all = new URL('./all.ts', import.meta.url).href
    const words = [...process.execArgv, '--input-type=module', '-e', runner, all]
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] })
    t.teardown(() => child.kill('SIGKILL'))
    const ids: number[] = []
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.includes('running')) continue
      ids.push(...(line.match(/\d+/g) ?? []).map(Number))
      child.kill(signal)
      break
    }
    t.teardown(() => ids.filter(isThere).forEach((id) => void process.kill(id, 'SIGKILL')))
    t.same(await once(child, 'exit'), [code, null])
    t.equal(ids.length, 2)
    while (ids.some(isThere)) await new Promise(setImmediate)
    t.pass('both are gone')
  })
}

/** A killed process stays listed until whoever inherited it has looked; that is no life. */
const isThere = (id: number): boolean => {
  try {
    return !/\) [ZX]/.test(readFileSync(`/proc/${id}/stat`, 'utf8'))
  } catch {
    return false
  }
}
