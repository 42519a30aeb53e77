import t from 'tap'
import { ShulianError } from './errors.js'
import { throughOutages } from './through-outages.js'

const failing = (code: string, times: number) => {
  const work = async () => {
    work.tries++
    if (work.tries <= times) throw new ShulianError(code, 'It does not answer.')
    return 'done'
  }
  work.tries = 0
  return work
}

t.test('what meets an outage is begun again until it is done', async (t) => {
  const work = failing('DATABASE_UNAVAILABLE', 1)
  t.equal(await throughOutages(work, new AbortController().signal), 'done')
  t.equal(work.tries, 2)
})

t.test('what fails for another reason, or is to end, is not tried again', async (t) => {
  const wrong = failing('PLUGIN_INVALID', 1)
  await t.rejects(throughOutages(wrong, new AbortController().signal), { code: 'PLUGIN_INVALID' })
  const ending = failing('SEARCH_ENGINE_AWAY', 1)
  await t.rejects(throughOutages(ending, AbortSignal.abort()), { name: 'AbortError' })
  t.same([wrong.tries, ending.tries], [1, 1])
})
