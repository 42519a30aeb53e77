import type { Description, RecordType } from '../record/v1-draft.js'
import { type CitationContext, type Facts, factsOf } from './facts.js'
import { initials, personOf } from './person.js'

export type GbtStyle = 'gbt7714-2015' | 'gbt7714-2025'

/**
 * GB/T 7714, 顺序编码制. Of the 2025 edition (in force since 2026-07-01) this is what differs from 2015, as the maintainer
 * of gbt7714-bibtex-style compared the published text (hushidong/biblatex-gb7714-2025, issue 8) and its own examples show
 * (typst-doc-cn/bib-csl-dev-data, GB-T_7714—2025.original.toml; clause numbers are of the standard):
 * - 7.1.1 the family name is no longer in capitals; initials keep their hyphen (Godard J-L), and no comma stands before Jr;
 * - 8.2.2 `等, 译` keeps its comma;
 * - 8.4.2 years of serials are joined by 一字线 (1984—);
 * - 8.9.2 a standard is `number title[S].` without author and publisher;
 * - the day of access stands only in 网站, 网页, 数据集, 预印本 (8.11, 8.14, 8.15; Wuhan University's announcement of it);
 * - 7.5.2.3 an online source without a place leaves it out.
 * That names in pinyin are better not shortened (7.1.1) cannot be followed: nothing tells them from Western ones.
 */
interface Edition {
  family(name: string): string
  keepHyphen: boolean
  beforeSuffix: string
  othersBeforeRole: string
  range: string
  standardByNumber: boolean
  accessedTypes?: Set<RecordType>
}

const editions: Record<GbtStyle, Edition> = {
  'gbt7714-2015': {
    family: (name) => name.toUpperCase(),
    keepHyphen: false,
    beforeSuffix: ', ',
    othersBeforeRole: '',
    range: '-',
    standardByNumber: false,
  },
  'gbt7714-2025': {
    family: (name) => name,
    keepHyphen: true,
    beforeSuffix: ' ',
    othersBeforeRole: ', ',
    range: '—',
    standardByNumber: true,
    accessedTypes: new Set(['website', 'dataset', 'software']),
  },
}

/** GB/T 7714—2015 Annex B, —2025 7.3: what it is. Kinds that the standard has no letter for are Z 其他. */
const codes: Record<RecordType, string> = {
  book: 'M',
  serial: 'J',
  article: 'J',
  thesis: 'D',
  report: 'R',
  standard: 'S',
  patent: 'P',
  map: 'CM',
  score: 'M',
  audio: 'Z',
  video: 'Z',
  image: 'Z',
  archive: 'A',
  dataset: 'DS',
  software: 'CP',
  website: 'EB',
  object: 'Z',
  other: 'Z',
}

/** One entry of a reference list, without its number. */
export function cite(description: Description, style: GbtStyle, context?: CitationContext): string {
  const facts = factsOf(description, context)
  const edition = editions[style]
  const parts = [...head(facts, edition), ...body(facts, edition), ...tail(facts, edition)]
  const text = parts
    .map((part) => part.trim())
    .filter(Boolean)
    .map(withPoint)
    .join(' ')
  // The mark of a host stands close to the title: `周易外传[M]//船山全书`.
  return text.replace(']. //', ']//')
}

const withPoint = (part: string): string => (part.endsWith('.') ? part : `${part}.`)

/** Author, then title with its mark. */
function head(facts: Facts, edition: Edition): string[] {
  const { description, number, title } = facts
  const mark = `[${markOf(facts)}]`
  if (description.type === 'standard' && edition.standardByNumber)
    return [`${[number, title].filter(Boolean).join(' ')}${mark}`]
  const isNumbered = number !== undefined && ['standard', 'report', 'patent'].includes(description.type)
  return [
    names(facts.authors, facts, edition),
    `${isNumbered ? `${title}: ${number}` : title}${mark}`,
    translators(facts, edition),
  ]
}

function markOf({ description, url, doi, host }: Facts): string {
  const isInBook =
    description.type === 'article' && host?.identifiers?.some(({ scheme }) => scheme === 'isbn')
  const isMeeting = description.agents.some(({ type }) => type === 'meeting')
  const isBook = description.type === 'book' || isInBook
  const code = isBook && isMeeting ? 'C' : isInBook ? 'M' : codes[description.type]
  const isOnline = url !== undefined || doi !== undefined || description.type === 'website'
  return isOnline ? `${code}/OL` : code
}

/** Three names, then 等 or et al. (2015 8.1.2, 2025 7.1.2) */
function names(agents: Facts['authors'], facts: Facts, edition: Edition): string {
  const shown = agents.slice(0, 3).map((agent) => nameText(agent, edition))
  if (agents.length > 3) shown.push(facts.isEastern ? '等' : 'et al')
  return shown.join(', ')
}

