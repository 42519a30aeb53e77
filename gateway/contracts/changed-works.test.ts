import t from 'tap'
import { changedWorks, portionsOfWorks } from './changed-works.js'

t.test('two divisions reach each single work, and none is left out', async (t) => {
  const works = Array.from({ length: 2000 }, (_, at) => `w_${at}`)
  const portions = portionsOfWorks({ works })
  t.equal(portions.length, 45)
  const alone = portions.flatMap(portionsOfWorks)
  t.same(
    alone.map(({ works: [work] }) => work),
    works,
  )
  t.ok(alone.every((portion) => portion.works.length === 1 && portionsOfWorks(portion).length === 1))
  t.same(portionsOfWorks({ works: [] }), [])
})

t.test('a job that names no works says so', async (t) => {
  t.throws(() => changedWorks({ topic: 'work.changed', payload: { work: 'w_1' } }), {
    code: 'JOB_INVALID',
    message: /'work.changed' names its works/,
  })
})
