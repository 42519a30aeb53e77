import t from 'tap'
import { giveTurns } from './give-turns.js'

/** A thread that is as busy as the test says, look by look, and writes down who slept. */
const threadOf = (...busy: number[]) => {
  const slept: number[] = []
  return {
    slept,
    watch: () => () => busy.shift() ?? 1,
    sleep: async (milliseconds: number) => void slept.push(milliseconds),
  }
}

t.test('beside others who have work one rests nine times as long as one worked', async (t) => {
  const thread = threadOf()
  await giveTurns(20, undefined, thread)
  t.same(thread.slept, Array(9).fill(20))
})

t.test('nobody rests for nobody', async (t) => {
  const thread = threadOf(0.9, 0.7, 0.2)
  await giveTurns(20, undefined, thread)
  t.same(thread.slept, [20, 20, 20])
})

t.test('a thread with nothing else to do is told from one that is busy', async (t) => {
  let turns = 0
  let isBusy = true
  const spin = (): void => {
    turns++
    if (isBusy) setImmediate(spin)
  }
  spin()
  await giveTurns(5)
  isBusy = false
  t.ok(turns > 9, 'whoever had work was given turns')
  await giveTurns(5)
})

t.test('a rest ends with its signal', async (t) => {
  await t.rejects(giveTurns(60_000, AbortSignal.abort()), { name: 'AbortError' })
})
