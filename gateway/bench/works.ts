import { crosswalkFor } from '../../standards/crosswalks/index.js'
import { cluesOf } from '../../standards/matching/clues.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { chineseWorks, type GeneratedRecord } from './chinese-works.js'
import { numberOf } from './number-of.js'
import { comparedPairs } from './works/candidates.js'
import { falselyJoined, missed } from './works/errors.js'
import { placesOf } from './works/places.js'
import { tellErrors, tellGrey, tellScores } from './works/report.js'
import { joinedByIsbn } from './works/yardstick.js'

export const name = 'works'

/** Blocks of more records join nothing. */
const cap = 60

/**
 * Works made of Chinese records of sixteen libraries, beside the truth: through the crosswalks, the keys, the comparison
 * and the components, without a database. The yardstick joins what shares an ISBN. `--records 20000`, `--seed 1`;
 * `--errors 12`: of how many kinds of errors examples are shown.
 */
export const run = async (report: (line: string) => void): Promise<void> => {
  const [count, seed] = [numberOf('--records', 20_000), numberOf('--seed', 1)]
  const generated = [...chineseWorks(count, seed)]
  const truths = generated.map(({ truth }) => truth)
  const began = performance.now()
  const descriptions = generated.map(describe)
  const clues = descriptions.map(cluesOf)
  const { pairs, overflow } = comparedPairs(clues, cap)
  const places = placesOf(clues, pairs)
  const seconds = (performance.now() - began) / 1000
  const rate = (count / seconds).toFixed(0)
  report(
    `${count} records, seed ${seed}: ${pairs.length} pairs compared, ${overflow} blocks over ${cap}, ${rate} records/s`,
  )
  tellScores(
    report,
    'work',
    places.map(({ work }) => work),
    truths.map(({ work }) => work),
  )
  tellScores(
    report,
    'version',
    places.map(({ version }) => version),
    truths.map(({ version }) => version),
  )
  tellScores(
    report,
    'by ISBN alone',
    joinedByIsbn(descriptions),
    truths.map(({ work }) => work),
  )
  const judged = places.map((place, at) => ({ ...place, truth: truths[at]!, description: descriptions[at]! }))
  tellGrey(report, judged, pairs)
  const most = numberOf('--errors', 12)
  tellErrors(report, 'joined, but two works', falselyJoined(judged, pairs), most)
  tellErrors(report, 'one work, but not joined', missed(judged, pairs), most)
}

const describe = ({ format, bytes, sourceId }: GeneratedRecord): Description => {
  const { description } = crosswalkFor(format).describe(bytes)
  if (!description) throw new Error(`${sourceId} could not be described`)
  return description
}
