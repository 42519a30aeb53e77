import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Compile } from 'typebox/compile'
import { carriers } from '../formats/carriers.js'
import { guessFormat } from '../formats/detect.js'
import { Description } from '../record/v1-draft.js'
import type { Described } from './crosswalk.js'
import { crosswalkFor } from './index.js'

const corpus = join(process.cwd(), '../shared/corpus')
const skip = existsSync(corpus) ? false : 'the corpus of real data is not at ../shared/corpus'
const form = Compile(Description)

async function describedIn(path: string): Promise<Described[]> {
  const bytes = readFileSync(path)
  const head = bytes.subarray(0, 65_536)
  const guess = guessFormat(head, path)
  const found: Described[] = []
  if (!guess || guess.format === 'kbart') return found
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
  }
  for await (const piece of carriers[guess.carrier].split(chunks(), { head }))
    if (piece.kind === 'record') found.push(crosswalkFor(guess.format).describe(piece.bytes))
  return found
}

async function describedUnder(folder: string): Promise<Described[]> {
  const paths = readdirSync(join(corpus, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(corpus, folder, name))
    .filter((path) => statSync(path).isFile())
  return (await Promise.all(paths.map(describedIn))).flat()
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
