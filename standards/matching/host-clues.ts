import type { Relation } from '../record/v1-draft.js'
import { titleKey } from '../text/title-key.js'

/** Where an article stands: its journal or book, and the place in it. */
export interface HostClue {
  /** Names of the journal; `Zhongguo fei ai za zhi = Chinese journal of lung cancer` has two. */
  titles: string[]
  numbers: string[]
  volume?: string
  issue?: string
  /** First and last page, the last in full: 812-7 ends on 817. */
  first?: string
  last?: string
}

const volumeForm =
  /(?:\bv(?:ol(?:ume)?)?s?\b|\bbd|\bt(?:ome)?\b|\bjahrg|\bårg|第(?=\d+卷)|卷)\.?\s*([\dIVXLC]+[a-c]?(?:\s*suppl\S*(?:\s*\d+)?)?)/iu
const issueForm =
  /(?:\bno|\bnr|\bn°|\bissue|\bheft|\biss|\bnum(?:ber)?\b|第(?=\d+期)|期)\.?:?\s*(\d+[\w-]*)/iu
const pageForm =
  /(?:\bpp?\b|\bs\b|\bpages?\b|页|頁|\bc)\.?:?\s*([a-z]?\d+[a-z]?)(?:\s*[-–—~]{1,2}\s*([a-z]?\d+[a-z]?))?/iu
const bracketed =
  /^\s*([\dIVXLC]+)\s*\(\s*([\w/-]+)\s*\)\s*(?:[:,]\s*([a-z]?\d+)(?:\s*[-–—]{1,2}\s*([a-z]?\d+))?)?/iu

/** The host itself, not the series it is in; without one, nothing. */
export function hostOf(relations: Relation[]): HostClue | undefined {
  const host = relations.find(({ kind }) => kind === 'host')
  if (!host) return undefined
  const clue: HostClue = { titles: namesOf(host.title ?? ''), numbers: [] }
  for (const { scheme, value, valid, cancelled } of host.identifiers ?? [])
    if (valid && !cancelled) clue.numbers.push(...numberOf(scheme, value))
  return Object.assign(clue, placeOf(host.number ?? ''))
}

/** The number of the host’s record; a bare one is of one system, and `FCC` stands before Melinda’s. */
function numberOf(scheme: string, value: string): string[] {
  if (scheme !== 'record') return [`${scheme.toLowerCase()} ${value.replace(/^0+(?=\d)/u, '')}`]
  const melinda = /^FCC0*(\d+)$/u.exec(value)?.[1]
  return melinda ? [`fi-melinda ${melinda}`] : []
}

const namesOf = (title: string): string[] => [...new Set(namesIn(title).map(titleKey).filter(Boolean))]

export const namesIn = (title: string): string[] => title.split(/ = | : official | \/ /u).slice(0, 4)

type Place = Pick<HostClue, 'volume' | 'issue' | 'first' | 'last'>

/** `Vol. 12, no. 3 (2001), p. 5-9`, `12(3): 5-9`, `第3卷第2期, 页5-9`. */
function placeOf(text: string): Place {
  const short = bracketed.exec(text)
  const volume = short?.[1] ?? volumeForm.exec(text)?.[1] ?? /第?(\d+)卷/u.exec(text)?.[1]
  const issue = short?.[2] ?? issueForm.exec(text)?.[1] ?? /第?(\d+)期/u.exec(text)?.[1]
  const pages = short?.[3] ? [short[3], short[4]] : pageForm.exec(text)?.slice(1)
  const place: Place = {}
  if (!volume && !issue && !pages) return alone(text)
  if (volume) place.volume = volume.toLowerCase().replace(/\s+/gu, '')
  if (issue) place.issue = issue.toLowerCase()
  const first = pages?.[0]?.toLowerCase()
  if (first) place.first = first
  if (first && pages?.[1]) place.last = inFull(first, pages[1].toLowerCase())
  return place
}

/** Track 5, 第5首: the only number there is. */
function alone(text: string): Place {
  const numbers = text.match(/\d+/gu) ?? []
  return numbers.length === 1 && numbers[0] ? { first: String(Number(numbers[0])) } : {}
}

/** 812-7 is 812-817. */
const inFull = (first: string, last: string): string =>
  last.length < first.length && /^\d+$/u.test(first + last)
    ? first.slice(0, first.length - last.length) + last
    : last
