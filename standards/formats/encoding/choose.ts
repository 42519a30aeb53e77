import { beliefIn, decodeAs, type Encoding, encodings, isEastAsian } from './candidates.js'
import { wordsToJudge } from './sample.js'
import { type TextCost, textCost } from './text-cost.js'

/** What is heard beside the octets; none of it is believed against them. */
export interface Witnesses {
  /** What the record says its encoding is. */
  declared?: Encoding | undefined
  /** What the other records of the file are in. */
  usual?: Encoding | undefined
  /** Language the record states, as a MARC code. */
  language?: string | undefined
}

export interface Choice {
  encoding: Encoding
  /** By how much, in nats, the next encoding that would give another text is less likely than this text. */
  margin: number
  /** That next encoding. */
  next?: Encoding
  /** By how much, in nats, the usual encoding is less likely than this text. */
  ahead: number
}

/** How much a witness counts, in nats: five letters or three Han characters outweigh both. */
const DECLARED = 4
const USUAL = 7
/** An encoding of East Asia that shows nothing but signs of it. */
const SIGNS_ALONE = 5
/** Octets that a first heat looks at, and how far behind the best an encoding may lie and still be heard again. */
const HEAT = 96
const BEHIND = 25
/** Nats under which the choice is no more than a guess. */
export const DOUBTFUL = 3

/** Nats a Han character, and one of ASCII, in text that nobody doubts. */
const PLAIN_HAN = 7
const ASCII = 3.4

interface Ranked {
  encoding: Encoding
  text: string
  cost: number
}

/**
 * The encoding in which the octets make the likeliest text: each is tried, and the text weighed by what letters and
 * characters are written how often, and beside which. `data` may be a field or all of them.
 */
export function chooseEncoding(data: Buffer, witnesses: Witnesses = {}): Choice {
  const sample = wordsToJudge(data)
  const cost = textCost(witnesses.language ?? '')
  if ((witnesses.usual ?? 'gb18030') === 'gb18030' && isPlainGb(sample, cost))
    return { encoding: 'gb18030', margin: BEHIND, ahead: BEHIND }
  let ranked = rank(heatOf(sample), encodings, witnesses, cost)
  if (sample.length > HEAT)
    ranked = rank(
      sample,
      ranked.map(({ encoding }) => encoding),
      witnesses,
      cost,
    )
  const [likeliest] = ranked as [Ranked, ...Ranked[]]
  const first =
    ranked.find((one) => one.encoding === witnesses.declared && one.text === likeliest.text) ?? likeliest
  const { encoding } = first
  const usual = ranked.find((one) => one.encoding === witnesses.usual)
  const ahead = usual ? usual.cost - likeliest.cost : BEHIND
  const next = ranked.find(({ text }) => text !== first.text)
  if (!next) return { encoding, margin: BEHIND, ahead }
  return { encoding, margin: next.cost - likeliest.cost, next: next.encoding, ahead }
}

/**
 * A dozen Han characters of which most are common, and nothing else beside them: no other encoding gives such text. Most
 * records of mainland libraries are told by this alone.
 */
function isPlainGb(sample: Buffer, cost: TextCost): boolean {
  if (sample.length < 24) return false
  const text = decodeAs('gb18030', sample)
  const han = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0
  if (han < 12 || /[\u3041-\u30fe\uac00-\ud7a3\ufffd]/.test(text)) return false
  const limit = PLAIN_HAN * han + ASCII * (text.length - han)
  return cost(text, limit) <= limit
}

/** Ends with a word where it can: a character that is cut would speak against its encoding. */
function heatOf(sample: Buffer): Buffer {
  const space = sample.lastIndexOf(0x20, HEAT)
  const end = Math.max(space, sample.lastIndexOf(0x1e, HEAT))
  return sample.length <= HEAT || end < 0 ? sample : sample.subarray(0, end + 1)
}

/** The likeliest first; those out of the question left out. */
function rank(octets: Buffer, among: Encoding[], witnesses: Witnesses, cost: TextCost): Ranked[] {
  const ranked: Ranked[] = []
  let limit = Number.POSITIVE_INFINITY
  for (const encoding of among) {
    const text = decodeAs(encoding, octets)
    const before =
      belief(encoding, witnesses) + (isEastAsian(encoding) && !hasEastAsian(text) ? SIGNS_ALONE : 0)
    const total = before + cost(text, limit - before)
    if (total > limit) continue
    limit = Math.min(limit, total + BEHIND)
    ranked.push({ encoding, text, cost: total })
  }
  return ranked.sort((a, b) => a.cost - b.cost)
}

const hasEastAsian = (text: string): boolean => /[\u3041-\u30fe\u3400-\u9fff\uac00-\ud7a3]/.test(text)

const belief = (encoding: Encoding, { declared, usual }: Witnesses): number =>
  beliefIn(encoding) - (encoding === declared ? DECLARED : 0) - (encoding === usual ? USUAL : 0)
