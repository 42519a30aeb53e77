import { fold } from '../../../standards/text/folding.js'
import { readAloud } from '../../../standards/text/readings.js'
import type { StoredWork } from '../documents.js'
import { closest, placeOf, similarity } from './alignment.js'
import type { Weights } from './weights.js'

/** What was asked for, in one of the ways in which a title is compared with it. */
export interface Form {
  by: 'writing' | 'syllables' | 'initials' | 'letters'
  tokens: readonly string[]
  /** A synonym of what was written. */
  isMeant?: boolean
}

export type Features = { -readonly [Name in keyof Weights]: number }

/** A hit as it is compared. */
export interface Compared {
  proper: readonly string[]
  title: readonly string[]
  /** Cut when they are asked for: where all words stand in the title they are not. */
  agents(): readonly string[]
}

/** Titles are longer, sets of laws above all; nobody types so much. */
const mostTokens = 60

/** How a hit is compared with each form: several forms are of one kind (the cuts of pinyin), and cut nothing anew. */
export const comparedAs = (work: StoredWork): ((by: Form['by']) => Compared) => {
  const known = new Map<Form['by'], Compared>()
  return (by) => {
    const compared = known.get(by) ?? comparedBy(by, work)
    known.set(by, compared)
    return compared
  }
}

const comparedBy = (by: Form['by'], work: StoredWork): Compared => {
  const cut = cuts[by]
  const proper = cut(work.title).slice(0, mostTokens)
  const rest = work.subtitle === undefined ? [] : cut(work.subtitle).slice(0, mostTokens)
  let agents: readonly string[] | undefined
  return {
    proper,
    title: [...proper, ...rest],
    agents: () => {
      agents ??= cut(work.agents.slice(0, 10).join(' '))
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
    written: form.by === 'writing' && !form.isMeant ? 1 : 0,
  }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
