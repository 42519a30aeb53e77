import { toSearchDocument } from '../../../plugins/search/documents.js'
import { isIssn, readIsbn } from '../../../standards/crosswalks/identifiers.js'
import type { Description } from '../../../standards/record/v1-draft.js'
import type { SearchDocument } from '../../contracts/search-index.js'

/** A row of a list of books. */
export interface Item {
  title: string
  agents: string[]
  publisher: string
  language: string
  isbn?: string[]
  issn?: string[]
  callNumber?: string[]
}

/** As a work that one library holds one record of. */
export const itemDocument = (item: Item, number: number): SearchDocument => {
  const id = `w_${number.toString(36).padStart(6, '0')}`
  return toSearchDocument({
    id,
    version: 1,
    updatedAt: '2026-01-01T00:00:00Z',
    records: [
      {
        id: `r_${id}`,
        source: 'a/main',
        sourceId: id,
        versionOf: null,
        description: JSON.stringify(describe(item)),
      },
    ],
    holders: { 'a/main': { member: 'a', memberName: 'a', memberStage: 'active' } },
  })
}

const describe = ({ title, agents, publisher, language, ...numbers }: Item): Description => ({
  type: 'book',
  titles: [{ value: title, kind: 'original' }],
  agents: agents.map((name, place) => ({
    names: [{ value: name, kind: 'original' }],
    type: 'person',
    role: 'aut',
    main: place === 0,
  })),
  languages: [{ code: language, role: 'text' }],
  dates: [],
  publication: publisher === '' ? [] : [{ publisher }],
  identifiers: identifiersOf(numbers),
  controlNumbers: [],
  subjects: [],
  classes: [],
  relations: [],
  abstracts: [],
  notes: [],
  links: [],
  holdings: (numbers.callNumber ?? []).map((full) => ({ callNumber: { full } })),
  provenance: {},
})

const identifiersOf = ({ isbn = [], issn = [] }: Pick<Item, 'isbn' | 'issn'>): Description['identifiers'] => [
  ...isbn.flatMap((text) => readIsbn(text).identifier ?? []),
  ...issn.map((value) => ({ scheme: 'issn' as const, value, valid: isIssn(value.replace('-', '')) })),
]
