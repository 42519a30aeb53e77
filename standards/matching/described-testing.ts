import type { Agent, Description } from '../record/v1-draft.js'

export interface Said {
  title: string
  subtitle?: string
  part?: { number?: string; name?: string }
  agents?: string[]
  year?: string
  publisher?: string
  extent?: string
  isbn?: string
  languages?: string[]
  edition?: string
}

/** A description that says so much and no more. */
export function described(said: Said): Description {
  const agents: Agent[] = (said.agents ?? []).map((value, at) => ({
    names: [{ value, kind: 'original' }],
    type: 'person',
    role: 'aut',
    main: at === 0,
  }))
  const { year, publisher, isbn, subtitle, part } = said
  return {
    type: 'book',
    titles: [{ value: said.title, kind: 'original', ...(subtitle && { subtitle }), ...(part && { part }) }],
    agents,
    languages: (said.languages ?? []).map((code) => ({ code, role: 'text' as const })),
    dates: year ? [{ kind: 'issued', edtf: year, text: year }] : [],
    publication: publisher ? [{ publisher, ...(year && { date: year }) }] : [],
    identifiers: isbn ? [{ scheme: 'isbn', value: isbn, valid: true }] : [],
    controlNumbers: [],
    subjects: [],
    classes: [],
    relations: [],
    abstracts: [],
    notes: [],
    links: [],
    holdings: [],
    provenance: {},
    ...(said.extent && { extent: said.extent }),
    ...(said.edition && { edition: said.edition }),
  }
}
