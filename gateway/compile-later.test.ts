import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import t from 'tap'
import { compileLater } from './compile-later.js'
import { projectRoot } from './root.js'

// What V8 has made of a function can be asked, and compiling at once instead of beside the program tells the same each time.
for (const flag of ['--allow-natives-syntax', '--no-concurrent-recompilation', '--no-use-osr'])
  setFlagsFromString(flag)

const turboFanned = 1 << 6
const isCompiled = new Function('one', `return (%GetOptimizationStatus(one) & ${turboFanned}) !== 0`)
const most = 100_000
let made = 0

/** How often a function is called until it is machine code. */
const callsUntilCompiled = (): number => {
  // Too long to be compiled early.
  const steps = Array.from({ length: 60 }, (_, at) => `sum = (sum + n) & ${at + 1_000}`).join(';')
  const sum = new Function('n', `/* ${made++} */ let sum = 0; ${steps}; return sum`)
  for (let calls = 0; calls < most; calls++) {
    if (isCompiled(sum)) return calls
    sum(10)
  }
  return most
}

/** Of several: what is learnt about a function begins its count again. */
const leastCalls = (): number => Math.min(...Array.from({ length: 9 }, callsUntilCompiled))

const isMeant = process.versions.v8.startsWith('11.')

t.test(
  'a function is compiled later than without a word, and compiled still',
  { skip: isMeant ? false : 'this V8 counts otherwise' },
  async (t) => {
    const usual = leastCalls()
    compileLater()
    const later = leastCalls()
    t.ok(later > 2 * usual, `${usual} calls before, ${later} after`)
    t.ok(later < most)
  },
)

t.test('a long command says nothing of it, whatever V8 knows', async (t) => {
  const shulian = join(projectRoot(), 'gateway/bin/shulian.js')
  const { status, stderr } = spawnSync(process.execPath, [shulian, 'reconcile', '--no-such'], {
    encoding: 'utf8',
  })
  t.equal(status, 2)
  t.match(stderr, /Usage: shulian reconcile/)
  t.notMatch(stderr, /flag/)
})
