import { fold } from '../../../standards/text/folding.js'
import { spelledOtherwise } from '../../../standards/text/other-spellings.js'
import type { StoredWork } from '../documents.js'
import { comparedMakers, type Reading, readingIn } from '../reading.js'
import { closest, placeOf, similarity } from './alignment.js'
import type { Weights } from './weights.js'

/** What was asked for, in one of the ways in which a title is compared with it. */
export interface Form {
  by: 'writing' | 'syllables' | 'initials' | 'letters'
  tokens: readonly string[]
  /** What was meant by what was written. */
  isMeant?: boolean
}

export type Features = { -readonly [Name in keyof Weights]: number }

/** A hit as it is compared. */
export interface Compared {
  proper: readonly string[]
  /** With the subtitle. That, and the names, are cut when they are asked for: where all words stand in the title proper they are not. */
  title(): readonly string[]
  agents(): readonly string[]
  /** In another spelling than its library's. */
  isSpeltOtherwise?: boolean
}

/** Titles are longer, sets of laws above all; nobody types so much. */
const mostTokens = 60

/** How a hit is compared with each form: several forms are of one kind (the cuts of pinyin), and cut nothing anew. */
export const comparedAs = (work: StoredWork) => {
  const known = new Map<Form['by'], Compared>()
  const title = fold(work.title)
  let spelt: Compared[] | undefined
  let reading: Reading | undefined
  const comparedBy = (by: Form['by']): Compared => {
    if (by === 'writing') return asWritten(work, title)
    reading ??= readingIn(work)
    return asRead(reading, units[by])
  }
  return {
    /** All words of the title. */
    title,
    by: (by: Form['by']): Compared => {
      const compared = known.get(by) ?? comparedBy(by)
      known.set(by, compared)
      return compared
    },
    /** In the spellings in which it can be found beside its own. */
    otherwise: (): readonly Compared[] => {
      spelt ??= spelledOtherwise([work.title, work.subtitle ?? '', ...comparedMakers(work)]).map(
        ([main, subtitle, ...agents]) => ({
          ...asWritten(
            { subtitle: subtitle || undefined, agents },
            main === work.title ? title : fold(main!),
          ),
          isSpeltOtherwise: true,
        }),
      )
      return spelt
    },
  }
}

const asWritten = (work: Pick<StoredWork, 'subtitle' | 'agents'>, title: readonly string[]): Compared =>
  compared(
    title,
    () => fold(work.subtitle ?? ''),
    () => fold(comparedMakers(work).join(' ')),
  )

const asRead = (
  { title, subtitle, agents }: Reading,
  unitsIn: (syllables: readonly string[]) => readonly string[],
): Compared =>
  compared(
    unitsIn(title),
    () => unitsIn(subtitle),
    () => unitsIn(agents()),
  )

const compared = (
  main: readonly string[],
  cutSubtitle: () => readonly string[],
  cutAgents: () => readonly string[],
): Compared => {
  const proper = main.slice(0, mostTokens)
  let title: readonly string[] | undefined
  let agents: readonly string[] | undefined
  return {
    proper,
    title: () => {
      title ??= [...proper, ...cutSubtitle().slice(0, mostTokens)]
      return title
    },
    agents: () => {
      agents ??= cutAgents()
      return agents
    },
  }
}

const units: Record<Exclude<Form['by'], 'writing'>, (syllables: readonly string[]) => readonly string[]> = {
  syllables: (syllables) => syllables,
  initials: (syllables) => syllables.map((syllable) => syllable[0] ?? ''),
  letters: (syllables) => [...syllables.join('')],
}

/** The features that come from the words, for the form in which the hit is best. */
export const featuresOf = (form: Form, compared: Compared): Partial<Features> => {
  const { tokens } = form
  const { proper } = compared
  if (tokens.length === 0) return {}
  const inProper = placeOf(tokens, proper)
  const at = inProper >= 0 ? inProper : placeOf(tokens, compared.title())
  const isWhole = at === 0 && tokens.length === (inProper >= 0 ? proper : compared.title()).length
  const titled = tokens.map((token) => (at >= 0 ? 1 : closest(token, compared.title())))
  const inTitle = mean(titled)
  const byAgents = (token: string, place: number) =>
    titled[place] === 1 ? 0 : closest(token, compared.agents())
  const inAgents = inTitle === 1 ? 0 : mean(tokens.map(byAgents))
  return {
    whole: isWhole ? 1 : 0,
    begins: at === 0 ? 1 : 0,
    together: at >= 0 ? 1 : 0,
    similar: at >= 0 ? 1 : inTitle < 0.4 ? 0 : similarity(tokens, compared.title()),
    inTitle,
    inAgents,
    coverage: (inTitle * tokens.length) / Math.max(tokens.length, proper.length, 1),
    written: form.by === 'writing' && !form.isMeant && !compared.isSpeltOtherwise ? 1 : 0,
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
