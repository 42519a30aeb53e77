import type { Description, RecordType } from '../record/v1-draft.js'
import { type CitationContext, factsOf, titleText } from './facts.js'

const types: Partial<Record<RecordType, string>> = {
  book: 'BOOK',
  serial: 'JFULL',
  article: 'JOUR',
  thesis: 'THES',
  report: 'RPRT',
  standard: 'STAND',
  patent: 'PAT',
  map: 'MAP',
  score: 'MUSIC',
  audio: 'SOUND',
  video: 'VIDEO',
  image: 'ART',
  archive: 'MANSCPT',
  dataset: 'DATA',
  software: 'COMP',
  website: 'ELEC',
}

/** One record in RIS: `TAG  - value` lines ended by CR LF, TY first and ER last. */
export function toRis(description: Description, context?: CitationContext): string {
  const facts = factsOf(description, context)
  const { host, within } = facts
  const [start, end] = (within.pages ?? '').split('-')
  const isInBook =
    description.type === 'article' && host?.identifiers?.some(({ scheme }) => scheme === 'isbn')
  const names = (agents: typeof facts.authors): (string | undefined)[] =>
    agents.map(({ names: [name] }) => name?.value)
  const lines: [tag: string, values: (string | undefined)[]][] = [
    ['TY', [isInBook ? 'CHAP' : (types[description.type] ?? 'GEN')]],
    ['AU', names(facts.authors)],
    ['A2', names(facts.editors.filter((agent) => !facts.authors.includes(agent)))],
    ['A4', names(facts.translators)],
    ['TI', [facts.title]],
    ['TT', [titleText(description.titles.find(({ kind }) => kind === 'parallel'))]],
    [isInBook ? 'T2' : 'JO', [host?.title]],
    ['T3', [facts.series?.title]],
    ['VL', [within.volume ?? facts.series?.number]],
    ['IS', [within.issue]],
    ['SP', [start]],
    ['EP', [end]],
    ['ET', [description.edition]],
    ['CY', [facts.place]],
    ['PB', [facts.publisher]],
    ['PY', [facts.year?.replace(/[[\]c]/g, '')]],
    ['DA', [facts.date?.includes('-') ? facts.date.replaceAll('-', '/') : undefined]],
    ['SN', [facts.isbn ?? facts.issn]],
    ['M1', [facts.number]],
    ['DO', [facts.doi]],
    ['UR', [facts.url]],
    ['Y2', [facts.url && facts.accessed?.replaceAll('-', '/')]],
    ['LA', [description.languages[0]?.code]],
    ['KW', description.subjects.map(({ value }) => value)],
    ['AB', [description.abstracts[0]?.value]],
  ]
  const text = lines.flatMap(([tag, values]) =>
    values.filter(Boolean).map((value) => `${tag}  - ${oneLine(value as string)}`),
  )
  return [...text, 'ER  - ', ''].join('\r\n')
}

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim()
