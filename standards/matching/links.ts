import type { Description, Relation } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'
import { type Clues, cluesOf } from './clues.js'
import { weightOfTitle } from './common-titles.js'
import type { MatchingKey } from './comparison.js'
import { volumeIn } from './volumes.js'

/**
 * How works that are not one find each other when they are read. A record is known by its names (`linkKeys`, kind
 * `named`), and points to names of others (`relationKeys`, the kind says what they are to it). Read both ways: whose
 * names do mine point to, and who points to a name of mine. None of these kinds is a matching key.
 */
export const linkKinds = [
  'part-of',
  'has-part',
  'earlier',
  'later',
  'translation-of',
  'edition-of',
  'supplement-to',
] as const
export type LinkKind = (typeof linkKinds)[number]

const most = 6

/** Names under which other records may point to this one: its numbers, and its titles where it is the whole of them. */
export function linkKeys(clues: Clues): MatchingKey[] {
  const keys = new Map<string, MatchingKey>()
  const add = (value: string): void => {
    if (keys.size < most) keys.set(value, { kind: 'named', value })
  }
  for (const number of [...clues.numbers, ...clues.identifiers]) add(number)
  for (const { main, part } of clues.titles.slice(0, 3)) {
    if (!clues.volume && !part) add(`title ${main}`)
    if (part) add(`title ${part}`)
  }
  return [...keys.values()]
}

const kindOf: Partial<Record<Relation['kind'], LinkKind>> = {
  set: 'part-of',
  host: 'part-of',
  part: 'has-part',
  earlier: 'earlier',
  later: 'later',
  'translation-of': 'translation-of',
  'other-edition': 'edition-of',
  supplement: 'supplement-to',
}

/** The names of others that this record points to: its set, its parts, its earlier title, its original. */
export function relationKeys(description: Description): MatchingKey[] {
  const keys = new Map<string, MatchingKey>()
  const add = (kind: LinkKind, value: string): void => {
    if (keys.size < 2 * most) keys.set(`${kind} ${value}`, { kind, value })
  }
  const clues = cluesOf(description)
  const [title] = clues.titles
  if (title && (clues.volume || title.part)) add('part-of', `title ${title.main}`)
  for (const relation of description.relations) {
    const kind = kindOf[relation.kind]
    if (kind) for (const value of namesIn(relation)) add(kind, value)
  }
  if (clues.originals.length > 0)
    for (const { main } of clues.titles.slice(1))
      if (weightOfTitle(main) !== 'common') add('translation-of', `title ${main}`)
  return [...keys.values()]
}

function namesIn({ title, identifiers = [] }: Relation): string[] {
  const numbers = identifiers
    .filter(({ valid, cancelled, scheme }) => valid && !cancelled && scheme !== 'record')
    .map(({ scheme, value }) => `${scheme} ${value}`)
  const key = title && titleKey(volumeIn(title).rest)
  return key ? [...numbers, `title ${key}`] : numbers
}
