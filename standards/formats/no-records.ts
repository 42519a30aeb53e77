import { inUtf8, unpackedHead } from './detect.js'
import { bufferOf } from './iso2709-bytes.js'

type Told = readonly [begins: RegExp, words: string]

const unpack = 'unpack it and send the files in it'
const asTable = 'save the sheet as CSV or as tab-separated text and send that'

/** Of files that librarians send, and that hold no records as they are: how they begin, as Latin-1, blanks apart. */
const others: readonly Told[] = [
  [
    /^PK\x03\x04.*?(?:xl\/|\[Content_Types\]\.xml|application\/vnd\.oasis)/s,
    `an Office document: ${asTable}`,
  ],
  [/^PK(?:\x03\x04|\x05\x06)/, `a ZIP archive: ${unpack}`],
  [/^\xd0\xcf\x11\xe0/, `a document of Excel or Word: ${asTable}`],
  [/^(?:Rar!|7z\xbc\xaf)/, `a packed archive: ${unpack}`],
  [/^(?:BZh\d|\xfd7zXZ)/, 'packed by bzip2 or xz: unpack it, or pack it by gzip'],
  [/^.{257}ustar/s, `a tar archive: ${unpack}`],
  [/^\x1f\x8b/, 'gzip inside of gzip, or damaged: unpack it and send what is in it'],
  [/^%PDF/, 'a PDF: ask for the records in MARC, XML or a table'],
  [
    /^<(?:!doctype html|html)/i,
    'a web page, perhaps one to sign in or of an error: open its address in a browser',
  ],
  [/^SQLite format 3/, 'a database: export its records'],
  [/^$/, 'empty, or nothing but blanks: export it again'],
]

/**
 * What a file is that holds no records as it is, and what to do with it: words that follow "It is". Undefined where
 * nothing is known of it.
 */
export function noRecordsBecause(head: Uint8Array): string | undefined {
  const bytes = unpackedHead(head)
  return told(bytes) ?? told(inUtf8(bytes))
}

function told(bytes: Uint8Array): string | undefined {
  const text = bufferOf(bytes).toString('latin1')
  const start = text.replace(/^[\0\s\xef\xbb\xbf]+/, '').slice(0, 4_096)
  const known = others.find(([begins]) => begins.test(start))?.[1]
  const root = /^(?:<[?!][^>]*>\s*)*<([\w.:-]{1,60})/.exec(start)?.[1]
  return known ?? (root && `XML of <${root}>: MARCXML, MODS, Dublin Core, PICA and MAB2 are read`)
}
