import type { Comparison } from '../../../standards/matching/comparison.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import type { Truth } from '../chinese-works/truth.js'
import { type Pair, pairName } from './candidates.js'

/** What was found of a record, beside what is true of it. */
export interface Judged {
  description: Description
  truth: Truth
  work: string
  version: string
}

export interface ErrorKind {
  kind: string
  count: number
  examples: string[]
}

/** Pairs in one work that belong to two, by the trap that made them so alike. */
export const falselyJoined = (records: readonly Judged[], pairs: readonly Pair[]): ErrorKind[] => {
  const compared = new Map(pairs.map((pair) => [pairName(pair.a, pair.b), pair.comparison]))
  const kinds = kindsOfErrors()
  for (const [a, b] of pairsWithin(records, ({ work }) => work)) {
    const [one, other] = [records[a] as Judged, records[b] as Judged]
    if (one.truth.work === other.truth.work) continue
    const comparison = compared.get(pairName(a, b))
    const isDirect = comparison?.outcome === 'work' || comparison?.outcome === 'version'
    kinds.add(
      `${trapOf(one.truth, other.truth)} (${isDirect ? 'compared' : 'by a chain'})`,
      one,
      other,
      comparison,
    )
  }
  return kinds.sorted()
}

/** Pairs of one work that are in two, by what kept them apart and what the libraries had got wrong. */
export const missed = (records: readonly Judged[], pairs: readonly Pair[]): ErrorKind[] => {
  const compared = new Map(pairs.map((pair) => [pairName(pair.a, pair.b), pair.comparison]))
  const kinds = kindsOfErrors()
  for (const [a, b] of pairsWithin(records, ({ truth }) => truth.work)) {
    const [one, other] = [records[a] as Judged, records[b] as Judged]
    if (one.work === other.work) continue
    const comparison = compared.get(pairName(a, b))
    const why = comparison
      ? comparison.outcome === 'grey'
        ? 'grey'
        : comparison.outcome === 'apart'
          ? 'apart'
          : 'cut'
      : 'never met'
    const slips = [...new Set([...one.truth.slips, ...other.truth.slips])].sort().join(', ') || 'no slip'
    kinds.add(`${one.truth.trap}: ${why} (${slips})`, one, other, comparison)
  }
  return kinds.sorted()
}

const trapOf = (one: Truth, other: Truth): string => {
  if (one.family !== other.family) return `by chance: ${[one.trap, other.trap].sort().join(' and ')}`
  const parts = [one.part, other.part].map((part) => part.replace(/ \d+$/, '')).sort()
  return `${one.trap}: ${parts.join(' and ')}`
}

function* pairsWithin(
  records: readonly Judged[],
  groupOf: (record: Judged) => string,
): Iterable<[number, number]> {
  const groups = new Map<string, number[]>()
  records.forEach((record, at) => {
    const group = groups.get(groupOf(record))
    if (group) group.push(at)
    else groups.set(groupOf(record), [at])
  })
  for (const group of groups.values()) for (const a of group) for (const b of group) if (a < b) yield [a, b]
}

const kindsOfErrors = () => {
  const kinds = new Map<string, ErrorKind>()
  return {
    add(kind: string, one: Judged, other: Judged, comparison: Comparison | undefined): void {
      const known = kinds.get(kind) ?? { kind, count: 0, examples: [] }
      known.count++
      if (known.examples.length < 2)
        known.examples.push(`${inShort(one)}\n${inShort(other)}\n${evidenceOf(comparison)}`)
      kinds.set(kind, known)
    },
    sorted: () => [...kinds.values()].sort((a, b) => b.count - a.count),
  }
}

const inShort = ({ description, truth }: Judged): string => {
  const { titles, agents, statement, publication, dates, edition, extent, identifiers } = description
  const title = titles.find(({ kind }) => kind === 'original') ?? titles[0]
  const whole = [
    title?.value,
    title?.subtitle && `: ${title.subtitle}`,
    title?.part?.number,
    title?.part?.name,
  ]
  return [
    whole.filter(Boolean).join(' '),
    agents.map(({ names, role }) => `${names[0]?.value} ${role}`).join(', ') || statement || '—',
    [publication[0]?.publisher, dates[0]?.edtf, edition, extent].filter(Boolean).join(', '),
    identifiers.map(({ value, valid }) => (valid ? value : `${value}!`)).join(' '),
    `{${truth.part}${truth.slips.length ? `; ${truth.slips.join(', ')}` : ''}}`,
  ].join(' | ')
}

const evidenceOf = (comparison: Comparison | undefined): string =>
  comparison
    ? `${comparison.outcome} ${comparison.score}: ${comparison.evidence
        .map(
          ({ name, agreement, points, veto }) =>
            `${name} ${agreement} ${points}${veto ? ` veto ${veto}` : ''}`,
        )
        .join(', ')}`
    : 'not compared'
