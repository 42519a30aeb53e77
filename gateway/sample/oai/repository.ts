/** One item of a repository and what it can be had in. */
export interface OaiItem {
  /** A URI: `oai:library.example:b10729874`. */
  identifier: string
  /** UTC, in the granularity of the repository. */
  datestamp: string
  /** setSpecs. */
  sets: string[]
  deleted?: boolean
  /** metadataPrefix → one XML element that stands alone. */
  metadata: { [prefix: string]: string }
}

export interface MetadataFormat {
  prefix: string
  schema: string
  namespace: string
}

export interface Window {
  prefix: string
  set?: string
  /** Inclusive, in the granularity of the datestamps. */
  from?: string
  until?: string
}

/** Where a page begins: after the item with this key. */
export type After = [datestamp: string, identifier: string]

export interface Selection {
  items: OaiItem[]
  /** How many the window still holds, these included. */
  remaining: number
}

/**
 * Items in memory. Lists go by datestamp and identifier, and a page begins after a key, not at a number: an item that changes while
 * a list is read moves to its end, so nothing that a window holds is ever left out.
 */
export function createRepository(list: readonly OaiItem[], order: 'datestamp' | 'identifier') {
  const items = new Map(list.map((item) => [item.identifier, item]))
  let sorted: OaiItem[] | null = null

  const keyOf = (item: OaiItem): After => [order === 'datestamp' ? item.datestamp : '', item.identifier]

  const inOrder = (): OaiItem[] => {
    sorted ??= [...items.values()].sort((one, other) => compare(keyOf(one), keyOf(other)))
    return sorted
  }

  return {
    get: (identifier: string): OaiItem | undefined => items.get(identifier),

    store(item: OaiItem): void {
      items.set(item.identifier, item)
      sorted = null
    },

    select(window: Window, after: After | undefined, size: number): Selection {
      const left = inOrder().filter(
        (item) => isWithin(item, window) && (after === undefined || compare(keyOf(item), after) > 0),
      )
      return { items: left.slice(0, size), remaining: left.length }
    },

    keyOf,

    earliest: (): string | undefined =>
      [...items.values()].reduce<string | undefined>(
        (least, { datestamp }) => (least === undefined || datestamp < least ? datestamp : least),
        undefined,
      ),
  }
}

export type Repository = ReturnType<typeof createRepository>

/** A deleted item could be had in any format: those who hold an old copy must hear of it. */
export const isAvailableIn = ({ deleted, metadata }: OaiItem, prefix: string): boolean =>
  deleted === true || prefix in metadata

function isWithin(item: OaiItem, { prefix, set, from, until }: Window): boolean {
  if (from !== undefined && item.datestamp < from) return false
  if (until !== undefined && item.datestamp > until) return false
  return isAvailableIn(item, prefix) && (set === undefined || item.sets.some((spec) => isInSet(spec, set)))
}

/** §2.6: who belongs to a set belongs to the sets above it. */
const isInSet = (spec: string, set: string): boolean => spec === set || spec.startsWith(`${set}:`)

const compare = ([stamp, id]: After, [otherStamp, otherId]: After): number =>
  stamp === otherStamp ? (id < otherId ? -1 : id > otherId ? 1 : 0) : stamp < otherStamp ? -1 : 1
