import { dateStatement, yearOf } from '../crosswalks/dates.js'
import { eraWords } from '../crosswalks/eras.js'
import { isHan, scriptOf } from '../crosswalks/scripts.js'
import type { Agent, Description, Relation, Title } from '../record/v1-draft.js'

export interface CitationContext {
  /** Day it was looked at, YYYY-MM-DD. */
  accessed?: string
  /** Where it was looked at. */
  url?: string
}

/** What every style needs of a description, looked up once. */
export interface Facts {
  description: Description
  /** The text is Chinese or Japanese: words such as 等, 译, [出版地不详]; else Western ones. */
  isEastern: boolean
  title: string
  authors: Agent[]
  translators: Agent[]
  editors: Agent[]
  place?: string
  publisher?: string
  /** As styles write it: 1998, c1998, [1998], 1954-1960, 1954-. */
  year?: string
  /** 民国二十三年, beside the year of our era. */
  era?: string
  /** YYYY, YYYY-MM or YYYY-MM-DD; absent when no single date is known. */
  date?: string
  host?: Relation
  /** Volume, issue and pages of the host. */
  within: Within
  series?: Relation
  isbn?: string
  issn?: string
  doi?: string
  /** The number of a standard, report or patent. */
  number?: string
  url?: string
  accessed?: string
}

export interface Within {
  volume?: string
  issue?: string
  pages?: string
  year?: string
}

const editorial = new Set(['edt', 'com', 'red'])
const authorial = new Set(['aut', 'cre', 'cmp', 'art', 'pht', 'ctg', 'inv', 'pta', 'drt', 'dis'])

export function factsOf(description: Description, context: CitationContext = {}): Facts {
  const { agents, publication, relations } = description
  const found = relations.find(({ kind }) => kind === 'host')
  const [translators, editors] = [
    agents.filter(({ role }) => role === 'trl'),
    agents.filter(({ role }) => editorial.has(role)),
  ]
  const stated = publication.find(({ publisher }) => publisher) ?? publication[0]
  return {
    description,
    isEastern: isEastern(description),
    title: titleText(description.titles[0]),
    authors: authorsOf(agents, translators),
    translators,
    editors,
    ...(stated?.place && { place: stated.place }),
    ...(stated?.publisher && { publisher: stated.publisher }),
    ...datesOf(description),
    ...(found && { host: found }),
    within: readWithin(found?.number ?? ''),
    ...pick(
      'series',
      relations.find(({ kind }) => kind === 'series'),
    ),
    ...numbersOf(description),
    ...pick('url', context.url ?? description.links.find(({ access }) => access)?.href),
    ...pick('accessed', context.accessed),
  }
}

const pick = <K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V }

/** Authors; without any, editors and compilers stand in their place (GB/T 7714 takes 主编 as principal). */
function authorsOf(agents: Agent[], translators: Agent[]): Agent[] {
  const authors = agents.filter(({ role }) => authorial.has(role))
  if (authors.length) return authors
  const editors = agents.filter(({ role }) => editorial.has(role))
  if (editors.length) return editors
  return agents.filter((agent) => agent.main && !translators.includes(agent))
}

function isEastern({ languages, titles }: Description): boolean {
  const code = languages.find(({ role }) => role === 'text')?.code
  if (code) return code === 'chi' || code === 'jpn' || code === 'lzh'
  const script = titles[0]?.script ?? scriptOf(titles[0]?.value ?? '')
  return isHan(script) || script === 'Jpan'
}

/** `题名: 副题名` with the part that it names. */
export function titleText(title: Title | undefined): string {
  if (!title) return ''
  const part = [title.part?.number, title.part?.name].filter(Boolean).join(' ')
  return [title.value, part, title.subtitle].filter(Boolean).join(': ')
}

function datesOf({ dates }: Description): Pick<Facts, 'year' | 'era' | 'date'> {
  const issued = dates.find(({ kind, edtf }) => kind === 'issued' && edtf) ?? dates.find(({ edtf }) => edtf)
  const edtf = issued?.edtf
  if (!issued || !edtf) return {}
  const year = yearText(edtf)
  const era = eraWords(issued.text)
  return {
    year: issued.kind === 'copyright' ? `c${year}` : year,
    ...(era && { era }),
    ...(/^\d{4}(?:-[01]\d){0,1}(?:-\d\d)?$/.test(edtf) && { date: edtf }),
  }
}

/** GB/T 7714: an estimated year stands in square brackets; a continuing publication has an open range. */
function yearText(edtf: string): string {
  const [from = '', to] = edtf.split('/')
  if (from === '..') return `-${to?.slice(0, 4)}`
  if (to === '..') return `${from.slice(0, 4)}-`
  if (to !== undefined && to.slice(0, 4) !== from.slice(0, 4)) return `${from.slice(0, 4)}-${to.slice(0, 4)}`
  if (yearOf(edtf) === undefined) return `[${edtf.slice(0, 4).replace(/X/g, '-')}]`
  return /[?~%]$/.test(edtf) ? `[${edtf.slice(0, 4)}]` : edtf.slice(0, 4)
}

function numbersOf({ identifiers, relations }: Description): Pick<Facts, 'isbn' | 'issn' | 'doi' | 'number'> {
  const one = (scheme: string) =>
    identifiers.find((found) => found.scheme === scheme && found.valid && !found.cancelled)?.value
  const hostIssn = relations
    .find(({ kind }) => kind === 'host')
    ?.identifiers?.find(({ scheme }) => scheme === 'issn')?.value
  return {
    ...pick('isbn', one('isbn')),
    ...pick('issn', one('issn') ?? hostIssn),
    ...pick('doi', one('doi')),
    ...pick('number', one('standard')),
  }
}

const [volume, issue, pages] = [
  /(?:vol(?:ume)?\.?|v\.|bd\.|第)\s*(\d+)\s*(?:卷)?/i,
  /(?:no\.?|issue|heft|h\.|nr\.|第)\s*([\d/]+)\s*期|(?:no\.?|issue|heft|nr\.)\s*([\d/-]+)/i,
  /(?:pp?\.|s\.|页|頁)\s*([\da-z]+(?:\s*[-–]\s*[\da-z]+)?)|([\d]+\s*[-–]\s*[\d]+)\s*(?:页|頁)|:\s*(\d+(?:[-–]\d+)?)\s*$/i,
]

/** `Vol. 12, no. 3 (Mar. 2001), p. 5-9`; `2012, 52(11): 1518-1523`; `第5卷第3期, 12-15页`. */
export function readWithin(whole: string): Within {
  const text = whole.slice(0, 300)
  const compact = /(?:^|[\s,])(\d+)\s*\(([\d/]+)\)\s*:\s*([\w]+(?:[-–]\w+)?)/.exec(text)
  const year = dateStatement(text, 'issued').edtf?.slice(0, 4)
  if (compact) return clean({ volume: compact[1], issue: compact[2], pages: compact[3], year })
  const [inIssue, inPages] = [issue.exec(text), pages.exec(text)]
  return clean({
    volume: /期/.test(text) && !/卷|vol/i.test(text) ? undefined : volume.exec(text)?.[1],
    issue: inIssue?.[1] ?? inIssue?.[2],
    pages: (inPages?.[1] ?? inPages?.[2] ?? inPages?.[3])?.replace(/\s*[-–]\s*/, '-'),
    year,
  })
}

const clean = (within: { [K in keyof Within]: string | undefined }): Within =>
  Object.fromEntries(Object.entries(within).filter(([, value]) => value !== undefined))
