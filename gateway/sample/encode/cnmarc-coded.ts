import type { DataField } from '../../../standards/formats/marc.js'
import { data } from './fields.js'
import { isChinese, type Work } from './work.js'
import { yearsOf } from './years.js'

const types: Partial<Record<Work['type'], string>> = {
  map: 'e',
  audio: 'j',
  video: 'g',
  score: 'c',
  image: 'k',
}

/** 05 new, 06 kind, 07 monograph or serial, 08 place in a hierarchy, 20-23 map of the directory. */
export const cnmarcLeader = ({ type, set }: Work): string =>
  `00000n${types[type] ?? 'a'}${type === 'serial' ? 's' : 'm'}${set?.title ? '2' : '0'} 2200000   450 `

/** @param created yyyymmdd */
export function cnmarcCoded(work: Work, created: string): DataField[] {
  const { language, originalLanguage, type, place } = work
  const country = countryOf(place)
  return [
    ...data('100', '  ', ['a', processing(work, created)]),
    ...data('101', originalLanguage ? '1 ' : '0 ', ['a', language], ['c', originalLanguage]),
    ...data('102', '  ', ['a', country?.[0]], ['b', country?.[1]]),
    ...(types[type] || type === 'serial' ? [] : data('105', '  ', ['a', contents(type)])),
    ...data('106', '  ', ['a', 'r']),
  ]
}

/**
 * 100 $a, 36 characters: 0-7 created, 8 kind of date, 9-16 years, 17-19 readers, 20 no government body, 21 nothing lost in writing, 22-24
 * language of cataloguing, 25 no transliteration, 26-29 character sets, 34-35 script of the title. The file is in GB 18030: 01 and 20.
 */
function processing(work: Work, created: string): string {
  const { from = '    ', to, isOpen } = yearsOf(work.date)
  const kind = isOpen ? 'a' : to ? (work.type === 'serial' ? 'b' : 'g') : 'd'
  const second = isOpen ? '9999' : (to ?? '    ')
  return `${created}${kind}${from}${second}em y0chiy0120    ${scripts[work.language] ?? (isChinese(work) ? 'ea' : 'ba')}`
}

const scripts: Record<string, string> = { chi: 'ea', jpn: 'da', rus: 'ca' }

/** 105 $a, 13 characters: 4-7 form of contents (l standard, m thesis, p report, z other). */
const contents = (type: Work['type']): string =>
  `y   ${({ standard: 'l', thesis: 'm', report: 'p' } as Partial<Record<Work['type'], string>>)[type] ?? 'z'}   000yy`

/** Country and, for China, the code of its region (GB/T 2260). */
const countries: [RegExp, string, string?][] = [
  [/北京/, 'CN', '110000'],
  [/天津/, 'CN', '120000'],
  [/上海/, 'CN', '310000'],
  [/南京/, 'CN', '320000'],
  [/杭州/, 'CN', '330000'],
  [/合肥/, 'CN', '340000'],
  [/济南/, 'CN', '370000'],
  [/武汉|武昌/, 'CN', '420000'],
  [/长沙/, 'CN', '430000'],
  [/广州|深圳/, 'CN', '440000'],
  [/桂林|南宁/, 'CN', '450000'],
  [/重庆/, 'CN', '500000'],
  [/成都/, 'CN', '510000'],
  [/西安/, 'CN', '610000'],
  [/台北|臺北|Taipei/, 'CN', '710000'],
  [/香港|Hong Kong/, 'CN', '810000'],
  [
    /Cambridge, Mass|New York|Boston|Chicago|Reading, Mass|San Francisco|Princeton|Hoboken|Calif|Philadelphia/,
    'US',
  ],
  [/London|Oxford|Cambridge|Harmondsworth|Bradford|Chichester/, 'GB'],
  [/Paris/, 'FR'],
  [/Berlin|Leipzig|Frankfurt|Tübingen|Göttingen|Heidelberg/, 'DE'],
  [/東京|Tokyo/, 'JP'],
  [/Москва|Moscow/, 'RU'],
]

export const countryOf = (place: string): [string, string?] | undefined => {
  const found = countries.find(([pattern]) => pattern.test(place))
  return found && [found[1], found[2]]
}
