import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { Compile } from 'typebox/compile'
import { readMarc } from '../formats/read-marc.js'
import type { PutChange } from '../record/change.js'
import { Description } from '../record/v1-draft.js'
import { describeCnmarc } from './cnmarc.js'
import { corpus, filesUnder, isIso2709, recordsIn, skip } from './corpus-testing.js'
import { type Described, RecordUnreadable } from './crosswalk.js'
import { crosswalks } from './index.js'
import { describeMarc21 } from './marc21.js'

const form = Compile(Description)

/** A record without a title is what the rules quarantine; every other fault of form is the crosswalk's. */
function faultOf({ description }: Described): string | undefined {
  if (!description || description.titles.length === 0 || form.Check(description)) return undefined
  const [error] = form.Errors(description)
  return `${error?.instancePath} ${error?.message}`
}

function describeAll(path: string, describe: typeof describeMarc21): Map<string, Described> {
  const found = new Map<string, Described>()
  for (const bytes of recordsIn(path)) {
    const described = describe(readMarc(bytes).record)
    if (described.sourceId) found.set(described.sourceId, described)
  }
  return found
}

const key = (described: Described | undefined): string =>
  (described?.description?.titles[0]?.value ?? '').toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
const isbns = (described: Described): string =>
  described.description?.identifiers
    .filter(({ scheme }) => scheme === 'isbn')
    .map(({ value }) => value)
    .sort()
    .join() ?? ''

t.test('MARC 21 records and their CMARC conversions say the same', { skip }, async (t) => {
  const base = join(corpus, 'unimarc/feelovejun-cmarc')
  const pairs = [
    ['MarcTranser/20171117_423294_ntuedu_Full-MARC8.mrc', 'MarcTranser/20171117_423294_ntuedu_CMARC.mrc'],
    ['marc21tocmarc/20171205_450880_demo-vzhao_Full-MARC8.mrc', 'marc21tocmarc/proquest-Cmarc.mrc'],
  ] as const
  let [count, titles, numbers, years] = [0, 0, 0, 0]
  for (const [marc21, cmarc] of pairs) {
    const converted = describeAll(join(base, cmarc), describeCnmarc)
    for (const [id, one] of describeAll(join(base, marc21), describeMarc21)) {
      const two = converted.get(id)
      if (!two) continue
      count++
      if (key(one) === key(two)) titles++
      else
        t.comment(
          `${id}: ${JSON.stringify(one.description?.titles[0])} / ${JSON.stringify(two.description?.titles[0])}`,
        )
      if (isbns(one) === isbns(two)) numbers++
      else t.comment(`${id}: ${isbns(one)} / ${isbns(two)}`)
      if (one.description?.dates[0]?.edtf === two.description?.dates[0]?.edtf) years++
    }
  }
  t.comment(`pairs ${count}: title ${titles}, ISBN ${numbers}, year ${years}`)
  t.ok(count === 41 && titles >= 0.9 * count && numbers >= 0.9 * count && years >= 0.9 * count)
})

t.test('every MARC record of the corpus has a description of the canonical form', { skip }, async (t) => {
  const sets = [
    ['marc21', describeMarc21],
    ['unimarc', describeCnmarc],
  ] as const
  for (const [folder, describe] of sets) {
    let [records, titled, unreadable, took] = [0, 0, 0, 0]
    for (const path of filesUnder(join(corpus, folder)).filter(isIso2709))
      for (const bytes of recordsIn(path)) {
        try {
          const { record } = readMarc(bytes)
          const start = performance.now()
          const described = describe(record)
          took += performance.now() - start
          const fault = faultOf(described)
          if (fault) t.fail(`${path} ${described.sourceId}: ${fault}`)
          if (described.kind === 'holding') continue
          if (described.description?.titles.length) titled++
          records++
        } catch (error) {
          if (!(error instanceof RecordUnreadable)) throw error
          unreadable++
        }
      }
    t.comment(
      `${folder}: ${records} described, ${titled} with a title, ${unreadable} unreadable, ${((took / records) * 1000).toFixed(1)} µs each`,
    )
    t.ok(titled >= 0.95 * records)
  }
})

t.test('Dublin Core of the corpus is described', { skip }, async (t) => {
  let [records, titled] = [0, 0]
  for (const path of [
    ...filesUnder(join(corpus, 'oai-pmh')),
    ...filesUnder(join(corpus, 'metadata-xml/dpla-hubs')),
  ]) {
    // Sets are described in Dublin Core too, without titles.
    if (path.endsWith('oai-sets.xml')) continue
    const elements =
      readFileSync(path, 'utf8').match(/<(oai_dc:dc|oai_qdc:qualifieddc)\b[\s\S]*?<\/\1>/g) ?? []
    for (const element of elements) {
      const change: Pick<PutChange, 'bytes'> = { bytes: Buffer.from(element) }
      const described = crosswalks['dublin-core'].describe(change.bytes)
      const fault = faultOf(described)
      if (fault) t.fail(`${path}: ${fault}`)
      records++
      if (described.description?.titles.length) titled++
    }
  }
  t.comment(`dublin core: ${titled} of ${records} with a title`)
  t.ok(records > 0 && titled >= 0.95 * records)
})
