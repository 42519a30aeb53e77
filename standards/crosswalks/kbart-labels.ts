/** KBART Phase II (NISO RP-9-2014) §6.5: the 25 labels of a title list, in their order. */
export const kbartLabels = [
  'publication_title',
  'print_identifier',
  'online_identifier',
  'date_first_issue_online',
  'num_first_vol_online',
  'num_first_issue_online',
  'date_last_issue_online',
  'num_last_vol_online',
  'num_last_issue_online',
  'title_url',
  'first_author',
  'title_id',
  'embargo_info',
  'coverage_depth',
  'notes',
  'publisher_name',
  'publication_type',
  'date_monograph_published_print',
  'date_monograph_published_online',
  'monograph_volume',
  'monograph_edition',
  'first_editor',
  'parent_publication_title_id',
  'preceding_publication_title_id',
  'access_type',
] as const
export type KbartLabel = (typeof kbartLabels)[number]

/** A column after the 25, which KBART allows: what the list is a list of. Written only where it is known. */
export const packageLabel = 'package_name'
