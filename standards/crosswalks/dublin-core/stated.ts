import type { Agent } from '../../record/v1-draft.js'
import { credit, type Draft, titleOf } from '../draft.js'
import { splitNames, statedName } from '../names.js'
import { hasHan } from '../scripts.js'

/** ISBD announces the statement of responsibility so; national libraries write all of it into dc:title. */
const mark = /\s[/／]\s/u

/**
 * `红楼梦 / (清)曹雪芹著`, `Les misérables / par Victor Hugo`: behind the stroke stands a statement where it names who made it or
 * ends with a word for a role. Else it may be the title in another language, and stays.
 */
export function partStatements(draft: Draft): void {
  const { titles, agents } = draft.description
  for (const [at, { value, kind, language }] of titles.entries()) {
    const found = mark.exec(value)
    if (!found?.index) continue
    const statement = value.slice(found.index + found[0].length).trim()
    if (!isStatement(statement, agents)) continue
    titles[at] = titleOf(value.slice(0, found.index).trim(), kind, language ? { language } : {})
    draft.description.statement ??= statement
    credit(draft, 'statement', 'dc:title')
  }
}

const isStatement = (text: string, agents: Agent[]): boolean => {
  const words = wordsOf(text)
  const isNamed = ({ value }: { value: string }): boolean =>
    hasHan(value) ? text.includes(value) : words.includes(longestOf(wordsOf(value)))
  return (
    agents.some(({ names }) => names.some(isNamed)) ||
    splitNames(text).some((name) => statedName(name).role !== undefined)
  )
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? []
/** The order and the forename may be written in other ways. */
const longestOf = (words: string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
