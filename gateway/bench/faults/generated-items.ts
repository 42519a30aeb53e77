import type { OaiItem } from '../../sample/oai-provider.js'
import { randomFrom, words } from '../generated-records.js'

/**
 * Dublin Core items of a repository, one in twenty deleted, one in fifty without a title; `change` is in each title, and
 * one in so many (`annals`) is a volume of the same annals.
 */
export const generatedItems = (count: number, { change = '', annals = 7 } = {}): OaiItem[] =>
  Array.from({ length: count }, (_, number): OaiItem => {
    const item = {
      identifier: `oai:generated.example:${number}`,
      datestamp: new Date(Date.UTC(2024, 0, 1) + number * 60_000).toISOString().replace('.000', ''),
      sets: [],
    }
    if (number % 20 === 7) return { ...item, deleted: true, metadata: {} }
    const name = number % annals === 0 ? `Annals of the society, volume ${number}` : titleOf(number)
    const title = number % 50 === 11 ? '' : `<dc:title>${name}${change}</dc:title>`
    return { ...item, metadata: { oai_dc: dublinCore(number, title) } }
  })

const titleOf = (number: number): string => {
  const random = randomFrom(number)
  const length = 4 + Math.floor(random() * 6)
  return Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ')
}

export const dublinCore = (number: number, titleElement: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${titleElement}<dc:creator>${writerOf(number % 997)}</dc:creator><dc:date>${1900 + (number % 120)}</dc:date><dc:publisher>Press ${number % 53}</dc:publisher><dc:subject>Subject ${number % 211}</dc:subject><dc:identifier>urn:generated:${number}</dc:identifier><dc:language>en</dc:language></oai_dc:dc>`

/** Names that no reader of names takes for one another: digits alone would tell these writers apart from nobody. */
const writerOf = (number: number): string => {
  const [first, second] = [number % words.length, Math.floor(number / words.length)]
  const name = `${words[first]}${words[second]}`
  return `${name[0]?.toUpperCase()}${name.slice(1)}, A.`
}
