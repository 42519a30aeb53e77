import { type CharacterCosts, characterCosts, kinds } from './character-cost.js'
import { latinLanguages } from './letter-frequency.js'

/** Minus the logarithm of how often catalogues meet a script; nothing for one that the record states. */
const scriptCosts: [kind: number, cost: number, codes: string][] = [
  [kinds.cyrillicSmall, 4, 'rus ukr bul srp bel mac'],
  [kinds.cyrillicCapital, 4, 'rus ukr bul srp bel mac'],
  [kinds.greekSmall, 5, 'gre grc ell'],
  [kinds.greekCapital, 5, 'gre grc ell'],
  [kinds.hebrew, 5, 'heb yid'],
  [kinds.arabic, 5, 'ara per fas urd'],
  [kinds.han, 1.5, 'chi zho jpn kor'],
  [kinds.kana, 2, 'jpn'],
  [kinds.hangul, 2.5, 'kor'],
]

interface Weighing extends CharacterCosts {
  /** What it costs to believe in a language, and in the script of a kind of characters. */
  languageCosts: Float32Array
  scriptCosts: Float32Array
  /** Cost of a field's letters so far in each language. */
  sums: Float32Array
}

/**
 * How surprising a text is, in nats: less for one that somebody may have written. Fields, parted by 0x1E, may each be
 * in a language of its own. Texts made of the same octets can be compared whatever their lengths. Past `limit` the
 * weighing stops: the text is out of the question.
 */
export type TextCost = (text: string, limit?: number) => number

const knownCodes = new Set(
  [
    ...Object.values(latinLanguages).map(({ codes }) => codes),
    ...scriptCosts.map(([, , codes]) => codes),
  ].flatMap((codes) => codes.split(' ')),
)

/** One scale for each language that makes a difference, and one for all others. */
const scales = new Map<string, TextCost>()

export function textCost(language: string): TextCost {
  const key = knownCodes.has(language) ? language : ''
  let cost = scales.get(key)
  if (!cost) {
    cost = scale(key)
    scales.set(key, cost)
  }
  return cost
}

/** A language that the record states (MARC code) makes its letters likelier. */
function scale(stated: string): TextCost {
  const costs = characterCosts()
  const isStated = (codes: string) => stated !== '' && codes.split(' ').includes(stated)
  const all = costs.languages.map((name) => latinLanguages[name] ?? { weight: 1, codes: '' })
  const sum = all.reduce((total, { weight }) => total + weight, 0)
  const languageCosts = Float32Array.from(all, ({ weight, codes }) =>
    isStated(codes) ? 0.5 : 1 - Math.log(weight / sum),
  )
  const weighing: Weighing = {
    ...costs,
    languageCosts,
    scriptCosts: new Float32Array(16),
    sums: new Float32Array(all.length),
  }
  for (const [kind, cost, codes] of scriptCosts) weighing.scriptCosts[kind] = isStated(codes) ? 0 : cost
  return (text, limit = Number.POSITIVE_INFINITY) => fieldsCost(text, weighing, limit)
}

const FIELD_END = 0x1e

function fieldsCost(text: string, weighing: Weighing, limit: number): number {
  const { kind, cost, row, transition, sums } = weighing
  let total = 0
  let before: number = kinds.space
  let seen = 0
  let hasLetters = false
  for (let at = 0; at < text.length && total <= limit; at++) {
    const unit = text.charCodeAt(at)
    const now = kind[unit] as number
    total += transition[before * 16 + now] as number
    before = now
    seen |= 1 << now
    const letter = row[unit] as number
    if (letter < 0) total += cost[unit] as number
    else {
      if (!hasLetters) sums.fill(0)
      addLetter(weighing, letter)
      hasLetters = true
    }
    if (unit !== FIELD_END && at !== text.length - 1) continue
    total += (hasLetters ? cheapest(weighing) : 0) + scriptsCost(weighing.scriptCosts, seen)
    seen = 0
    hasLetters = false
  }
  return total
}

function addLetter({ latin, sums }: Weighing, letter: number): void {
  const start = letter * sums.length
  for (let language = 0; language < sums.length; language++)
    sums[language] = (sums[language] as number) + (latin[start + language] as number)
}

function cheapest({ sums, languageCosts }: Weighing): number {
  let least = Number.POSITIVE_INFINITY
  for (let language = 0; language < sums.length; language++)
    least = Math.min(least, (sums[language] as number) + (languageCosts[language] as number))
  return least
}

function scriptsCost(scripts: Float32Array, seen: number): number {
  let total = 0
  for (let kind: number = kinds.cyrillicSmall; kind <= kinds.hangul; kind++)
    if (seen & (1 << kind)) total += scripts[kind] as number
  return total
}
