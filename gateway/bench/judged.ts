import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredWork } from '../../plugins/search/documents.js'
import { find } from '../../plugins/search/find.js'
import { champion, type Weights } from '../../plugins/search/ranking/weights.js'
import { openDatabase } from '../database/open.js'
import { projectRoot } from '../root.js'
import { createEmbeddedIndex } from '../search-index/embedded.js'
import { itemDocument } from './recall/documents.js'
import { type Judgement, judgements } from './recall/judgements.js'

export const name = 'judged'

const nothing = Object.fromEntries(Object.keys(champion).map((one) => [one, 0])) as unknown as Weights

/** Beside the champion: what the engine alone makes of it, and what each feature is worth. A challenger is one more line. */
const rankings: [string, Weights][] = [
  ['champion', champion],
  ['the engine alone', { ...nothing, engine: 1 }],
  ...Object.keys(champion).map((one): [string, Weights] => [`without ${one}`, { ...champion, [one]: 0 }]),
]

const first = 10

interface SampleWork {
  title: string
  subtitle?: string
  language: string
  agents?: { name: string }[]
  publisher?: string
}

/** Champion and challengers on the sample’s works, by what a librarian would put first: nDCG of the first ten. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-bench-'))
  const database = openDatabase({ path: join(folder, 'index.db') })
  try {
    const index = createEmbeddedIndex(database)
    await index.upsert(sampleItems().map(itemDocument))
    for (const [label, weights] of rankings) {
      const gains: number[] = []
      const missed: string[] = []
      for (const { query, best } of judgements) {
        const { hits } = await find(index, query, asked, { weights })
        gains.push(
          gainOf(
            hits.map(({ stored }) => stored as StoredWork),
            best,
          ),
        )
        if (gains.at(-1)! < 1) missed.push(query)
      }
      const mean = gains.reduce((sum, gain) => sum + gain, 0) / gains.length
      report(
        `${label.padEnd(20)} nDCG@${first} ${mean.toFixed(4)}  not as judged: ${missed.join(', ') || 'none'}`,
      )
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

const asked = {
  all: [],
  none: [],
  facets: [],
  facetLimit: 0,
  sort: 'relevance' as const,
  limit: first,
  offset: 0,
  exactUpTo: 1_000,
}

const sampleItems = () =>
  ['chinese-1', 'chinese-2', 'western-1', 'western-2']
    .flatMap(
      (file) =>
        JSON.parse(
          readFileSync(join(projectRoot(), 'gateway', 'sample', 'works', `${file}.json`), 'utf8'),
        ) as SampleWork[],
    )
    .map(({ title, subtitle, language, agents = [], publisher = '' }) => ({
      title: subtitle === undefined ? title : `${title} : ${subtitle}`,
      agents: agents.map(({ name }) => name),
      publisher,
      language,
    }))

/** The best are worth as much as there are ranks, the next ones less. */
const gainOf = (hits: readonly StoredWork[], best: Judgement['best']): number => {
  const judged = best.flatMap((one, place) =>
    [one].flat().map((title) => ({ title, worth: best.length - place })),
  )
  const left = new Set(judged)
  const worth = hits.map((hit) => {
    const meant = [...left].find(({ title }) => isMeant(hit, title))
    if (meant) left.delete(meant)
    return meant?.worth ?? 0
  })
  return discounted(worth) / discounted(judged.map((one) => one.worth))
}

const discounted = (worth: readonly number[]): number =>
  worth.reduce((sum, one, place) => sum + one / Math.log2(place + 2), 0)

const isMeant = ({ title, agents }: StoredWork, judged: string): boolean => {
  const [wanted, author = ''] = judged.split(' / ') as [string, string?]
  const isTitle =
    title === wanted ||
    title.startsWith(`${wanted} : `) ||
    title.startsWith(`${wanted}, `) ||
    title.startsWith(`${wanted} by `)
  return isTitle && (author === '' || agents.some((one) => one.includes(author)))
}
