import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip, gunzipSync } from 'node:zlib'
import type { MarcRecord } from '../formats/marc.js'
import { splitMarcxml } from '../formats/marcxml-split.js'
import { readMarc } from '../formats/read-marc.js'
import { RecordUnreadable } from './crosswalk.js'

/** Real data that nobody here wrote, beside the project; tests over it are skipped by name where it is absent. */
export const corpus = join(process.cwd(), '../shared/corpus')
export const skip = existsSync(corpus) ? false : 'the corpus of real data is not at ../shared/corpus'

export const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .sort()

const bytesOf = (path: string): Buffer =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path)

/** The records of an ISO 2709 file, as octets. */
export function* recordsIn(path: string): Generator<Buffer> {
  const bytes = bytesOf(path)
  for (
    let start = 0, end = bytes.indexOf(0x1d);
    end !== -1;
    start = end + 1, end = bytes.indexOf(0x1d, start)
  )
    yield bytes.subarray(start, end + 1)
}

/** In a folder of UNIMARC: the other side of the pairs, Russian MARC 21, a journal of abstracts in no MARC at all. */
const otherFormat = /unimarc.*(?:-MARC8|1251\.dat|cp866_unimarc)|marcxml.*unimarc/
export const isIso2709 = (path: string): boolean =>
  /\.(?:mrc|marc|usmarc|dat|iso|mrc\.gz)$|sample-marc$/.test(path) && !otherFormat.test(path)
const isXml = (path: string): boolean => /\.xml(?:\.gz)?$/.test(path) && !otherFormat.test(path)

/** Every MARC record of a folder of the corpus that can be read, ISO 2709 and MARCXML. */
export async function* marcRecordsUnder(
  folder: string,
): AsyncGenerator<{ record: MarcRecord; bytes: Uint8Array; path: string }> {
  for (const path of filesUnder(join(corpus, folder)))
    for await (const bytes of isIso2709(path) ? recordsIn(path) : isXml(path) ? elementsIn(path) : []) {
      const record = readable(bytes)
      if (record) yield { record, bytes, path }
    }
}

async function* elementsIn(path: string): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(path)
  for await (const piece of splitMarcxml(path.endsWith('.gz') ? stream.pipe(createGunzip()) : stream))
    if (piece.kind === 'record') yield piece.bytes
}

function readable(bytes: Uint8Array): MarcRecord | undefined {
  try {
    return readMarc(bytes).record
  } catch (error) {
    if (error instanceof RecordUnreadable) return undefined
    throw error
  }
}
