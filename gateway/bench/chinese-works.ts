import { writeIso2709 } from '../../standards/formats/iso2709-write.js'
import * as books from './chinese-works/books.js'
import { catalogued } from './chinese-works/catalogued.js'
import { cnmarcRecord } from './chinese-works/cnmarc.js'
import * as crossings from './chinese-works/crossings.js'
import { type Draw, drawFrom } from './chinese-works/draw.js'
import { dublinCoreRecord } from './chinese-works/dublin-core.js'
import { type Library, libraries } from './chinese-works/libraries.js'
import { marc21Record } from './chinese-works/marc21.js'
import { numbersFrom } from './chinese-works/numbers.js'
import * as sets from './chinese-works/sets.js'
import type { Making } from './chinese-works/things.js'
import * as translations from './chinese-works/translations.js'
import { type Offer, type TrapName, type Truth, trapShares, type Version } from './chinese-works/truth.js'
import type { Written } from './chinese-works/written.js'

/** A record as its library sends it, and what is true of it. */
export interface GeneratedRecord {
  library: string
  format: Library['format']
  encoding: Library['encoding']
  sourceId: string
  bytes: Uint8Array
  truth: Truth
}

const makers: Record<TrapName, (making: Making) => Offer[]> = {
  plain: books.plain,
  editions: books.editions,
  'same title, other author': books.sameTitle,
  'set and volumes': sets.setAndVolumes,
  translation: translations.translation,
  'old work, many publishers': crossings.oldWork,
  统一书号: books.unifiedNumber,
  serial: sets.serial,
  yearbook: sets.yearbook,
  'generic title': books.generic,
  'other form of one title': crossings.otherForms,
  homophones: books.soundAlike,
  'reused ISBN': books.reusedNumber,
  'print and electronic': books.electronic,
  'corporate author': books.corporate,
  'traditional edition': books.traditional,
  'Japanese original': translations.japanese,
  'work about a work': books.about,
}

/**
 * Chinese works as many libraries catalogue them. The same count and seed give the same records; a larger count does
 * not begin with the smaller one's order, since records come as they lie in a window of `window` records: those of one
 * work are spread, as in the files of members, yet memory does not grow with the count.
 */
export function* chineseWorks(count: number, seed: number, window = 20_000): Iterable<GeneratedRecord> {
  const draw = drawFrom(seed + 1)
  const waiting: GeneratedRecord[] = []
  let left = count
  for (const record of inFamilies(seed)) {
    if (left-- === 0) break
    if (waiting.length < window) waiting.push(record)
    else {
      const at = draw.between(0, waiting.length - 1)
      yield waiting[at] as GeneratedRecord
      waiting[at] = record
    }
  }
  while (waiting.length > 0)
    yield waiting.splice(draw.between(0, waiting.length - 1), 1)[0] as GeneratedRecord
}

/** Without end: family after family. */
function* inFamilies(seed: number): Iterable<GeneratedRecord> {
  const draw = drawFrom(seed)
  const making = { draw, numbers: numbersFrom() }
  for (let family = 0; ; family++) {
    const trap = draw.weighted(trapShares)
    let order = 0
    for (const offer of makers[trap](making))
      for (const { library, version } of bought(offer, draw))
        yield recordOf(version, library, { family, trap, order: order++ }, draw)
  }
}

const shelves = Object.fromEntries(libraries.map(({ id, size }) => [id, size]))

/** Which libraries have it, and what each describes of it: a set as a whole, or each of its volumes. */
const bought = ({ versions, set, stop }: Offer, draw: Draw): { library: Library; version: Version }[] => {
  const names = new Set(Array.from({ length: draw.count(stop, 12) }, () => draw.weighted(shelves)))
  return libraries
    .filter(({ id }) => names.has(id))
    .flatMap((library) =>
      (set && library.sets === 'whole' ? [set] : versions).map((version) => ({ library, version })),
    )
}

const recordOf = (
  { work, version, part, card }: Version,
  library: Library,
  { family, trap, order }: { family: number; trap: TrapName; order: number },
  draw: Draw,
): GeneratedRecord => {
  const sourceId = `${library.id}-${family}-${order}`
  const number = String(family * 100 + version).padStart(9, '0')
  const { written, slips } = catalogued(card, library, number, draw)
  return {
    library: library.id,
    format: library.format,
    encoding: library.encoding,
    sourceId,
    bytes: bytesOf(written, sourceId, library),
    truth: { work: `${family}.${work}`, version: `${family}.${version}`, family, trap, part, slips },
  }
}

const bytesOf = (written: Written, id: string, library: Library): Uint8Array => {
  if (library.format === 'dublin-core') return Buffer.from(dublinCoreRecord(written, id))
  const record =
    library.format === 'cnmarc' ? cnmarcRecord(written, id, library) : marc21Record(written, id, library)
  return writeIso2709(record, library.encoding)
}
