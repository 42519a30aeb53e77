import { readAloud } from '../../standards/text/readings.js'
import { syllablesIn, syllableTokens } from '../../standards/text/sounds.js'

interface Named {
  title: string
  subtitle?: string
  agents: readonly string[]
}

/** Syllables of a title that are kept, and makers whose names are compared: nobody types more of them. */
const mostSyllables = 60
const mostMakers = 10

export const comparedMakers = ({ agents }: Pick<Named, 'agents'>): string[] => agents.slice(0, mostMakers)

/**
 * How title, subtitle and makers are read, parted by blanks; none where there is no Han. Kept with a hit: to read fifty titles
 * aloud takes as long as to search for them.
 */
export const readingOf = (work: Named): string | undefined => {
  const parts = [
    readAloud(work.title).slice(0, mostSyllables),
    readAloud(work.subtitle ?? '').slice(0, mostSyllables),
    comparedMakers(work).flatMap((name) => readAloud(name, { person: true })),
  ]
  return parts.some(({ length }) => length > 0)
    ? parts.map((syllables) => syllableTokens(syllables).join('')).join(' ')
    : undefined
}

export interface Reading {
  title: string[]
  subtitle: string[]
  /** Read when it is asked for: where all words stand in the title it is not. */
  agents(): string[]
}

export const readingIn = ({ reading = '' }: { reading?: string }): Reading => {
  const [title = '', subtitle = '', agents = ''] = reading.split(' ')
  return { title: syllablesIn(title), subtitle: syllablesIn(subtitle), agents: () => syllablesIn(agents) }
}
