import t from 'tap'
import { atOnce } from './at-once.js'

const opened = () => {
  let [most, now] = [0, 0]
  const begun: number[] = []
  const piece =
    (number: number, fails = false) =>
    async () => {
      begun.push(number)
      most = Math.max(most, ++now)
      // The later ones end first.
      for (let turns = 10 - number; turns > 0; turns--) await new Promise(setImmediate)
      now--
      if (fails) throw new Error(`piece ${number}`)
      return number
    }
  return { piece, begun, most: () => most, now: () => now }
}

t.test('so many are under way, and are told in the order in which they were begun', async (t) => {
  for (const [width, most] of [
    [1, 1],
    [3, 3],
    [50, 9],
  ] as const) {
    const one = opened()
    const told: number[] = []
    const pieces = Array.from({ length: 9 }, (_, number) => one.piece(number))
    for await (const number of atOnce(width, pieces)) told.push(number)
    t.same(told, [0, 1, 2, 3, 4, 5, 6, 7, 8])
    t.equal(one.most(), most)
  }
})

t.test('after an error nothing is begun, and nothing goes on behind it', async (t) => {
  const one = opened()
  const pieces = Array.from({ length: 9 }, (_, number) => one.piece(number, number === 1))
  const told: number[] = []
  const all = async () => {
    for await (const number of atOnce(3, pieces)) told.push(number)
  }
  await t.rejects(all(), { message: 'piece 1' })
  t.same(told, [0])
  t.same(one.begun, [0, 1, 2, 3])
  t.equal(one.now(), 0)
})

t.test('whoever stops waits for what is under way', async (t) => {
  const one = opened()
  for await (const _ of atOnce(
    4,
    Array.from({ length: 9 }, (_, number) => one.piece(number)),
  ))
    break
  t.same(one.begun, [0, 1, 2, 3])
  t.equal(one.now(), 0)
})
