import * as agents from './agents.js'
import * as answers from './answers.js'
import * as backup from './backup.js'
import * as chain from './chain.js'
import * as changes from './changes.js'
import * as corpus from './corpus.js'
import * as coverage from './coverage.js'
import * as door from './door.js'
import * as facets from './facets.js'
import { runAll } from './faults/all.js'
import { experiments } from './faults/index.js'
import * as fuzz from './fuzz.js'
import * as grouping from './grouping.js'
import * as harvest from './harvest.js'
import * as ingest from './ingest.js'
import * as iso2709 from './iso2709-parse.js'
import * as judged from './judged.js'
import * as load from './load.js'
import * as matching from './matching.js'
import * as recall from './recall.js'
import * as relay from './relay.js'
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
  answers,
  recall,
  load,
  door,
  judged,
  facets,
  start,
  backup,
  chain,
  changes,
  relay,
  coverage,
  corpus,
  fuzz,
  matching,
  works,
  agents,
]
/** Of reliability, by name only, since they take minutes: one of them, or all and a table. */
const faults = { name: 'faults', run: (report: (line: string) => void) => runAll(experiments, report) }

const wanted = process.argv[2]
const all = [...benches, faults, ...experiments]
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
