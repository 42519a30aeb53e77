import t from 'tap'
import { assertNext, dueAfter, needStates } from './states.js'

t.test('a first answer is due within three working days; weekends do not count', (t) => {
  const due = (from: string) => dueAfter(new Date(from), 3).toISOString()
  t.equal(due('2026-03-02T08:00:00Z'), '2026-03-05T08:00:00.000Z', 'Monday → Thursday')
  t.equal(due('2026-03-05T08:00:00Z'), '2026-03-10T08:00:00.000Z', 'Thursday → Tuesday')
  t.equal(due('2026-03-07T08:00:00Z'), '2026-03-11T08:00:00.000Z', 'Saturday → Wednesday')
  t.end()
})

t.test('of all pairs of states a need allows the four steps and no other', (t) => {
  const allowed = needStates.flatMap((from) =>
    needStates
      .filter((to) => {
        try {
          assertNext('suggestion', from, to)
          return true
        } catch {
          return false
        }
      })
      .map((to) => `${from} → ${to}`),
  )
  t.same(allowed, [
    'collected → understood',
    'understood → decided',
    'decided → carried-out',
    'carried-out → reported',
  ])
  t.end()
})
