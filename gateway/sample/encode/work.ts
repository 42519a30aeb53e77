import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../root.js'

export type HolderName = 'university' | 'public' | 'publisher' | 'institute' | 'government'

/** What the sample knows of a work; each member's record is made from it in the member's own way. */
export interface Work {
  key: string
  type: 'book' | 'serial' | 'map' | 'audio' | 'video' | 'standard' | 'thesis' | 'report' | 'score' | 'image'
  title: string
  subtitle?: string
  /** Syllables divided by blanks, lower case. */
  titlePinyin?: string
  parallelTitle?: string
  originalTitle?: string
  originalLanguage?: string
  variantTitles?: string[]
  /** Characters of a leading article, its blank included. */
  nonfiling?: number
  /** ISO 639-2/B. */
  language: string
  agents: WorkAgent[]
  /** As on the title page: `（清）曹雪芹著 ; 启功注释`. */
  statement?: string
  edition?: string
  publisher?: string
  place: string
  /** As on the item: `1996.12`, `c1996`, `民國八年`, `1989-1998`, `Vol. 1, no. 1 (June 1945)-`. */
  date: string
  extent?: string
  size?: string
  isbn?: { value: string; qualifier?: string; price?: string }[]
  issn?: string
  doi?: string
  lccn?: string
  oclc?: string
  standardNumber?: string
  /** 统一书号, books of 1956 to 1986. */
  csbn?: string
  series?: { title: string; number?: string }
  set?: { title?: string; volume?: string; volumes?: number }
  clc?: string
  ddc?: string
  lcc?: string
  /** Western headings have their subdivisions after `--`. */
  subjects?: string[]
  places?: string[]
  periods?: string[]
  abstract?: string
  holders: { [Name in HolderName]?: Held }
  online?: { from?: string; to?: string; firstVolume?: string; access?: 'P' | 'F'; embargo?: string }
}

export interface WorkAgent {
  /** Chinese as one word; Western as `Family, Given`. */
  name: string
  pinyin?: string
  role: 'author' | 'editor' | 'translator' | 'illustrator' | 'compiler' | 'organiser'
  dates?: string
  dynasty?: string
  western?: string
  nativeName?: string
  kind: 'person' | 'organisation'
}

export interface Held {
  /** The member's own number of the record. */
  id: string
  callNumber?: string
  copies?: number
}

/** A work in the hands of one member. */
export interface HeldWork {
  work: Work
  held: Held
}

export function readWorks(folder: string = join(projectRoot(), 'gateway', 'sample', 'works')): Work[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
  return files.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Work[])
}

export const heldBy = (works: readonly Work[], member: HolderName): HeldWork[] =>
  works.flatMap((work) => {
    const held = work.holders[member]
    return held ? [{ work, held }] : []
  })

/** A number below `limit` that is always the same for a key: what one cataloguer did this way, another did that way. */
export const chance = (key: string, limit: number): number =>
  createHash('sha256').update(key).digest().readUInt32BE(0) % limit

/** When a member last touched its record: some day of five years, always the same for a key. */
export const touchedAt = (key: string): string => {
  const at = Date.UTC(2019, 0, 2) + chance(`${key} touched`, 5 * 365 * 86_400) * 1000
  return `${new Date(at).toISOString().slice(0, 19)}Z`
}

export const isChinese = ({ language }: Work): boolean => language === 'chi'

/** Class and item number of `I242.4/232` or `005.13 ABE`. */
export const splitCallNumber = (callNumber: string): [string, string] => {
  const [, classPart = callNumber, item = ''] = /^(.*?)[/ ]([^/ ]+)$/.exec(callNumber) ?? []
  return [classPart, item]
}
