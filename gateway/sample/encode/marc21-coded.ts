import { countryOf } from './cnmarc-coded.js'
import type { Work } from './work.js'
import { yearsOf } from './years.js'

const types: Partial<Record<Work['type'], string>> = {
  map: 'e',
  audio: 'j',
  video: 'g',
  score: 'c',
  image: 'k',
}

/** 06 kind, 07 monograph or serial, 09 Unicode, 18 ISBD. */
export const marc21Leader = ({ type }: Work): string =>
  `00000n${types[type] ?? 'a'}${type === 'serial' ? 's' : 'm'} a2200000 i 4500`

/** 008, 40 characters: 0-5 made, 6 kind of date, 7-14 years, 15-17 place, 18-34 by kind, 35-37 language, 39 source. */
export function marc21Fixed(work: Work, touched: string): string {
  const { from = 'uuuu', to, isOpen } = yearsOf(work.date)
  const kind = isOpen ? 'c' : to ? (work.type === 'serial' ? 'd' : 'm') : from === 'uuuu' ? 'n' : 's'
  const second = isOpen ? '9999' : (to ?? '    ')
  const made = touched.slice(2, 10).replace(/-/g, '')
  return `${made}${kind}${from}${second}${placeCode(work.place)}${byKind(work)}${work.language} d`
}

/** MARC Code List for Countries. */
const codes: Record<string, string> = {
  CN: 'cc ',
  US: 'xxu',
  GB: 'xxk',
  FR: 'fr ',
  DE: 'gw ',
  JP: 'ja ',
  RU: 'ru ',
}

const placeCode = (place: string): string => codes[countryOf(place)?.[0] ?? ''] ?? 'xx '

/** 18-34. Of books 24 is the nature of the contents (m thesis, t report, u standard) and 29-31, 33 are zeros. */
function byKind({ type }: Work): string {
  if (type === 'serial') return '   p       0   a0'
  if (type === 'map') return '       a     0   '
  if (types[type]) return '                 '
  const nature =
    ({ thesis: 'm', report: 't', standard: 'u' } as Partial<Record<Work['type'], string>>)[type] ?? ' '
  return `      ${nature}    000 0 `
}
