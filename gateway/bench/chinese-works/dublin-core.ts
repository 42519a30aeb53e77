import type { Written } from './written.js'

const types: Record<string, string> = {
  film: 'Moving Image',
  score: 'Musical notation',
  serial: 'Journal',
  'electronic serial': 'Journal',
}

/** oai_dc, as a bookseller's list or a digital library gives it: the title in one piece, names as on the title page. */
export const dublinCoreRecord = (written: Written, id: string): string => {
  const { title, subtitle, part, headings, statement, publisher, date, isbn, issn, csbn, language, carrier } =
    written
  const whole = [title, part.number, part.name].filter(Boolean).join(' ')
  const names = headings.length
    ? headings.filter(({ isMain }) => isMain).map(({ name }) => name)
    : statement.slice(0, 1)
  const contributors = headings.length
    ? headings.filter(({ isMain }) => !isMain).map(({ name, role }) => name + role)
    : statement.slice(1)
  const elements: [string, string | undefined][] = [
    ['title', subtitle ? `${whole} : ${subtitle}` : whole],
    ...names.map((name): [string, string] => ['creator', name]),
    ...contributors.map((name): [string, string] => ['contributor', name]),
    ['publisher', publisher],
    ['date', date?.replace(/[[\]c]/g, '').replace('.', '-')],
    ['type', types[carrier] ?? 'Text'],
    ['format', carrier.includes('electronic') ? 'application/pdf' : written.pages],
    ['language', language],
    ...isbn.map(({ number }): [string, string] => ['identifier', `ISBN ${number}`]),
    ['identifier', issn && `ISSN ${issn}`],
    ['identifier', csbn && `统一书号：${csbn}`],
    ['identifier', `${id}`],
    ['subject', written.subject],
    ['relation', written.series?.title],
    ['isPartOf', written.set],
  ]
  const inner = elements.flatMap(([name, value]) =>
    value ? [`<dc:${name}>${escaped(value)}</dc:${name}>`] : [],
  )
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner.join('')}</oai_dc:dc>`
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