function nameText(agent: Facts['authors'][number], edition: Edition): string {
  const { literal, family, given, suffix } = personOf(agent)
  if (!family) return literal
  const name = [edition.family(family), given && initials(given, edition.keepHyphen)]
    .filter(Boolean)
    .join(' ')
  return suffix ? `${name}${edition.beforeSuffix}${suffix.replace('.', '')}` : name
}

/** 其他责任者, after the title: `谢远涛, 译`. */
function translators({ translators: agents, ...facts }: Facts, edition: Edition): string {
  if (agents.length === 0) return ''
  const who = names(agents, { ...facts, translators: agents }, edition)
  if (!facts.isEastern) return `${who}, trans`
  return agents.length > 3 ? `${who}${edition.othersBeforeRole}译` : `${who}, 译`
}

function body(facts: Facts, edition: Edition): string[] {
  const { description, host } = facts
  if (description.type === 'article' && host) return [inHost(facts)]
  if (description.type === 'serial') return [imprint(facts, edition)]
  if (description.type === 'standard' && edition.standardByNumber) return []
  if (description.type === 'patent') return [facts.date ?? facts.year ?? '']
  if (description.type === 'website') return facts.publisher ? [imprint(facts, edition)] : []
  return [editionText(facts), imprint(facts, edition)]
}

/** `刊名, 2012, 52(11): 1518-1523`; of a book `//` before its title and its imprint after it. */
function inHost(facts: Facts): string {
  const { host, within, description } = facts
  const title = host?.title ?? ''
  if (host?.identifiers?.some(({ scheme }) => scheme === 'isbn'))
    return `//${title}. ${[publisherText(facts), yearText(facts)].filter(Boolean).join(', ')}${within.pages ? `: ${within.pages}` : ''}`
  const numbers = `${within.volume ?? ''}${within.issue ? `(${within.issue})` : ''}`
  const year = within.year ?? facts.year
  const when = [
    title,
    within.volume || !within.issue ? year : `${year ?? ''}${numbers}`,
    within.volume && numbers,
  ]
    .filter(Boolean)
    .join(', ')
  if (!within.volume && !within.issue && !within.pages && host?.number && host.number !== year)
    return [title, year, host.number].filter(Boolean).join(', ')
  return `${when}${within.pages ? `: ${within.pages}` : ''}${description.type === 'article' ? '' : '.'}`
}

/** `2版`, `5th ed`; the first edition is not stated (8.3). */
function editionText({ description, isEastern }: Facts): string {
  const text = description.edition?.trim() ?? ''
  if (/^(?:第?[1一]版|1st|first|初版)/i.test(text) && !/rev|修订|增/.test(text)) return ''
  return isEastern
    ? text.replace(/^第(?=[\d一二三四五六七八九十]+版)/, '')
    : text.replace(/edition/i, 'ed').replace(/\.$/, '')
}

/** `地: 者, 年`, what is not known said in the language of the text (2015 8.4.1, 8.4.2; 2025 7.5.2.3, 7.5.3.3). */
function imprint(facts: Facts, edition: Edition): string {
  const year = yearText(facts).replace(
    /^(\d{4})-(\d{4})?$/,
    (_, from: string, to = '') => `${from}${edition.range}${to}`,
  )
  return [publisherText(facts), year].filter(Boolean).join(', ')
}

function publisherText(facts: Facts): string {
  const { place, publisher, isEastern, url, description } = facts
  const isOnline = url !== undefined || ['website', 'dataset', 'software'].includes(description.type)
  if (isOnline && !place) return publisher ?? ''
  const [noPlace, noPublisher] = isEastern ? ['[出版地不详]', '[出版者不详]'] : ['[S.l.]', '[s.n.]']
  return `${place ?? noPlace}: ${publisher ?? noPublisher}`
}

/** 1934(民国二十三年): the year of our era, then the words of the item (2015 8.4.3, 2025 7.5.4.1). */
const yearText = ({ year = '', era }: Facts): string => (era ? `${year}(${era})` : year)

/** [day of access]. Address. DOI where the address does not hold it (2015 8.6–8.8, 2025 7.6–7.9). */
function tail({ accessed, url, doi, description, date }: Facts, edition: Edition): string[] {
  const showsAccess =
    accessed !== undefined && url !== undefined && (edition.accessedTypes?.has(description.type) ?? true)
  const posted = description.type === 'website' && date ? `(${date})` : ''
  const parts = [`${posted}${showsAccess ? `[${accessed}]` : ''}`, url ?? '']
  if (doi && !url?.toLowerCase().includes(doi)) parts.push(`DOI:${doi}`)
  return parts
}
