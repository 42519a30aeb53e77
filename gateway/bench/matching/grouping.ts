import { blockOf, capOf } from '../../../plugins/catalogue/ids.js'
import { cluesOf } from '../../../standards/matching/clues.js'
import { compare } from '../../../standards/matching/compare.js'
import type { Comparison } from '../../../standards/matching/comparison.js'
import { matchingKeys } from '../../../standards/matching/keys.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import { disjointSets } from './disjoint-sets.js'
import { type Figures, noFigures } from './figures.js'
import { outcomeOf } from './labelled-pairs.js'

export interface Grouped {
  figures: Figures
  /** Pairs that were compared; blocks over the cap. */
  compared: number
  overflow: number
  largest: number
}

/**
 * A whole set at once: candidates by keys, blocks over the cap joining nothing, every candidate pair compared, works the
 * connected components. Judged by pairs: `groups[i]` is the truth of the i-th.
 */
export function groupAll(
  descriptions: Description[],
  groups: number[],
  cap: number,
  told: (a: number, b: number, isOne: boolean, found: Comparison) => void = () => {},
): Grouped {
  const clues = descriptions.map(cluesOf)
  const { pairs, overflow } = candidates(clues.map(matchingKeys), cap)
  const works = disjointSets(clues.length)
  const grey: [number, number][] = []
  for (const [a, b] of pairs) {
    const found = compare(clues[a] as never, clues[b] as never)
    const outcome = outcomeOf(found)
    if (outcome === 'joined') works.join(a, b)
    if (outcome === 'grey') grey.push([a, b])
    const isOne = groups[a] === groups[b]
    if ((outcome === 'joined') !== isOne) told(a, b, isOne, found)
  }
  const roots = clues.map((_, at) => works.rootOf(at))
  const figures = pairwise(roots, groups)
  for (const [a, b] of grey)
    if (roots[a] !== roots[b]) figures.grey[groups[a] === groups[b] ? 'one' : 'other']++
  return { figures, compared: pairs.length, overflow, largest: Math.max(...sizesOf(roots).values()) }
}

/** Pairs that share a key; blocks over the cap, or over the catalogue's where that is lower, join nothing. */
export function candidates(
  keys: { kind: string; value: string }[][],
  cap: number,
): { pairs: [number, number][]; overflow: number } {
  const blocks = new Map<number, number[]>()
  for (const [at, list] of keys.entries())
    for (const key of list) {
      const name = blockOf(key)
      const block = blocks.get(name)
      if (block) block.push(at)
      else blocks.set(name, [at])
    }
  const pairs = new Map<number, [number, number]>()
  let overflow = 0
  for (const [name, block] of blocks) {
    if (block.length > Math.min(cap, capOf(name))) overflow++
    else for (const a of block) for (const b of block) if (a < b) pairs.set(a * keys.length + b, [a, b])
  }
  return { pairs: [...pairs.values()], overflow }
}

const sizesOf = (roots: number[]): Map<number, number> => {
  const sizes = new Map<number, number>()
  for (const root of roots) sizes.set(root, (sizes.get(root) ?? 0) + 1)
  return sizes
}

/** Pairs in one component and one group, in one component alone, in one group alone. */
function pairwise(roots: number[], groups: number[]): Figures {
  const pairsIn = (names: (number | string)[]): number => {
    const sizes = new Map<number | string, number>()
    for (const name of names) sizes.set(name, (sizes.get(name) ?? 0) + 1)
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
  }
  const right = pairsIn(roots.map((root, at) => `${root} ${groups[at]}`))
  const figures = noFigures()
  figures.right = right
  figures.wrong = pairsIn(roots) - right
  figures.missed = pairsIn(groups) - right
  return figures
}
