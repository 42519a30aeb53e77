import type { Format } from '../../standards/record/change.js'

/** The kind of adapter that reads files of a vocabulary: the command and the upload find it by this. */
export const fileAdapters: Readonly<Record<Format, 'marc-file' | 'kbart' | 'record-file'>> = {
  marc21: 'marc-file',
  cnmarc: 'marc-file',
  kbart: 'kbart',
  'dublin-core': 'record-file',
  mods: 'record-file',
  pica: 'record-file',
  mab2: 'record-file',
  csv: 'record-file',
}
