import * as agents from './agents.js'
import * as corpus from './corpus.js'
import * as coverage from './coverage.js'
import * as facets from './facets.js'
import * as e1 from './faults/e1.js'
import * as e2 from './faults/e2.js'
import * as e3 from './faults/e3.js'
import * as e4 from './faults/e4.js'
import * as e5 from './faults/e5.js'
import * as e6 from './faults/e6.js'
import * as e8 from './faults/e8.js'
import * as e9 from './faults/e9.js'
import * as e10 from './faults/e10.js'
import * as e11 from './faults/e11.js'
import * as e18 from './faults/e18.js'
import * as e19 from './faults/e19.js'
import * as e30 from './faults/e30.js'
import * as fuzz from './fuzz.js'
import * as grouping from './grouping.js'
import * as harvest from './harvest.js'
import * as ingest from './ingest.js'
import * as iso2709 from './iso2709-parse.js'
import * as judged from './judged.js'
import * as load from './load.js'
import * as matching from './matching.js'
import * as recall from './recall.js'
import * as search from './search.js'
import * as start from './start.js'
import * as works from './works.js'

/** `npm run bench -- NAME`: each measures its yardstick in the same run and prints the ratio. */
const benches = [
  iso2709,
  ingest,
  grouping,
  harvest,
  search,
  recall,
  load,
  judged,
  facets,
  start,
  coverage,
  corpus,
  fuzz,
  matching,
  works,
  agents,
]
/** `npm run bench -- faults/E1`: what is promised under a fault, at full size; the tests try the same on less. */
const faults = [e1, e2, e3, e4, e5, e6, e8, e9, e10, e11, e18, e19, e30]

const wanted = process.argv[2]
const all = [...benches, ...faults]
const chosen = wanted === undefined ? benches : all.filter(({ name }) => name === wanted)
if (chosen.length === 0) {
  process.stderr.write(
    `There is no benchmark '${wanted}'. There are: ${all.map(({ name }) => name).join(', ')}\n`,
  )
  process.exitCode = 2
}
for (const { name, run } of chosen) {
  process.stdout.write(`== ${name}\n`)
  await run((line) => process.stdout.write(`${line}\n`))
}
