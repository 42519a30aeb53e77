import { element } from '../xml.js'
import type { HeldWork, Work, WorkAgent } from './work.js'
import { yearsOf } from './years.js'

const namespaces =
  'xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd"'

/** Simple Dublin Core (oai_dc): fifteen elements, so less is said than the work's facts hold. */
export function encodeDublinCore({ work }: HeldWork): string {
  const content = elementsOf(work).map(([name, value]) => element(`dc:${name}`, value))
  return `<oai_dc:dc ${namespaces}>${content.join('')}</oai_dc:dc>`
}

function elementsOf(work: Work): [string, string][] {
  const several = (name: string, values: (string | undefined)[] = []): [string, string][] =>
    values.flatMap((value) => (value ? [[name, value] as [string, string]] : []))
  return [
    ...several('title', [fullTitle(work), work.parallelTitle]),
    ...several('creator', agentsOf(work, true)),
    ...several('contributor', agentsOf(work, false)),
    ...several('subject', [
      ...(work.subjects ?? []).map((heading) => heading.replaceAll('--', ' -- ')),
      work.clc,
    ]),
    ...several('description', [work.abstract]),
    ...several('publisher', [work.publisher]),
    ...several('date', [dateOf(work)]),
    ...several('type', [types[work.type]]),
    ...several('format', [work.extent]),
    ...several('identifier', identifiersOf(work)),
    ...several('language', [work.language]),
    ...several('relation', [work.series?.title]),
    ...several('coverage', [...(work.places ?? []), ...(work.periods ?? [])]),
  ]
}

const fullTitle = ({ title, subtitle }: Work): string => (subtitle ? `${title} : ${subtitle}` : title)

const isMaker = ({ role }: WorkAgent): boolean => role === 'author'

const agentsOf = ({ agents }: Work, makers: boolean): string[] =>
  agents.filter((agent) => isMaker(agent) === makers).map(({ name }) => name)

/** A year, or the day of a preprint. A span has no form in simple Dublin Core: its beginning stands for it. */
const dateOf = ({ date }: Work): string | undefined =>
  /^\d{4}-\d\d-\d\d$/.test(date) ? date : yearsOf(date).from

const identifiersOf = ({ isbn = [], issn, doi, standardNumber }: Work): (string | undefined)[] => [
  ...isbn.map(({ value }) => `urn:isbn:${value}`),
  issn && `urn:issn:${issn}`,
  doi && `https://doi.org/${doi}`,
  standardNumber,
]

/** Words of the DCMI type vocabulary where it has one, of COAR where that says more. */
const types: Record<Work['type'], string> = {
  book: 'book',
  serial: 'journal',
  map: 'map',
  audio: 'Sound',
  video: 'MovingImage',
  standard: 'technical standard',
  thesis: 'thesis',
  report: 'report',
  score: 'musical score',
  image: 'StillImage',
}
