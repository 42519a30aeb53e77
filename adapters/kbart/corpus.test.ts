import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import t from 'tap'
import { Compile } from 'typebox/compile'
import { silentLog } from '../../gateway/contracts/log.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import type { Described } from '../../standards/crosswalks/crosswalk.js'
import { crosswalks } from '../../standards/crosswalks/index.js'
import { Description } from '../../standards/record/v1-draft.js'
import { kbart as adapter } from './index.js'

const corpus = join(process.cwd(), '../shared/corpus/kbart')
const skip = existsSync(corpus) ? false : 'the corpus of real data is not at ../shared/corpus'
const form = Compile(Description)

/** A record without a title is what the rules quarantine; every other fault of form is the crosswalk's. */
function faultOf({ description }: Described): string | undefined {
  if (!description || description.titles.length === 0 || form.Check(description)) return undefined
  const [error] = form.Errors(description)
  return `${error?.instancePath} ${error?.message}`
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())

const bytesOf = (path: string): Buffer =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)

const outside: Outside = {
  fetch: () => Promise.reject(new Error('no network')),
  open: async function* (path) {
    yield bytesOf(path)
  },
  assertAllowed: async () => {},
  now: () => new Date(0),
}
const call = { signal: new AbortController().signal, log: silentLog, trace: 't' }

/** A list of sources without any header: it must be refused, in words. `issn.kbart.txt` has numbers and no titles. */
const noHeader = /folio\.tsv$/
const noTitles = /issn\.kbart\.txt$/

t.test('title lists of the corpus come in through the KBART adapter', { skip }, async (t) => {
  let [rows, titled] = [0, 0]
  for (const path of filesUnder(corpus).filter((path) => /\.(?:tsv|csv|txt|txt\.gz)$/.test(path))) {
    if (noHeader.test(path)) continue
    for await (const page of adapter.connect({ path }, outside).harvest?.(null, call) ?? [])
      for (const change of page.changes) {
        if (change.op !== 'put' || noTitles.test(path)) continue
        const described = crosswalks.kbart.describe(change.bytes)
        const fault = faultOf(described)
        if (fault) t.fail(`${path}: ${fault}`)
        rows++
        if (described.description?.titles.length) titled++
      }
  }
  t.comment(`kbart: ${titled} of ${rows} titles have a title`)
  t.ok(titled >= 0.95 * rows && rows > 10_000)
})

t.test('a file without labels is refused', { skip }, async (t) => {
  const [path = ''] = skip ? [] : filesUnder(corpus).filter((name) => noHeader.test(name))
  await t.rejects(adapter.connect({ path }, outside).probe(call), { code: 'KBART_HEADER_MISSING' })
})

t.test('of a changed list, the rows that differ are the ones that differ', { skip }, async (t) => {
  const titlesOf = async (name: string): Promise<Set<string>> => {
    const titles = new Set<string>()
    const path = join(corpus, 'gokb-a', name)
    for await (const page of adapter.connect({ path }, outside).harvest?.(null, call) ?? [])
      for (const change of page.changes)
        if (change.op === 'put') titles.add(Buffer.from(change.bytes).toString())
    return titles
  }
  const differing = (some: Set<string>, others: Set<string>) =>
    [...some].filter((title) => !others.has(title)).length
  for (const fields of ['', 'Allfields_']) {
    const before = await titlesOf(`Example_Ebook_Package_${fields}Original.txt`)
    const after = await titlesOf(`Example_Ebook_Package_${fields}Changed.txt`)
    t.same([differing(before, after), differing(after, before)], [21, 21])
  }
})
