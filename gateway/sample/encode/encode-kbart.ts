import { type KbartLabel, kbartLabels } from '../../../standards/crosswalks/kbart-labels.js'
import type { HeldWork, Work } from './work.js'
import { yearsOf } from './years.js'

export const kbartHeader: string = kbartLabels.join('\t')

/** A title as one row of KBART Phase II (NISO RP-9-2014 §6.5): 25 columns, the empty ones kept. */
export function encodeKbart(held: HeldWork): string {
  const row = held.work.type === 'serial' ? serialRow(held.work) : monographRow(held.work)
  const common = commonRow(held)
  return kbartLabels.map((label) => (row[label] ?? common[label] ?? '').replace(/[\t\r\n]+/g, ' ')).join('\t')
}

type Row = Partial<Record<KbartLabel, string>>

const commonRow = ({ work, held }: HeldWork): Row => ({
  publication_title: work.subtitle ? `${work.title} : ${work.subtitle}` : work.title,
  title_url: `https://press.example/titles/${held.id}`,
  title_id: held.id,
  coverage_depth: 'fulltext',
  publisher_name: work.publisher,
  access_type: work.online?.access ?? 'P',
  embargo_info: work.online?.embargo,
})

const serialRow = ({ issn, online, date }: Work): Row => ({
  online_identifier: issn,
  date_first_issue_online: online?.from ?? yearsOf(date).from,
  num_first_vol_online: online?.firstVolume,
  date_last_issue_online: online?.to,
  publication_type: 'serial',
})

/** Coverage dates belong to serials; a monograph has its dates of publication. */
const monographRow = (work: Work): Row => ({
  print_identifier: work.isbn?.[0]?.value.replace(/-/g, ''),
  first_author: familyName(work, 'author'),
  first_editor: familyName(work, 'editor'),
  publication_type: 'monograph',
  date_monograph_published_print: yearsOf(work.date).from,
  monograph_volume: work.set?.volume?.replace(/^v\.\s*/i, ''),
  monograph_edition: work.edition,
})

/** §6.6.11: family name only; a Chinese name is not taken apart. */
const familyName = ({ agents }: Work, role: 'author' | 'editor'): string | undefined =>
  agents.find((agent) => agent.role === role)?.name.split(', ')[0]
