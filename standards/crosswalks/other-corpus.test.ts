import t from 'tap'
import { Compile } from 'typebox/compile'
import { Description } from '../record/v1-draft.js'
import { recordsUnder } from './corpus-fields-testing.js'
import { skip } from './corpus-testing.js'
import type { Described } from './crosswalk.js'
import { crosswalkFor } from './index.js'

const form = Compile(Description)

async function describedUnder(folder: string): Promise<Described[]> {
  const found: Described[] = []
  for await (const { format, bytes } of recordsUnder(folder)) found.push(crosswalkFor(format).describe(bytes))
  return found
}

/** Share of the records that say this much of themselves. */
const share = (
  records: Described[],
  field: 'titles' | 'agents' | 'dates' | 'identifiers' | 'publication',
): number =>
  records.filter(({ description }) => description && description[field].length > 0).length / records.length

/** Folder, records that are no deletions, and the least share of them that has titles, agents, dates, publication. */
const sources: [folder: string, count: number, least: [number, number, number, number]][] = [
  ['pica', 386, [1, 0.9, 0.99, 0.9]],
  ['oai-pmh/hbz-aleph-mab', 168, [0.99, 0.75, 0.9, 0.85]],
  ['alephseq', 110, [0.99, 0.8, 0.95, 0.95]],
]

for (const [folder, count, [titles, agents, dates, publication]] of sources)
  t.test(
    `real records of ${folder} keep the form of a description, and say what a cataloguer expects`,
    { skip },
    async (t) => {
      const records = (await describedUnder(folder)).filter(({ deleted }) => !deleted)
      t.equal(records.length, count)
      for (const { sourceId, description } of records)
        if (description && description.titles.length > 0 && !form.Check(description))
          t.fail(`${sourceId}: ${JSON.stringify(form.Errors(description)[0])}`)
      const found = [
        share(records, 'titles'),
        share(records, 'agents'),
        share(records, 'dates'),
        share(records, 'publication'),
      ]
      t.comment(
        `${folder}: titles, agents, dates, publication in ${found.map((one) => `${(100 * one).toFixed(1)} %`).join(', ')}`,
      )
      const least = [titles, agents, dates, publication]
      found.forEach((one, at) => {
        t.ok(one >= (least[at] as number), `${one} ≥ ${least[at]}`)
      })
    },
  )
