import { setFlagsFromString } from 'node:v8'
import t from 'tap'
import { compileLater } from './compile-later.js'

// What V8 has made of a function can be asked, and compiling at once instead of beside the program tells the same each time.
setFlagsFromString('--allow-natives-syntax')
setFlagsFromString('--no-concurrent-recompilation')

const turboFanned = 1 << 6
const isCompiled = new Function('one', `return (%GetOptimizationStatus(one) & ${turboFanned}) !== 0`)

/** How often a fresh function is called until it is machine code. */
const callsUntilCompiled = (name: string): number => {
  const sum = new Function(
    'n',
    `/* ${name} */ let sum = 0; for (let at = 0; at < n; at++) sum += at; return sum`,
  )
  let calls = 0
  while (calls < 1_000_000 && !isCompiled(sum)) {
    sum(10)
    calls++
  }
  return calls
}

t.test('a function is compiled later than without a word, and compiled still', async (t) => {
  const usual = callsUntilCompiled('usual')
  compileLater()
  const later = callsUntilCompiled('later')
  t.ok(later > 2 * usual, `${usual} calls before, ${later} after`)
  t.ok(later < 1_000_000)
})
