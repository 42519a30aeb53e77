import type { Description, Relation } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'
import type { Clues } from './clues.js'
import { weightOfTitle } from './common-titles.js'
import { compare } from './compare.js'
import type { MatchingKey } from './comparison.js'
import { titleMeeting } from './keys.js'
import { volumeIn } from './volumes.js'

/** What another work is to this one. */
export const linkKinds = {
  'part-of': 'has-part',
  'has-part': 'part-of',
  'same-set': 'same-set',
  earlier: 'later',
  later: 'earlier',
  'translation-of': 'has-translation',
  'has-translation': 'translation-of',
  'edition-of': 'edition-of',
  'supplement-to': 'has-supplement',
  'has-supplement': 'supplement-to',
} as const
export type LinkKind = keyof typeof linkKinds

/** A record points to another: under a key by which that one meets its candidates. */
export interface Pointer {
  kind: LinkKind
  target: MatchingKey
}

const most = 12

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

/** What this record says of others: its set, its parts, its earlier title, its original. Articles' hosts are left out. */
export function pointersOf(description: Description, clues: Clues): Pointer[] {
  const found = new Map<string, Pointer>()
  const add = (kind: LinkKind, target: MatchingKey): void => {
    if (found.size < most) found.set(`${kind} ${target.kind} ${target.value}`, { kind, target })
  }
  const [title] = clues.titles
  if (title && (clues.volume || title.part)) add('part-of', titleMeeting(title.main))
  for (const relation of description.relations) {
    const kind = relation.kind === 'host' && clues.type === 'article' ? undefined : kindOf[relation.kind]
    if (kind) for (const target of targetsIn(relation)) add(kind, target)
  }
  if (clues.originals.length > 0)
    for (const { main } of clues.titles.slice(1))
      if (weightOfTitle(main) !== 'common') add('translation-of', titleMeeting(main))
  return [...found.values()]
}

function targetsIn({ title, identifiers = [] }: Relation): MatchingKey[] {
  const numbers = identifiers
    .filter(({ valid, cancelled, scheme }) => valid && !cancelled && scheme !== 'record')
    .map(({ scheme, value }) => ({ kind: 'id', value: `${scheme} ${value}` }))
  const key = title && titleKey(volumeIn(title).rest)
  return key ? [...numbers, titleMeeting(key)] : numbers
}

/** Where whoever points so to a target is found. */
export const pointerKey = ({ kind, target }: Pointer): MatchingKey => ({
  kind: `${kind}>${target.kind}`,
  value: target.value,
})

/**
 * Whether the one is to the other what a pointer says. Titles repeat, so that who made it must not differ, and what
 * sets the two apart must be what such works differ in.
 */
export function isLinked(kind: LinkKind, from: Clues, to: Clues): boolean {
  const { evidence } = compare(from, to)
  const of = (name: string) => evidence.find((one) => one.name === name)?.agreement
  if (of('agents') === 'differs') return false
  if (kind === 'part-of') return isWhole(to)
  if (kind === 'has-part') return isWhole(from) && !isWhole(to)
  if (kind === 'same-set') return of('volume') === 'differs' && !isWhole(from) && !isWhole(to)
  if (kind === 'earlier' || kind === 'later') return from.type === to.type
  if (kind === 'translation-of' || kind === 'has-translation') return of('language') === 'differs'
  return true
}

const isWhole = ({ volume, titles }: Clues): boolean => volume === undefined && titles[0]?.part === undefined
