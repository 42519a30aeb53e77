import t from 'tap'
import { guessFormat } from './detect.js'
import { mutated, seeds } from './mutations-testing.js'
import { through } from './through-testing.js'

const runs = 300

for (const seed of seeds)
  t.test(
    `${runs} mutations of ${seed.name} come in or are refused with a finding, and nothing between them is lost`,
    { timeout: 120_000 },
    async (t) => {
      const whole = guessFormat(seed.bytes, '')
      t.same([whole?.format, whole?.carrier], [seed.format, seed.carrier], 'the seed itself is known')
      for (let run = 0; run < runs; run++) {
        const bytes = mutated(seed.bytes, run)
        const { octets, faults } = await through(seed, bytes)
        if (faults.length > 0 || octets > bytes.length)
          t.fail(`run ${run}`, { faults, octets, text: bytes.toString('latin1', 0, 400) })
        guessFormat(bytes, 'mutation')
      }
    },
  )
