import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { writeIso2709 } from '../../../standards/formats/iso2709-write.js'
import { writeMarcxml } from '../../../standards/formats/marcxml-write.js'
import { encodeCnmarc } from '../encode/encode-cnmarc.js'
import { encodeKbart, kbartHeader } from '../encode/encode-kbart.js'
import { encodeMarc21 } from '../encode/encode-marc21.js'
import { heldBy, type Work } from '../encode/work.js'
import { donations } from './donations.js'

/** Paths of what members hand in as files. */
export interface SampleFiles {
  /** CNMARC in GB 18030. */
  university: string
  /** CNMARC in GB 18030, broken on purpose. */
  universityDonations: string
  /** KBART Phase II; three rows are faulty. */
  publisher: string
  /** MARC 21 as MARCXML; two records are broken. */
  government: string
}

export const sampleFiles = (dir: string): SampleFiles => ({
  university: join(dir, 'university.mrc'),
  universityDonations: join(dir, 'university-donations.mrc'),
  // KBART §6.3: provider, region, package, date.
  publisher: join(dir, 'WenhuiAcademicPress_Global_Complete_2026-01-15.txt'),
  government: join(dir, 'gazetteer-office.xml'),
})

const contents: Record<keyof SampleFiles, (works: readonly Work[]) => Buffer> = {
  university: universityFile,
  universityDonations: donations,
  publisher: publisherFile,
  government: governmentFile,
}

/**
 * The same works give the same bytes; a file that holds them already is not touched, and keeps its time. Requests
 * are answered between one file and the next.
 */
export async function writeSampleFiles(files: SampleFiles, works: readonly Work[]): Promise<void> {
  for (const [name, path] of Object.entries(files) as [keyof SampleFiles, string][]) {
    const bytes = contents[name](works)
    if (!existsSync(path) || !readFileSync(path).equals(bytes)) writeFileSync(path, bytes)
    await setImmediate()
  }
}

function universityFile(works: readonly Work[]): Buffer {
  return Buffer.concat(heldBy(works, 'university').map((held) => writeIso2709(encodeCnmarc(held), 'gb18030')))
}

/** Sorted by title, as §6.4 asks; a row without title, one with a wrong ISSN, and a blank line are in between. */
function publisherFile(works: readonly Work[]): Buffer {
  const titles = heldBy(works, 'publisher').sort((one, other) => (one.work.title < other.work.title ? -1 : 1))
  const rows = titles.map(encodeKbart)
  const model = rows[0]?.split('\t') ?? []
  const untitled = ['', ...model.slice(1)].with(11, 'w-00001')
  const wrongIssn = model
    .with(0, 'Annals of the wrong number')
    .with(1, '')
    .with(2, '1234-5678')
    .with(11, 'w-00002')
  const serial = wrongIssn
    .with(16, 'serial')
    .with(3, '2001-01-01')
    .with(10, '')
    .with(17, '')
    .with(20, '')
    .with(21, '')
  const at = Math.min(20, rows.length)
  const lines = [
    kbartHeader,
    ...rows.slice(0, at),
    untitled.join('\t'),
    '',
    serial.join('\t'),
    ...rows.slice(at),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'utf8')
}

function governmentFile(works: readonly Work[]): Buffer {
  const records = heldBy(works, 'government').map((held) =>
    writeMarcxml(encodeMarc21(held, 'SDFZB')).replace(
      '<record xmlns="http://www.loc.gov/MARC21/slim">',
      '<record>',
    ),
  )
  const at = Math.min(10, records.length)
  const broken = [mismatched(records[0] ?? ''), withEntity(records[1] ?? '')]
  const all = [...records.slice(0, at), ...broken, ...records.slice(at)]
  return Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<collection xmlns="http://www.loc.gov/MARC21/slim">\n${all.join('\n')}\n</collection>\n`,
    'utf8',
  )
}

/** A field is never closed. */
const mismatched = (record: string): string => renumbered(record, 'fzb-9001').replace('</datafield>', '')

/** An entity of HTML, which XML does not know. */
const withEntity = (record: string): string =>
  renumbered(record, 'fzb-9002').replace('</subfield>', '&nbsp;</subfield>')

const renumbered = (record: string, id: string): string =>
  record.replace(/(<controlfield tag="001">)[^<]*/, (_, tag: string) => tag + id)
