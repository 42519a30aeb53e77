import { createHash } from 'node:crypto'
import { hasHan } from '../crosswalks/scripts.js'
import type { Agent, Description, RecordType } from '../record/v1-draft.js'
import { type CitationContext, type Facts, factsOf } from './facts.js'
import { personOf } from './person.js'

const kinds: Partial<Record<RecordType, string>> = {
  book: 'book',
  article: 'article',
  thesis: 'phdthesis',
  report: 'techreport',
  score: 'book',
  website: 'online',
  serial: 'periodical',
  dataset: 'dataset',
  software: 'software',
  standard: 'standard',
  patent: 'patent',
}

/** One BibTeX entry. Special characters are escaped; Chinese names stand in braces, for they are not to be turned. */
export function toBibtex(description: Description, context?: CitationContext): string {
  const facts = factsOf(description, context)
  const isInBook =
    description.type === 'article' && facts.host?.identifiers?.some(({ scheme }) => scheme === 'isbn')
  const kind = isInBook ? 'incollection' : (kinds[description.type] ?? 'misc')
  const lines = Object.entries(fieldsOf(facts, kind))
    .filter((entry): entry is [string, string] => Boolean(entry[1]))
    .map(([name, value]) => `  ${name} = {${value}}`)
  return `@${kind}{${keyOf(facts)},\n${lines.join(',\n')}\n}\n`
}

function fieldsOf(facts: Facts, kind: string): Record<string, string | undefined> {
  const { description, within, host } = facts
  const publisher = facts.publisher && escaped(facts.publisher)
  const isEdited = facts.authors.length > 0 && facts.authors.every((agent) => facts.editors.includes(agent))
  return {
    [isEdited ? 'editor' : 'author']: namesText(facts.authors),
    ...(isEdited ? {} : { editor: namesText(facts.editors) }),
    translator: namesText(facts.translators),
    title: escaped(facts.title),
    [kind === 'incollection' ? 'booktitle' : 'journal']: host?.title && escaped(host.title),
    series: facts.series?.title && escaped(facts.series.title),
    volume: within.volume ?? facts.series?.number,
    number: within.issue ?? facts.number,
    pages: within.pages?.replace('-', '--'),
    edition: description.edition && escaped(description.edition),
    address: facts.place && escaped(facts.place),
    [kind === 'phdthesis' ? 'school' : kind === 'techreport' ? 'institution' : 'publisher']: publisher,
    year: facts.year?.replace(/[[\]c]/g, ''),
    isbn: facts.isbn,
    issn: facts.issn,
    doi: facts.doi && escapeUrl(facts.doi),
    url: facts.url && escapeUrl(facts.url),
    urldate: facts.url && facts.accessed,
    langid: facts.isEastern ? 'chinese' : undefined,
  }
}

const namesText = (agents: Agent[]): string | undefined =>
  agents.length ? agents.map(nameText).join(' and ') : undefined

function nameText(agent: Agent): string {
  const { literal, family, given, suffix } = personOf(agent)
  if (!family) return `{${escaped(literal)}}`
  return [family, suffix, given]
    .filter((part) => part !== undefined)
    .map(escaped)
    .join(', ')
}

const specials: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}
const escaped = (text: string): string => text.replace(/[\\{}$&#_%~^]/g, (one) => specials[one] as string)

/** Inside \url only these matter. */
const escapeUrl = (text: string): string =>
  text.replace(/[\\{}%#]/g, (one) => (one === '%' || one === '#' ? `\\${one}` : encodeURIComponent(one)))

/** Latin letters and digits only; the same description has the same key. */
function keyOf(facts: Facts): string {
  const pinyin = facts.authors[0]?.names.find(({ value }) => !hasHan(value))?.value ?? ''
  const family = ascii(pinyin.split(/[\s,]/, 1)[0] ?? '')
  const word = ascii(facts.title).slice(0, 12)
  const stem = `${family}${facts.year?.replace(/\D/g, '').slice(0, 4) ?? ''}${word}`
  if (family || word) return stem
  return `r${createHash('sha256')
    .update(facts.title + (facts.isbn ?? '') + (facts.year ?? ''))
    .digest('hex')
    .slice(0, 10)}`
}

const ascii = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase()
