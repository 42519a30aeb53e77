import { readDescription } from '../record/packed.js'
import type { Description } from '../record/v1-draft.js'
import { type MergedWork, mergeDescriptions } from './merge.js'
import type { Holder, Work, WorkHolding, WorkParts, WorkVersion } from './work.js'

type PartRecord = WorkParts['records'][number] & { read: Description }

/** The work that its records make, whatever order they came in; and what each of them says. */
export const assembleWork = (parts: WorkParts): { work: Work; records: Description[] } => {
  const { work, versions, records } = assembleUndivided(parts)
  const { holdings, ...rest } = work
  return { work: { ...rest, versions: versions(), holdings }, records }
}

/** The same where its versions are seldom asked for: each is merged of its records again. */
export const assembleUndivided = ({
  id,
  version,
  updatedAt,
  records,
  holders,
}: WorkParts): {
  work: Omit<Work, 'versions'>
  versions(): WorkVersion[]
  records: Description[]
} => {
  const parts = records.map((record) => ({ ...record, read: readDescription(record.description) }))
  const merged = merge(parts)
  const { description, sources, successors } = merged
  const holdings = parts.map((part) => holdingOf(part, holders[part.source] as Holder))
  return {
    work: { id, version, updatedAt, description, sources, successors, holdings },
    versions: () => versionsOf(parts, merged),
    records: parts.map(({ read }) => read),
  }
}

const merge = (parts: PartRecord[]): MergedWork =>
  mergeDescriptions(parts.map(({ id, read }) => ({ id, description: read })))

/** The oldest first; what has no date stands last. */
const versionsOf = (parts: PartRecord[], ofWork: MergedWork): WorkVersion[] => {
  const groups = new Map<string, PartRecord[]>()
  for (const part of parts) {
    const name = part.versionOf ?? part.id
    groups.set(name, [...(groups.get(name) ?? []), part])
  }
  const versions = [...groups].map(([name, ofVersion]) =>
    versionOf(name, ofVersion, groups.size === 1 ? ofWork : merge(ofVersion)),
  )
  return versions.sort(
    (one, other) => compareText(firstDate(one), firstDate(other)) || compareText(one.id, other.id),
  )
}

const versionOf = (name: string, parts: PartRecord[], { description }: MergedWork): WorkVersion => {
  const { edition, extent, publication, dates, identifiers, languages, type } = description
  return {
    id: `v_${name.slice(2)}`,
    records: parts.map(({ id }) => id),
    type,
    languages,
    ...(edition !== undefined && { edition }),
    ...(extent !== undefined && { extent }),
    publication,
    dates,
    identifiers,
  }
}

const firstDate = ({ dates }: WorkVersion): string =>
  dates
    .map(({ edtf }) => edtf)
    .filter((date) => date !== undefined)
    .sort(compareText)[0] ?? '~'

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

const holdingOf = ({ id, source, sourceId, read, versionOf }: PartRecord, holder: Holder): WorkHolding => ({
  ...holder,
  source,
  recordId: id,
  sourceId,
  version: `v_${(versionOf ?? id).slice(2)}`,
  holdings: read.holdings,
  links: read.links,
})
