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
