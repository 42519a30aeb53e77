import type { House } from './people.js'
import type { Word } from './words.js'

/**
 * What is true of a record, as a cataloguer would decide with the things in hand.
 *
 * One **work**: the same text by the same author in one language, whoever published it, in whatever edition, script
 * (simplified, traditional) and carrier (print, electronic). Of a translated work: all translations of one original
 * into one language are one work, whoever translated and whatever title a translator chose; the original, and a
 * translation into another language, are other works, linked to it.
 *
 * One **version** of it: the same edition of the same publisher on the same carrier, in the same script and by the same
 * translator. A new printing (2003年第3次印刷) is the same version; 第2版, 修订版, 增订本 are others.
 *
 * Works of their own are: each volume of a set and the set itself (a reader of 下册 is not helped by 上册; they are
 * linked); each year of a yearbook that is catalogued by the year, and the yearbook as a serial; a serial before and
 * after its title changed; a film, a score and a picture book of the same title, which other people made; books of
 * one title, publisher and year by different authors; titles that only sound alike.
 */
export interface Truth {
  work: string
  version: string
  /** The work's family: works made to be taken for one another, and what makes them so. */
  family: number
  trap: TrapName
  /** Which of its family it is: `volume 2`, `set`, `edition 2` … */
  part: string
  /** What this library got wrong or left out. */
  slips: string[]
}

/** Share of families, by what is hard about them; most books of a library are plain ones. */
export const trapShares = {
  plain: 380,
  editions: 100,
  'same title, other author': 70,
  'set and volumes': 80,
  translation: 65,
  'old work, many publishers': 45,
  统一书号: 60,
  serial: 25,
  yearbook: 25,
  'generic title': 40,
  'other form of one title': 20,
  homophones: 20,
  'reused ISBN': 20,
  'print and electronic': 40,
  'corporate author': 40,
  'traditional edition': 30,
  'Japanese original': 15,
  'work about a work': 25,
}
export type TrapName = keyof typeof trapShares

export interface Person {
  name: Word
  /** Characters that are the family name: 欧阳 has two. */
  surname: number
  /** 著, 主编, 译 … */
  role: string
  dynasty?: string
  /** 美, 英 … of whom wrote in another language. */
  country?: string
  /** In Latin letters, of whom wrote in another language: `Prescott, Henry`. */
  foreign?: string
  dates?: string
  /** Another name that a library may take for the heading: 曹霑 of 曹雪芹. */
  alias?: Word
  isBody?: boolean
}

export interface Part {
  /** From 1 on. */
  number: number
  of: number
  /** `halves` are 上 and 下, or 上, 中 and 下; `year` is the year itself. */
  counted: 'halves' | 'numbered' | 'year'
  /** 卷, 册, 辑 … */
  unit: string
  name?: Word
}

export type Carrier = 'book' | 'electronic' | 'serial' | 'electronic serial' | 'film' | 'score' | 'pictures'

/** One version as it lies before the cataloguers. */
export interface Card {
  carrier: Carrier
  title: Word
  subtitle?: Word
  part?: Part
  /** The set that this is a volume of; of a set, how many volumes it has. */
  set?: { title: Word; volumes?: number }
  people: Person[]
  edition?: string
  house: House
  year: number
  /** Years in which it was printed again: a library may own such a copy. */
  printings: number[]
  pages: number
  height: number
  isbn: string[]
  csbn?: string | undefined
  issn?: string
  language: 'chi' | 'jpn' | 'eng'
  script: 'hans' | 'hant' | 'jpan' | 'latn'
  original?: { title: string; language: 'eng' | 'jpn' }
  series?: { title: Word; number?: number }
  clc: string
  topic: Word
  earlier?: Word
  later?: Word
}

export interface Version {
  /** Within the family. */
  work: number
  version: number
  part: string
  card: Card
}

/** What a library buys at once: a book, or a set that it describes in one record or volume by volume. */
export interface Offer {
  versions: Version[]
  set?: Version
  /** How many libraries have it: the probability to stop at each further one. */
  stop: number
}

export interface Family {
  trap: TrapName
  offers: Offer[]
}
