import type { Draw } from './draw.js'
import type { Library } from './libraries.js'
import { isbn10 } from './numbers.js'
import type { Card, Part, Person } from './truth.js'

/** How one and the same is written here and there. */

const han = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (value: number): string => (value <= 10 ? (han[value] as string) : `十${han[value - 10]}`)

/** 上册, 第一卷, 卷1, v. 1; nothing where the set is described as a whole. */
export const partNumber = (part: Part, library: Library, draw: Draw): string => {
  const { number, of, counted, unit } = part
  if (counted === 'year') return draw.chance(0.7) ? String(number) : `${number}年`
  if (library.numerals === 'latin') return `v. ${number}`
  if (counted === 'halves') {
    const half = (of === 2 ? ['上', '下'] : ['上', '中', '下'])[number - 1] as string
    return draw.chance(0.75) ? half + unit : half
  }
  const value = library.numerals === 'digits' ? String(number) : numeral(number)
  return draw.chance(0.75) ? `第${value}${unit}` : `${unit}${value}`
}

export const editionStatement = (
  edition: string | undefined,
  library: Library,
  draw: Draw,
): string | undefined => {
  if (!edition) return library.saysFirstEdition && draw.chance(0.8) ? draw.pick(['第1版', '初版']) : undefined
  const number = /^第(\d)版$/.exec(edition)?.[1]
  if (!number) return draw.pick([edition, edition, edition.replace('本', '版'), edition.replace('版', '本')])
  const spelled = `第${numeral(Number(number))}版`
  return draw.pick([edition, edition, `${number}版`, spelled, `${edition}(修订版)`])
}

/** `printed`: the copy in hand is of a later printing, and the library says so or takes its year. */
export const dateOf = (
  card: Card,
  library: Library,
  draw: Draw,
): { date: string; year: number; isPrinting: boolean } => {
  const printing = card.printings[0]
  const month = draw.between(1, 12)
  const isPrinting = printing !== undefined && library.dates === 'printing' && draw.chance(0.7)
  if (isPrinting && draw.chance(0.5))
    return { date: `${card.year}(${printing}重印)`, year: card.year, isPrinting: false }
  const year = isPrinting ? printing : card.year
  if (card.carrier.includes('serial')) return { date: `${year}-`, year, isPrinting }
  if (library.dates === 'month')
    return { date: `${year}.${draw.chance(0.5) ? String(month).padStart(2, '0') : month}`, year, isPrinting }
  return {
    date: draw.chance(0.03) ? `[${year}]` : draw.chance(0.03) ? `c${year}` : String(year),
    year,
    isPrinting,
  }
}

export const isbnForm = (
  isbn: string,
  card: Card,
  library: Library,
  draw: Draw,
): { number: string; price?: string } => {
  const isTen = library.isbn === 'ten' || (card.year < 2007 && library.isbn !== 'plain')
  const plain = isTen ? isbn10(isbn) : isbn
  const number = library.isbn === 'plain' ? plain : hyphened(plain)
  const price = `CNY${draw.between(1, 98)}.${draw.pick(['00', '50', '80'])}`
  if (library.isbn === 'price' && draw.chance(0.3)) return { number: `${number} : ${price}` }
  const binding = draw.chance(0.1) ? draw.pick(['(精装)', ' (平装)', '(全二册)']) : ''
  return { number: number + binding, price }
}

const hyphened = (number: string): string => {
  const [prefix, nine, check] = [number.slice(0, -10), number.slice(-10, -1), number.slice(-1)]
  return [prefix, nine.slice(0, 1), nine.slice(1, 4), nine.slice(4), check].filter(Boolean).join('-')
}

/** （清）曹雪芹著, (清)曹雪芹著, 曹雪芹著: as the title page has it, or nearly. */
export const statementOf = (person: Person, draw: Draw): string => {
  const time = person.dynasty ?? person.country
  const brackets = draw.pick([
    ['(', ')'],
    ['（', '）'],
    ['[', ']'],
    ['〔', '〕'],
  ] as const)
  const before = time && draw.chance(0.85) ? `${brackets[0]}${time}${brackets[1]}` : ''
  return person.foreign && !/\p{sc=Han}/u.test(person.name.han)
    ? person.name.han
    : `${before}${person.name.han}${person.role}`
}

/** `Cao, Xueqin` of `cao xue qin`. */
export const romanName = ({ name: { pinyin }, surname, isBody, foreign }: Person): string => {
  if (foreign) return foreign
  const syllables = pinyin.split(' ').filter(Boolean)
  const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
  if (isBody) return syllables.map((one, at) => (at === 0 ? capital(one) : one)).join(' ')
  const [family, given] = [syllables.slice(0, Math.max(1, surname)), syllables.slice(Math.max(1, surname))]
  return given.length === 0
    ? capital(family.join(''))
    : `${capital(family.join(''))}, ${capital(given.join(''))}`
}
