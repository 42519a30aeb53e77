import type { Agent, Description, RecordType } from '../record/v1-draft.js'
import { type CitationContext, factsOf } from './facts.js'
import { personOf } from './person.js'

const types: Record<RecordType, string> = {
  book: 'book',
  serial: 'periodical',
  article: 'article-journal',
  thesis: 'thesis',
  report: 'report',
  standard: 'standard',
  patent: 'patent',
  map: 'map',
  score: 'musical_score',
  audio: 'song',
  video: 'motion_picture',
  image: 'graphic',
  archive: 'collection',
  dataset: 'dataset',
  software: 'software',
  website: 'webpage',
  object: 'document',
  other: 'document',
}

/** One item of CSL-JSON 1.0.2, as an array: what citeproc and Zotero read. */
export function toCslJson(description: Description, context?: CitationContext): string {
  const facts = factsOf(description, context)
  const { host, within } = facts
  const isInBook =
    description.type === 'article' && host?.identifiers?.some(({ scheme }) => scheme === 'isbn')
  const item = {
    id: facts.doi ?? facts.isbn ?? facts.title,
    type: isInBook ? 'chapter' : types[description.type],
    title: facts.title,
    author: namesOf(facts.authors),
    editor: namesOf(facts.editors.filter((agent) => !facts.authors.includes(agent))),
    translator: namesOf(facts.translators),
    'container-title': host?.title,
    'collection-title': facts.series?.title,
    'collection-number': facts.series?.number,
    volume: within.volume,
    issue: within.issue,
    page: within.pages,
    edition: description.edition,
    number: facts.number,
    publisher: facts.publisher,
    'publisher-place': facts.place,
    issued: dateOf(facts.date ?? facts.year),
    accessed: facts.url ? dateOf(facts.accessed) : undefined,
    ISBN: facts.isbn,
    ISSN: facts.issn,
    DOI: facts.doi,
    URL: facts.url,
    abstract: description.abstracts[0]?.value,
    language: facts.isEastern ? 'zh' : undefined,
  }
  return `${JSON.stringify([item], null, 2)}\n`
}

const namesOf = (agents: Agent[]): object[] | undefined =>
  agents.length
    ? agents.map((agent) => {
        const { literal, family, given, suffix } = personOf(agent)
        return family ? { family, given, suffix } : { literal }
      })
    : undefined

function dateOf(text: string | undefined): object | undefined {
  if (!text) return undefined
  if (/^\d{4}(?:-\d\d){0,2}$/.test(text)) return { 'date-parts': [text.split('-').map(Number)] }
  const years = text.match(/\d{4}/g)
  return years ? { 'date-parts': years.map((year) => [Number(year)]) } : { literal: text }
}
