import type { TextTerm } from '../../../gateway/contracts/index.js'
import { syllableTokens } from '../../../standards/text/sounds.js'
import { cutSyllables, placesToCut } from '../../../standards/text/syllables.js'
import type { Word } from '../query.js'
import type { Way } from './way.js'
import { pinyinOf } from './words.js'

/** Fewer syllables tell no title from another. */
const fewest = 3
/** Letters that one slip may spoil: a syllable and what it takes from its neighbours, or two where it changed a letter of each. */
const mostSpoiled = 9
/** Longer ones are no title. */
const mostLetters = 60
/** Cuts of what the slip left: `lianai` as lian ai, too. */
const mostCuts = 2
/** From here on three syllables may be lost: `jioa` for `jiao`. */
const long = 7

/** Places of the slip that are tried, where the fewest letters are lost. */
const mostPlaces = 6

/** Letters that are no pinyin as they are: the syllables before the slip and behind it, the most letters of them first. */
export const spoiltPinyin = (words: readonly Word[]): Way[] => {
  if (!words.every(isLatinWord)) return []
  return placesIn(words, 1)
    .sort((one, other) => one.lost - other.lost)
    .slice(0, mostPlaces)
    .map(({ pieces }) => wayOf(pieces))
}

/**
 * Where those found nothing: as much as a slip can spoil is left out, since more than it may be read as syllables that are
 * none of the title’s (`zohang` as zo, hang). What is pinyin in spite of the slip (`bigan` for `bian`) is left out two syllables or three at a time.
 */
export const widelySpoilt = (words: readonly Word[], most: number): Way[] => {
  if (!words.every(isLatinWord)) return []
  const cuts = pinyinOf(words).slice(0, mostCuts)
  const pieces = cuts.length > 0 ? cuts.flatMap(besideSyllables) : widestIn(words)
  return pieces.slice(0, most).map(wayOf)
}

const besideSyllables = (cut: readonly string[]): Place['pieces'][] => {
  const lost = cut.length < long ? 2 : 3
  if (cut.length < fewest + lost) return []
  return Array.from({ length: cut.length - lost + 1 }, (_, at) => [cut.slice(0, at), cut.slice(at + lost)])
}

interface Place {
  /** Letters. */
  lost: number
  pieces: readonly [before: string[], after: string[]]
}

/** Wherever syllables stand before some of the letters and behind them. */
const placesIn = (words: readonly Word[], most: number): Place[] => {
  const letters = words.map(({ tokens }) => tokens[0]!).join('')
  if (letters.length > mostLetters || cutSyllables(letters, 1).length > 0) return []
  const { before, behind } = placesToCut(letters)
  const cutsOf = (piece: string) => (piece === '' ? [[]] : cutSyllables(piece, most))
  const starts = kept((end) => cutsOf(letters.slice(0, end)))
  const ends = kept((start) => cutsOf(letters.slice(start)))
  const places: Place[] = []
  for (const start of before)
    for (let lost = 1; lost <= mostSpoiled; lost++)
      if (behind.has(start + lost))
        for (const pieces of pairsOf(starts(start), ends(start + lost)))
          if (pieces.flat().length >= fewest) places.push({ lost, pieces })
  return places
}

/** Cut once, and only where that is asked for. */
const kept = (cut: (at: number) => string[][]): ((at: number) => string[][]) => {
  const known = new Map<number, string[][]>()
  return (at) => {
    const cuts = known.get(at) ?? cut(at)
    known.set(at, cuts)
    return cuts
  }
}

const pairsOf = (befores: readonly string[][], afters: readonly string[][]): Place['pieces'][] =>
  befores.flatMap((before) => afters.map((after): Place['pieces'] => [before, after]))

/** Those that no other one holds: whatever has the syllables of one piece has those of its part. */
const widestIn = (words: readonly Word[]): Place['pieces'][] => {
  const written = placesIn(words, mostCuts).map(({ pieces }) => {
    const [before, after] = pieces.map((piece) => piece.join(' ')) as [string, string]
    return { pieces, before: `${before} `.trimStart(), after: ` ${after}`.trimEnd() }
  })
  return written
    .filter(
      (one) =>
        !written.some(
          (other) => other !== one && one.before.startsWith(other.before) && one.after.endsWith(other.after),
        ),
    )
    .map(({ pieces }) => pieces)
}

const wayOf = (pieces: readonly (readonly string[])[]): Way => ({
  manner: 'a slip forgiven',
  terms: pieces
    .filter(({ length }) => length > 0)
    .map((piece): TextTerm => ({ tokens: syllableTokens(piece), field: 'sounds' })),
})

const isLatinWord = ({ tokens: [token, ...more], quoted, fields }: Word): boolean =>
  !quoted && fields === undefined && more.length === 0 && /^[a-z]+$/.test(token!)
