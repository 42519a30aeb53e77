import type { Agent, Description, Identifier, Relation } from '../../../standards/record/v1-draft.js'

/** An article as a citation gives it. */
export interface Citation {
  title: string
  authors: string[]
  journal?: string
  year?: string
  volume?: string
  issue?: string
  pages?: string
  doi?: string
}

/** The description that a crosswalk of citations would make. */
export function articleOf({
  title,
  authors,
  journal,
  year,
  volume,
  issue,
  pages,
  doi,
}: Citation): Description {
  const place = [volume && `Vol. ${volume}`, issue && `no. ${issue}`, pages && `p. ${pages}`].filter(Boolean)
  const host: Relation = { kind: 'host' }
  if (journal) host.title = journal
  if (place.length) host.number = place.join(', ')
  const identifiers: Identifier[] = doi ? [{ scheme: 'doi', value: doi.toLowerCase(), valid: true }] : []
  return {
    type: 'article',
    titles: title ? [{ value: title, kind: 'original' }] : [],
    agents: authors.map(authorOf),
    languages: [],
    dates: year ? [{ kind: 'issued', edtf: year, text: year }] : [],
    publication: year ? [{ date: year }] : [],
    identifiers,
    controlNumbers: [],
    subjects: [],
    classes: [],
    relations: journal || place.length ? [host] : [],
    abstracts: [],
    notes: [],
    links: [],
    holdings: [],
    provenance: {},
  }
}

const authorOf = (value: string, at: number): Agent => ({
  names: [{ value, kind: 'original' }],
  type: 'person',
  role: 'aut',
  main: at === 0,
})
