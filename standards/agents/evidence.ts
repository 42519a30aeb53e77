import { type Known, relationOf, vetoOf } from './compare.js'
import {
  type Evidence,
  enough,
  evidenceWeights,
  type NameRelation,
  nameWeights,
  type Veto,
} from './weights.js'

/** One piece of what two names share. */
export interface Shared {
  kind: Evidence
  values: string[]
  weight: number
}

export interface Comparison {
  relation: NameRelation
  shared: Shared[]
  score: number
  veto?: Veto
}

/** Two names and the clues that both have. */
export const compareNames = (one: Known, other: Known, clues: Iterable<string>): Comparison => {
  const relation = relationOf(one, other)
  const shared = heaviest(piecesOf(clues))
  const veto = vetoOf(one, other)
  // What stands with the name says nothing where the names have nothing to do with each other.
  const counted =
    relation === 'none' ? shared.filter(({ kind }) => evidenceWeights[kind].group === 'authority') : shared
  const score = counted.reduce((sum, { weight }) => sum + weight, nameWeights[relation].weight)
  return { relation, shared: counted, score, ...(veto && { veto }) }
}

export const areOne = ({ score, veto }: Comparison): boolean => veto === undefined && score >= enough

const piecesOf = (clues: Iterable<string>): Shared[] => {
  const values = new Map<string, Set<string>>()
  for (const clue of clues) {
    const [kind = '', , ...value] = clue.split('|')
    values.set(kind, (values.get(kind) ?? new Set()).add(value.join('|')))
  }
  return [...values].map(([kind, found]) => pieceOf(kind as Evidence, [...found].sort()))
}

const pieceOf = (kind: Evidence, values: string[]): Shared => {
  const named = kind === 'co-agent' && personsIn(values) > 1 ? 'co-agents' : kind
  return { kind: named, values, weight: evidenceWeights[named].weight }
}

/** One person may stand in characters and in pinyin: that is one. */
const personsIn = (values: string[]): number => {
  const written = values.filter((value) => /\p{sc=Han}/u.test(value)).length
  return Math.max(written, values.length - written)
}

const heaviest = (pieces: Shared[]): Shared[] => {
  const best = new Map<string, Shared>()
  for (const piece of pieces.sort((one, other) => (one.kind < other.kind ? -1 : 1))) {
    const { group } = evidenceWeights[piece.kind]
    if ((best.get(group)?.weight ?? 0) < piece.weight) best.set(group, piece)
  }
  return [...best.values()].sort(
    (one, other) => other.weight - one.weight || (one.kind < other.kind ? -1 : 1),
  )
}
