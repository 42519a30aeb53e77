import { type Block, className, type First, firstOfBlock } from './block-store.js'
import { capOf } from './ids.js'
import type { KeyChange } from './key-store.js'

/** Of a block: copy → the ids that came and went. */
export type Touched = Map<number, Change>

interface Change {
  lost: string[]
  gained: string[]
}

/** Block and copy → everybody of it. */
export type Members = ReadonlyMap<string, string[]>

export const touchedBlocks = (changes: KeyChange[]): Map<number, Touched> => {
  const touched = new Map<number, Touched>()
  const at = (block: number, copy: number): Change => {
    const ofBlock: Touched = touched.get(block) ?? new Map()
    touched.set(block, ofBlock)
    const change = ofBlock.get(copy) ?? { lost: [], gained: [] }
    ofBlock.set(copy, change)
    return change
  }
  for (const { id, lost, gained, copy, copyBefore } of changes) {
    for (const block of lost) at(block, copyBefore).lost.push(id)
    for (const block of gained) at(block, copy).gained.push(id)
  }
  return touched
}

/** One that comes, and nothing else: where nobody was it meets nobody. */
export const isLonely = (touched: Touched): boolean => {
  if (touched.size !== 1) return false
  const [change] = touched.values()
  return change?.gained.length === 1 && change.lost.length === 0
}

/** Copies of which another is the first now, and others than those that came are there: who they are must be asked. */
export const unsureClasses = (
  touched: ReadonlyMap<number, Touched>,
  before: ReadonlyMap<number, Block>,
): { block: number; copy: number }[] =>
  [...touched].flatMap(([block, change]) =>
    (before.get(block)?.firsts ?? [])
      .filter((first) => first.copy !== 0 && isUnsure(first, change.get(first.copy)))
      .map(({ copy }) => ({ block, copy })),
  )

const isUnsure = (first: First, change: Change | undefined): boolean =>
  change !== undefined &&
  first.size > change.lost.length &&
  (change.lost.includes(first.id) || change.gained.some((id) => id < first.id))

interface Turn {
  name: number
  firsts: First[]
  change: Touched
  members: Members
}

/** Others than those that changed, by what happened to their candidates. */
export interface Moved {
  /** Who came among the first of a block, copies whose first is another, all of a block that fell under the cap. */
  gaining: string[]
  /** Who is no more among the first, all of a block that passed the cap: they are compared with nobody new. */
  losing: string[]
}

export const nobody: Moved = { gaining: [], losing: [] }

/** What a block becomes, and which others have other candidates by it. */
export const turn = ({ name, firsts, change, members }: Turn): { now: Block; others: Moved } => {
  const after = firsts.filter(({ copy }) => !change.has(copy))
  const unsure: string[] = []
  for (const [copy, changed] of change) {
    if (copy === 0) {
      after.push(...lonersAfter(firsts, changed))
      continue
    }
    const known = members.get(className(name, copy))
    if (known) unsure.push(...known)
    const first = firstAfter(
      firsts.find((one) => one.copy === copy),
      copy,
      changed,
      known,
    )
    if (first) after.push(first)
  }
  after.sort((one, other) => (one.id < other.id ? -1 : 1))
  const now = { firsts: after, isOver: after.length > capOf(name) }
  const { gaining, losing } = firsts.length === 0 ? nobody : moved(firsts, after)
  return { now, others: { gaining: [...unsure, ...gaining], losing } }
}

const lonersAfter = (firsts: First[], { lost, gained }: Change): First[] => {
  const ids = new Set(firsts.filter(({ copy }) => copy === 0).map(({ id }) => id))
  for (const id of lost) ids.delete(id)
  for (const id of gained) ids.add(id)
  return [...ids].map((id) => ({ id, copy: 0, size: 1 }))
}

const firstAfter = (
  first: First | undefined,
  copy: number,
  { lost, gained }: Change,
  members: string[] | undefined,
): First | undefined => {
  const stays = first !== undefined && !lost.includes(first.id) ? [first.id] : []
  const ids = members ?? [...stays, ...gained]
  if (ids.length === 0) return undefined
  const id = ids.reduce((least, one) => (one < least ? one : least))
  const size = members?.length ?? (first?.size ?? 0) + gained.length - lost.length
  return { id, copy, size: Math.max(1, size) }
}

/** Those that are there now and came among the first, or among all that the first are compared with; and who left the first. */
const moved = (before: First[], after: First[]): Moved => {
  const [were, are] = [before.map(({ id }) => id), after.map(({ id }) => id)]
  const [wereFirst, areFirst] = [were.slice(0, firstOfBlock), are.slice(0, firstOfBlock)]
  const isThere = new Set(are)
  return {
    gaining: [...without(are, were), ...without(areFirst, wereFirst)],
    losing: without(wereFirst, areFirst).filter((id) => isThere.has(id)),
  }
}

const without = (ids: string[], others: string[]): string[] => {
  const known = new Set(others)
  return ids.filter((id) => !known.has(id))
}
