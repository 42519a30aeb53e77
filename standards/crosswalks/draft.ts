import type { Finding } from '../record/change.js'
import type {
  Agent,
  Classification,
  DateStatement,
  Description,
  Identifier,
  Link,
  Title,
} from '../record/v1-draft.js'
import { toEdtf } from './dates.js'
import { isWebAddress } from './identifiers.js'
import { languageCode } from './languages.js'
import { scriptOf } from './scripts.js'

/** A description in the making. Every `add…` writes where the value came from beside it. */
export interface Draft {
  sourceId?: string
  deleted: boolean
  description: Description
  findings: Finding[]
}

type Field = Exclude<keyof Description, 'provenance'>
type Role = Description['languages'][number]['role']

export const startDraft = (): Draft => ({
  deleted: false,
  findings: [],
  description: {
    type: 'other',
    titles: [],
    agents: [],
    languages: [],
    dates: [],
    publication: [],
    identifiers: [],
    controlNumbers: [],
    subjects: [],
    classes: [],
    relations: [],
    abstracts: [],
    notes: [],
    links: [],
    holdings: [],
    provenance: {},
  },
})

/** Notes that `field` of the record came from `source`: `200$a`. */
export function credit(draft: Draft, field: Field, source: string): void {
  const { provenance } = draft.description
  const sources = provenance[field]
  if (!sources) provenance[field] = [source]
  else if (!sources.includes(source)) sources.push(source)
}

export function addTitle(draft: Draft, title: Title, source: string): void {
  draft.description.titles.push(title)
  credit(draft, 'titles', source)
}

/** A title with the script its text shows; empty parts are left out. */
export function titleOf(
  value: string,
  kind: Title['kind'],
  more: { subtitle?: string; number?: string; name?: string; nonfiling?: number; language?: string } = {},
): Title {
  const title: Title = { value, kind }
  if (more.subtitle) title.subtitle = more.subtitle
  if (more.number || more.name)
    title.part = { ...(more.number && { number: more.number }), ...(more.name && { name: more.name }) }
  if (more.nonfiling) title.nonfiling = more.nonfiling
  if (more.language) title.language = more.language
  const script = scriptOfTitle(value, more)
  if (script) title.script = script
  return title
}

/** A short title may hold no telling character where its subtitle does: 雕虫小技 beside 清华课堂闲谈. */
function scriptOfTitle(value: string, more: { subtitle?: string; language?: string }): string | undefined {
  const script = scriptOf(value, more.language)
  return script === 'Hani' && more.subtitle ? scriptOf(`${value} ${more.subtitle}`, more.language) : script
}

/** The same person in the same role once: 100 and 700, 701 and 702 may repeat each other. */
export function addAgent(draft: Draft, agent: Agent, source: string): void {
  const { agents } = draft.description
  const value = agent.names[0]?.value
  if (agents.some((other) => other.role === agent.role && other.names[0]?.value === value)) return
  agents.push(agent)
  credit(draft, 'agents', source)
}

/** @returns false when the text is no language that ISO 639 knows */
export function addLanguage(draft: Draft, text: string, role: Role, source: string): boolean {
  const code = languageCode(text)
  if (!code || code === 'und' || code === 'zxx') return code !== undefined
  const { languages } = draft.description
  if (languages.some((other) => other.code === code && other.role === role)) return true
  languages.push({ code, role })
  credit(draft, 'languages', source)
  return true
}

/** A coded date and a written one often say the same: the written one, which came first, stays. */
export function addDate(draft: Draft, date: DateStatement, source: string): void {
  const { dates } = draft.description
  const same = (other: DateStatement): boolean =>
    other.kind === date.kind &&
    (other.text === date.text || (date.edtf !== undefined && other.edtf === date.edtf))
  if (date.text === '' || dates.some(same)) return
  dates.push(date)
  credit(draft, 'dates', source)
}

export function addIdentifier(draft: Draft, identifier: Identifier, source: string): void {
  const { identifiers } = draft.description
  if (identifiers.some((other) => other.scheme === identifier.scheme && other.value === identifier.value))
    return
  identifiers.push(identifier)
  credit(draft, 'identifiers', source)
}

export function addControlNumber(draft: Draft, agency: string, number: string, source: string): void {
  const { controlNumbers } = draft.description
  if (
    !agency ||
    !number ||
    controlNumbers.some((other) => other.agency === agency && other.number === number)
  )
    return
  controlNumbers.push({ agency, number })
  credit(draft, 'controlNumbers', source)
}

export function addClass(
  draft: Draft,
  scheme: string,
  value: string,
  edition: string | undefined,
  source: string,
): void {
  const { classes } = draft.description
  if (!value || classes.some((other) => other.scheme === scheme && other.value === value)) return
  const found: Classification = { scheme, value }
  if (edition) found.edition = edition
  classes.push(found)
  credit(draft, 'classes', source)
}

export function addNote(draft: Draft, kind: string | undefined, value: string, source: string): void {
  const text = value.trim()
  if (!text) return
  const note: Description['notes'][number] = kind ? { kind, value: text } : { value: text }
  draft.description.notes.push(note)
  credit(draft, 'notes', source)
}

export function addAbstract(draft: Draft, value: string, source: string, language?: string): void {
  const text = value.trim()
  if (!text) return
  draft.description.abstracts.push(language ? { value: text, language } : { value: text })
  credit(draft, 'abstracts', source)
}

/** Only a web address is a link: `brill.com/x` or `ISBD:…` is kept as a note that a person can mend. */
export function addLink(
  draft: Draft,
  href: string,
  label: string | undefined,
  access: Link['access'],
  source: string,
): void {
  const address = href.trim()
  if (!isWebAddress(address)) {
    addNote(draft, 'link', label && address ? `${label}: ${address}` : address, source)
    return
  }
  if (draft.description.links.some((other) => other.href === address)) return
  const link: Link = { href: address }
  if (label) link.label = label
  if (access) link.access = access
  draft.description.links.push(link)
  credit(draft, 'links', source)
}

/** `{ name, href }` without the keys whose value is undefined or empty. */
export function present<T extends object>(values: T): T {
  const out: Record<string, unknown> = {}
  for (const key in values) {
    const value = values[key]
    if (value !== undefined && value !== '') out[key] = value
  }
  return out as T
}

/** A year of a coded field: `199u`, `19  `, `9999` (still going), blanks (none). */
export function codedYear(code: string): string | undefined {
  const year = code.trim()
  return /^[0-9]{2}[0-9uU|]{2}$/.test(year) && year !== '9999'
    ? toEdtf(year.replace(/[uU|]/g, 'u'))
    : undefined
}
