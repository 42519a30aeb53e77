import * as coverage from './coverage.js'
import * as ingest from './ingest.js'
import * as iso2709 from './iso2709-parse.js'
import * as search from './search.js'
import * as start from './start.js'

/** `npm run bench -- NAME`: each measures its yardstick in the same run and prints the ratio. */
const benches = [iso2709, ingest, search, start, coverage]

const wanted = process.argv[2]
const chosen = wanted === undefined ? benches : benches.filter(({ name }) => name === wanted)
if (chosen.length === 0) {
  process.stderr.write(
    `There is no benchmark '${wanted}'. There are: ${benches.map(({ name }) => name).join(', ')}\n`,
  )
  process.exitCode = 2
}
for (const { name, run } of chosen) {
  process.stdout.write(`== ${name}\n`)
  await run((line) => process.stdout.write(`${line}\n`))
}
