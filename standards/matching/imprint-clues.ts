import type { DateStatement, Publication } from '../record/v1-draft.js'
import { foldWords } from '../text/folding.js'
import { numberOf } from './volumes.js'

const century = /\d{2}(?:XX|uu|--)/iu

/** Years of issue; a decade or a century that is only guessed (`199X`) is no year. */
export function yearsOf(dates: DateStatement[], publication: Publication[]): number[] {
  const wanted = dates.filter(({ kind }) => kind === 'issued' || kind === 'copyright')
  const years = new Set<number>()
  for (const { edtf, text, kind } of wanted) {
    if (kind === 'copyright' && years.size > 0) continue
    const stated = edtf ?? text
    if (century.test(stated)) continue
    const year = /(?<!\d)(1[0-9]{3}|20\d{2})(?!\d)/u.exec(stated)?.[1]
    if (year) years.add(Number(year))
  }
  if (years.size === 0)
    for (const { date = '' } of publication) {
      const year = /(?<!\d)(1[0-9]{3}|20\d{2})(?!\d)/u.exec(date)?.[1]
      if (year) years.add(Number(year))
    }
  return [...years].slice(0, 3)
}

/** What every publisher's name may end with says nothing. */
const legal =
  /(?:(?:图书)?出版(?:发行)?(?:社|公司|集团|传媒)?|有限(?:责任)?公司|股份|集团|书局|书店|印书馆|书社|公司)+$/u
const trade = new Set(
  'press pr pubns publishing publishers publisher pub publications verlag verlagsgesellschaft editions edition editorial ediciones edizioni editeur company co corp corporation inc ltd limited llc gmbh ag kg mbh sa spa srl the and und et y e books group sons издательство изд kustantamo osakeyhtio oy ab forlag uitgeverij wydawnictwo kiado nakladatelstvi'.split(
    ' ',
  ),
)
const unnamed = /^(?:s\.?\s?n\.?|出版者不详|publisher not identified)$/iu

export function publishersOf(publication: Publication[]): string[] {
  const found = publication.slice(0, 3).map(({ publisher = '' }) => publisherKey(publisher))
  return [...new Set(found.filter(Boolean))]
}

export function publisherKey(name: string): string {
  if (unnamed.test(name.trim().replace(/[[\]]/g, ''))) return ''
  const words = foldWords(name).map((word) => (word === 'university' ? 'univ' : word))
  const kept = words.filter((word) => !trade.has(word))
  const key = (kept.length ? kept : words).join(' ').replace(/(?<=\p{sc=Han}) (?=\p{sc=Han})/gu, '')
  return key.replace(legal, '') || key
}

export interface EditionClue {
  number?: number
  /** 修订, 增订, abridged …: what makes it another text than the edition before. */
  kind?: string
}

const named = 'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth'
const counted = new RegExp(
  `第\\s*(?<han>[\\d一二三四五六七八九十]+)\\s*版|(?<bare>[\\d一二三四五六七八九十]+)\\s*版|(?<ordinal>\\d+)\\s*(?:st|nd|rd|th|\\.|[aeo]\\.?|ère|e|ème)?\\s*,?\\s*(?:[\\p{L}.,]+\\s+){0,3}?(?:ed|éd|aufl|ausg|uppl|painos|vyd|wyd|изд|utg|opl|oplag|druk)|\\b(?<named>${named})\\b|(?:ed|edition|изд)\\.?\\s*(?<after>\\d+)`,
  'iu',
)
const kinds: [RegExp, string][] = [
  [/修订|修訂|订正|revised|\brev\b|überarb|bearb|испр|перераб|rev\.|uud|tark/iu, 'revised'],
  [/增订|增訂|增补|增補|扩充|enlarged|\benl\b|expanded|erw|доп|augm/iu, 'enlarged'],
  [/缩写|节选|缩印|abridged|gekürzt/iu, 'abridged'],
  [/影印|facsim|reprint ed/iu, 'facsimile'],
  [/注音|拼音|少年|青少年|学生版/u, 'adapted'],
]

/** `第2版（修订本）`, `2nd rev. ed.`; the first edition is what a record without a statement may be. */
export function editionOf(text: string | undefined): EditionClue | undefined {
  if (!text) return undefined
  const { han, bare, ordinal, after, named: word } = counted.exec(text)?.groups ?? {}
  const stated = han ?? bare ?? ordinal ?? after ?? word
  const number = stated === undefined ? 0 : numberOf(stated)
  const kind = kinds.find(([form]) => form.test(text))?.[1]
  if (!kind && !(number > 0 && number < 100)) return undefined
  return { ...(number > 0 && number < 100 && { number }), ...(kind && { kind }) }
}

export interface ExtentClue {
  pages?: number
  volumes?: number
}

const pageForms =
  /(\d+)\s*(?:页|頁|面|p\b|pp\b|pages?\b|s\b|S\.|Seiten|seiten|leaves|с\b|стр|sivua|str\b|sider|blz|pagg?\b)/u
const pageBefore = /\b(?:pp?|pages?)\.?\s*(\d+)/iu
const volumeForms =
  /(\d+|[一二三四五六七八九十]+)\s*(?:册|冊|卷|函|v\b|vols?\b|volumes?\b|Bde?\b|Bände|t\b|tomes?\b|т\b|тома?\b|osaa\b|delar\b)/u

/** Main sequence of pages (the last numbered one that stands with 页, p., S.), and how many volumes. */
export function extentOf(text: string | undefined): ExtentClue | undefined {
  if (!text) return undefined
  const pages = Number((pageForms.exec(text) ?? pageBefore.exec(text))?.[1] ?? 0)
  const volumes = numberOf(volumeForms.exec(text)?.[1] ?? '0')
  if (!pages && !volumes) return undefined
  return { ...(pages > 0 && { pages }), ...(volumes > 0 && { volumes }) }
}
