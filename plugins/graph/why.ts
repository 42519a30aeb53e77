import { cluster, type Pair } from '../../standards/agents/cluster.js'
import { vetoOf } from '../../standards/agents/compare.js'
import {
  enough,
  evidenceWeights,
  nameWeights,
  revision,
  vetoReasons,
} from '../../standards/agents/weights.js'
import type { Name } from '../../standards/record/names.js'
import { agentUnknown } from './agent.js'
import { clueNumberOf } from './ids.js'
import { neighbourhoodOf } from './neighbourhood.js'
import { currentAgent } from './redirects.js'
import { hiddenSources, type ReadingParts, summariesOf } from './summaries.js'
import { type GraphDatabase, inLists } from './tables.js'

/** Of an agent with more names, these are told. */
const mostNames = 200

export interface WhyAgent {
  agent: string
  /** What the sum of a link must reach, and the revision of the table it was weighed by. */
  enough: number
  revision: number
  names: NameAsRecorded[]
  links: Link[]
  /** Names that evidence would have joined, but for what keeps them apart. */
  apart: { name: string; other: string; agent: string; veto: string; reason: string }[]
  /** Evidence that too many names share to tell one from another. */
  tooCommon: string[]
}

interface NameAsRecorded {
  id: string
  name: string
  records: string[]
}

interface Link {
  a: string
  b: string
  score: number
  evidence: { kind: string; values: string[]; weight: number; reason: string }[]
}

/**
 * The evidence, weighed again as it was weighed when they were put together: the same function of the same rows, so that
 * what is told is what holds.
 * @throws ShulianError AGENT_UNKNOWN (404)
 */
export const whyAgent = async (parts: ReadingParts, id: string): Promise<WhyAgent> => {
  const { database } = parts
  const agent = await currentAgent(database, id)
  if (!(await summariesOf(parts, [agent])).has(agent)) throw agentUnknown(id)
  const ids = await database.selectFrom('graphName').select('id').where('agent', '=', agent).execute()
  const { names, pairs } = await neighbourhoodOf(
    database,
    ids.map((one) => one.id),
  )
  const known = new Map([...names].map(([name, one]) => [name, one.known]))
  const { clusters, refused } = cluster(known, pairs)
  const own = clusters.filter((one) => one.names.some((name) => names.get(name)?.agent === agent))
  const recorded = await recordedNames(parts, own.flatMap((one) => one.names).slice(0, mostNames))
  const shown = new Map(recorded.map((one) => [one.id, one.name]))
  return {
    agent,
    enough,
    revision,
    names: recorded,
    links: own
      .flatMap((one) => one.pairs)
      .filter(({ a, b }) => shown.has(a) && shown.has(b))
      .map(linkOf),
    apart: refused.flatMap(({ a, b }) => {
      const [name, other] = shown.has(a) ? [a, b] : [b, a]
      const far = names.get(other)
      if (!shown.has(name) || !far || far.agent === agent) return []
      const veto = own
        .flatMap((one) => one.names)
        .flatMap((one) => {
          const near = names.get(one)
          return near ? (vetoOf(near.known, far.known) ?? []) : []
        })[0]
      return [
        { name, other, agent: far.agent, veto: veto ?? 'chain', reason: veto ? vetoReasons[veto] : chain },
      ]
    }),
    tooCommon: await tooCommonOf(database, [...shown.keys()]),
  }
}

const chain = 'The agent would be known in more ways than a person is'

const linkOf = ({ a, b, comparison: { relation, shared, score } }: Pair): Link => ({
  a,
  b,
  score,
  evidence: [
    { kind: relation, values: [], ...nameWeights[relation] },
    ...shared.map(({ kind, values, weight }) => ({
      kind,
      values: values.slice(0, 20),
      weight,
      reason: evidenceWeights[kind].reason,
    })),
  ],
})

const recordedNames = async (parts: ReadingParts, ids: string[]): Promise<NameAsRecorded[]> => {
  const hidden = await hiddenSources(parts)
  const rows = await inLists(ids, (chunk) =>
    parts.database
      .selectFrom('graphMention')
      .select(['name', 'names', 'record', 'source'])
      .where('name', 'in', chunk)
      .orderBy('record')
      .execute(),
  )
  const found = new Map<string, NameAsRecorded>()
  for (const { name, names, record, source } of rows) {
    if (hidden.includes(source)) continue
    const known = found.get(name)
    const [heading] = JSON.parse(names) as Name[]
    if (known) known.records.push(record)
    else found.set(name, { id: name, name: heading?.value ?? '', records: [record] })
  }
  return [...found.values()].map((one) => ({ ...one, records: one.records.slice(0, 20) }))
}

const tooCommonOf = async (database: GraphDatabase, names: string[]): Promise<string[]> => {
  const rows = await inLists(names, (chunk) =>
    database.selectFrom('graphMention').select('clues').where('name', 'in', chunk).execute(),
  )
  const texts = new Map(
    rows.flatMap(({ clues }) =>
      (JSON.parse(clues) as string[]).map((text) => [clueNumberOf(text), text] as const),
    ),
  )
  const over = await inLists(texts.keys(), (chunk) =>
    database.selectFrom('graphOverflow').select('clue').where('clue', 'in', chunk).execute(),
  )
  return [...new Set(over.map(({ clue }) => texts.get(Number(clue)) as string))].sort().slice(0, 100)
}
