import { isOneCarrier } from './carriers.js'
import type { Clues } from './clues.js'
import type { Traits } from './comparison.js'
import { isSameVolume } from './volumes.js'

/** Kinds of things that are never one work. A recording may be of a book that is read, and `other` may be anything. */
const families: Partial<Record<Clues['type'], string>> = {
  book: 'text',
  thesis: 'text',
  report: 'text',
  standard: 'text',
  patent: 'patent',
  serial: 'serial',
  article: 'article',
  map: 'map',
  score: 'score',
  video: 'video',
  image: 'image',
  dataset: 'dataset',
  software: 'software',
}
/** What has pages is a text, though it came as a file. */
export const familyOf = ({ type, extent }: Clues): string | undefined =>
  type === 'software' && extent?.pages ? 'text' : families[type]

/** What the records of one work, or of one version, never differ in. */
export function traitsOf(clues: Clues): Traits {
  const work: Record<string, string> = {}
  const version: Record<string, string> = {}
  const family = familyOf(clues)
  if (family) work['type'] = family
  // With a number in a set of another title, a volume in its own may be told either way.
  if (clues.volume && !clues.inSets) work['volume'] = clues.volume
  else if (clues.set !== undefined && !clues.volume) work['volume'] = 'set'
  for (const { title, number } of clues.inSets ?? []) work[`volume of ${title}`] = number
  const part = clues.titles[0]?.part
  if (part && !clues.volume) work['part'] = part.replace(/(?:卷|篇|编|部|分?册)$/u, '')
  if (clues.form !== 'adapted' && clues.form !== 'pictures') work['form'] = clues.form ?? 'text'
  const [language] = clues.languages
  if (language && clues.languages.length === 1 && language !== 'mul') work['language'] = language
  if (clues.languages.length > 1 && !clues.languages.includes('mul'))
    work['language of several'] = clues.languages.join(' ')
  if (clues.carrier) version['carrier'] = clues.carrier
  if (clues.edition?.number) version['edition'] = String(clues.edition.number)
  return { work, version }
}

/** Name of the trait in which these differ; 上 is 1, and 下 may be 2 or 3. */
export function contradiction(a: Traits, b: Traits, level: 'work' | 'version'): string | undefined {
  for (const name of Object.keys(a[level])) {
    const [one, other] = [a[level][name], b[level][name]]
    if (one === undefined || other === undefined || one === other) continue
    if (name.startsWith('volume') && isSameVolume(one, other)) continue
    if (name === 'language of several' && areWithin(one.split(' '), other.split(' '))) continue
    if (name === 'carrier' && isOneCarrier(one, other)) continue
    return name
  }
  return isOutside(a[level], b[level]) || isOutside(b[level], a[level]) ? 'language' : undefined
}

/** The French one is not that in English and Chinese, whatever joins both. */
const isOutside = (
  { language }: Record<string, string>,
  { 'language of several': several }: Record<string, string>,
) => language !== undefined && several !== undefined && !several.split(' ').includes(language)

/** A picture book in English and Chinese may be the one in English, not that in English and Arabic. */
export const areWithin = (a: string[], b: string[]): boolean =>
  a.every((code) => b.includes(code)) || b.every((code) => a.includes(code))
