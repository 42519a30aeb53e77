import { fileKind } from './file-kind.js'

/** MARC in files. */
export const marcFile = fileKind({
  kind: 'marc-file',
  summary:
    'Files of MARC 21 or CNMARC: ISO 2709, MARCXML, MARC-in-JSON, MARCMaker, Aleph sequential or lines, plain or gzip, on disk or at an address.',
  formats: ['marc21', 'cnmarc'],
  called: 'MARC 21 or CNMARC',
  nothing: 'holds no MARC record',
})

/** Every other vocabulary in files. */
export const recordFile = fileKind({
  kind: 'record-file',
  summary:
    'Files of Dublin Core, MODS, PICA+ or MAB2 in any of their carriers, or a library’s own table (CSV), plain or gzip, on disk or at an address.',
  formats: ['dublin-core', 'mods', 'pica', 'mab2', 'csv'],
  called: 'Dublin Core, MODS, PICA+, MAB2 or a table with a header line',
  nothing: 'holds no record',
})
