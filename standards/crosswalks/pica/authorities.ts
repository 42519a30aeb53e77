import type { PicaField, PicaRecord } from '../../formats/pica/pica.js'
import { addTitle, type Draft, titleOf } from '../draft.js'
import { sourceOf } from '../marc-steps.js'
import { nameIn } from './agents.js'
import { filed } from './steps.js'

/** 002@ $0 = T…: the record describes a name or a subject, not a document. */
export const isPicaAuthority = (status: string): boolean => status.startsWith('T')

/** 028A, 029A, 030A, 022A, 041A, 065A: the heading. The same tags with @: forms it is not entered under. */
const headings = /^(?:028|029|030|022|041|065)[A@]$/

export function describeHeadings(record: PicaRecord, draft: Draft): void {
  draft.description.agents = []
  draft.description.titles = []
  for (const field of record.fields) {
    if (!headings.test(field.tag)) continue
    const value = nameOfHeading(field)
    if (value)
      addTitle(draft, titleOf(value, field.tag.endsWith('A') ? 'original' : 'variant'), sourceOf(field, 'a'))
  }
}

const nameOfHeading = (field: PicaField): string =>
  nameIn(field) || filed(field.subfields[0]?.value ?? '').value
