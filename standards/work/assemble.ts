import type { Description } from '../record/v1-draft.js'
import { mergeDescriptions } from './merge.js'
import type { Holder, Work, WorkHolding, WorkParts } from './work.js'

type PartRecord = WorkParts['records'][number] & { read: Description }

/** The work that its records make, whatever order they came in; and what each of them says. */
export const assembleWork = ({
  id,
  version,
  updatedAt,
  records,
  holders,
}: WorkParts): {
  work: Work
  records: Description[]
} => {
  const parts = records.map((record) => ({ ...record, read: JSON.parse(record.description) as Description }))
  const merged = mergeDescriptions(parts.map(({ id, read }) => ({ id, description: read })))
  const { edition, extent, publication, dates, identifiers } = merged.description
  const only = {
    id: `v_${id.slice(2)}`,
    records: parts.map((part) => part.id),
    edition,
    extent,
    publication,
    dates,
    identifiers,
  }
  return {
    work: {
      id,
      version,
      updatedAt,
      description: merged.description,
      sources: merged.sources,
      versions: [only],
      holdings: parts.map((part) => holdingOf(part, holders[part.source] as Holder)),
    },
    records: parts.map(({ read }) => read),
  }
}

const holdingOf = ({ id, source, sourceId, read }: PartRecord, holder: Holder): WorkHolding => ({
  ...holder,
  source,
  recordId: id,
  sourceId,
  holdings: read.holdings,
  links: read.links,
})
