import { existsSync, readFileSync } from 'node:fs'
import type { Citation } from './citations.js'
import { disjointSets } from './disjoint-sets.js'

export interface MarkedCitation extends Citation {
  /** Of a set that was looked through by hand: the same for copies of one publication. */
  group: number
}

/**
 * Citations of an EndNote export (XML) whose caption says `Duplicate`. Whoever marked them marked every copy of what
 * stands there more than once, and nothing else; which copies are of one publication is not said. It is told among the
 * marked ones by what no comparison of ours looks at alone: the beginning of the title with year and first name, or year,
 * volume and first page with the first letters of title or name. `alone`: marked, and of no group by that.
 */
export function markedCitations(path: string): { citations: MarkedCitation[]; alone: number } | undefined {
  if (!existsSync(path)) return undefined
  const found = readFileSync(path, 'utf8')
    .split('<record>')
    .slice(1)
    .map((xml) => ({ ...citationIn(xml), isMarked: textOf(xml, 'caption') === 'Duplicate' }))
  const groups = disjointSets(found.length)
  const seen = new Map<string, number>()
  for (const [at, citation] of found.entries())
    for (const sign of citation.isMarked ? signsOf(citation) : []) {
      const first = seen.get(sign)
      if (first === undefined) seen.set(sign, at)
      else groups.join(first, at)
    }
  const citations = found.map((citation, at) => ({ ...citation, group: groups.rootOf(at) }))
  const sizes = new Map<number, number>()
  for (const { group } of citations) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return {
    citations,
    alone: citations.filter(({ isMarked, group }) => isMarked && sizes.get(group) === 1).length,
  }
}

const signsOf = ({ title, year = '', volume = '', pages = '', authors }: Citation): string[] => {
  const start = letters(title)
  const page = /\d+/u.exec(pages)?.[0]
  const family = letters(authors[0]?.split(',')[0] ?? '').slice(0, 4)
  return [
    `${start.slice(0, 30)} ${year} ${family}`,
    ...(page && volume
      ? [`${year} ${volume} ${page} ${start.slice(0, 6)}`, `${year} ${volume} ${page} ${family}`]
      : []),
  ]
}

const citationIn = (xml: string): Citation => {
  const of = (tag: string): Record<string, string> => {
    const text = textOf(xml, tag)
    return text ? { [tag]: text } : {}
  }
  const journal = textOf(xml, 'secondary-title')
  const doi = textOf(xml, 'electronic-resource-num')
  return {
    title: textOf(xml, 'title'),
    authors: [...(elementOf(xml, 'authors') ?? '').matchAll(/<author>(.*?)<\/author>/gsu)].map(
      ([, text = '']) => plain(text),
    ),
    ...(journal && { journal }),
    ...of('year'),
    ...of('volume'),
    ...of('pages'),
    ...(doi && { doi }),
  }
}

const letters = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, '')

const elementOf = (xml: string, tag: string): string | undefined =>
  new RegExp(`<${tag}>(.*?)</${tag}>`, 'su').exec(xml)?.[1]
const textOf = (xml: string, tag: string): string => plain(elementOf(xml, tag) ?? '')
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml
    .replace(/<[^>]*>/gu, '')
    .replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => entities[name] as string)
    .trim()
