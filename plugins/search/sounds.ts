import type { Description } from '../../standards/record/v1-draft.js'
import { readAloud, readAs } from '../../standards/text/readings.js'
import { initialsOf, initialTokens, syllableTokens } from '../../standards/text/sounds.js'

type Described = Pick<Description, 'titles' | 'agents'>
type Title = Described['titles'][number]
type Name = Described['agents'][number]['names'][number]

/** Syllables of one field that are kept: a title is no book. */
const longest = 200

/** How the Chinese titles and names of these descriptions are read: syllables, and the initials of each whole title. */
export const soundsOf = (all: readonly Described[]): string => {
  const found = new Set<string>()
  for (const titles of eachOnce(all.map((one) => one.titles)))
    for (const syllables of titles.flatMap((title) => readTitle(title, titles))) {
      found.add(syllableTokens(syllables).join(' '))
      found.add(initialTokens(initialsOf(syllables), { begins: true, ends: true }).join(' '))
    }
  for (const names of eachOnce(all.flatMap(({ agents }) => agents.map((agent) => agent.names))))
    for (const name of names) found.add(syllableTokens(readName(name, names)).join(' '))
  return [...found].filter(Boolean).join(' | ')
}

/** Many libraries describe a work in the same words: each is read once. */
const eachOnce = <T>(items: readonly T[]): readonly T[] =>
  items.length === 1 ? items : [...new Map(items.map((item) => [JSON.stringify(item), item])).values()]

/** The catalogue knows best how its title is read. */
const readTitle = ({ kind, value, subtitle, part }: Title, titles: readonly Title[]): string[][] => {
  if (isRomanised(kind)) return []
  const romanised = titles.filter((one) => isRomanised(one.kind))
  const read = (text: string | undefined, pick: (title: Title) => string | undefined): readonly string[] => {
    if (text === undefined) return []
    const known = romanised.flatMap((one) => readAs(text, pick(one) ?? '') ?? [])
    return known.length > 0 ? known : readAloud(text)
  }
  const proper = read(value, (one) => one.value)
  const rest = [
    ...read(subtitle, (one) => one.subtitle),
    ...readAloud([part?.number, part?.name].filter(Boolean).join(' ')),
  ]
  const whole = [...proper, ...rest].slice(0, longest)
  return whole.length === 0 ? [] : [whole]
}

const readName = ({ kind, value }: Name, names: readonly Name[]): readonly string[] => {
  if (isRomanised(kind)) return []
  for (const one of names) {
    const known = isRomanised(one.kind) ? readAs(value, one.value) : undefined
    if (known) return known
  }
  return readAloud(value, { person: true })
}

const isRomanised = (kind: string): boolean => kind === 'pinyin'
