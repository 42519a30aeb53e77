import { fold } from '../../../standards/text/folding.js'
import { spelledOtherwise } from '../../../standards/text/other-spellings.js'
import { readAloud } from '../../../standards/text/readings.js'
import type { StoredWork } from '../documents.js'
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
  title: readonly string[]
  /** Cut when they are asked for: where all words stand in the title they are not. */
  agents(): readonly string[]
  /** In another spelling than its library's. */
  isSpeltOtherwise?: boolean
}

/** Titles are longer, sets of laws above all; nobody types so much. */
const mostTokens = 60

/** How a hit is compared with each form: several forms are of one kind (the cuts of pinyin), and cut nothing anew. */
export const comparedAs = (work: StoredWork) => {
  const known = new Map<Form['by'], Compared>()
  let spelt: Compared[] | undefined
  return {
    by: (by: Form['by']): Compared => {
      const compared = known.get(by) ?? comparedBy(by, work)
      known.set(by, compared)
      return compared
    },
    /** In the spellings in which it can be found beside its own. */
    otherwise: (): readonly Compared[] => {
      spelt ??= spelledOtherwise([work.title, work.subtitle ?? '', ...namesOf(work)]).map(
        ([title, subtitle, ...agents]) => ({
          ...comparedBy('writing', { title: title!, subtitle: subtitle || undefined, agents }),
          isSpeltOtherwise: true,
        }),
      )
      return spelt
    },
  }
}

const namesOf = ({ agents }: Pick<StoredWork, 'agents'>): string[] => agents.slice(0, 10)

const comparedBy = (by: Form['by'], work: Pick<StoredWork, 'title' | 'subtitle' | 'agents'>): Compared => {
  const cut = cuts[by]
  const proper = cut(work.title).slice(0, mostTokens)
  const rest = work.subtitle === undefined ? [] : cut(work.subtitle).slice(0, mostTokens)
  let agents: readonly string[] | undefined
  return {
    proper,
    title: [...proper, ...rest],
    agents: () => {
      agents ??= cut(namesOf(work).join(' '))
      return agents
    },
  }
}

const read = (text: string): readonly string[] => readAloud(text)
const initials = (text: string): string[] => readAloud(text).map((syllable) => syllable[0] ?? '')
const letters = (text: string): string[] => [...readAloud(text).join('')]

const cuts: Record<Form['by'], (text: string) => readonly string[]> = {
  writing: fold,
  syllables: read,
  initials,
  letters,
}

/** The features that come from the words, for the form in which the hit is best. */
export const featuresOf = (form: Form, compared: Compared): Partial<Features> => {
  const { tokens } = form
  const { proper, title } = compared
  if (tokens.length === 0) return {}
  const at = placeOf(tokens, title)
  const isWhole = at === 0 && (tokens.length === proper.length || tokens.length === title.length)
  const titled = tokens.map((token) => (at >= 0 ? 1 : closest(token, title)))
  const inTitle = mean(titled)
  const byAgents = (token: string, place: number) =>
    titled[place] === 1 ? 0 : closest(token, compared.agents())
  const inAgents = inTitle === 1 ? 0 : mean(tokens.map(byAgents))
  return {
    whole: isWhole ? 1 : 0,
    begins: at === 0 ? 1 : 0,
    together: at >= 0 ? 1 : 0,
    similar: at >= 0 ? 1 : inTitle < 0.4 ? 0 : similarity(tokens, title),
    inTitle,
    inAgents,
    coverage: (inTitle * tokens.length) / Math.max(tokens.length, proper.length, 1),
    written: form.by === 'writing' && !form.isMeant && !compared.isSpeltOtherwise ? 1 : 0,
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
