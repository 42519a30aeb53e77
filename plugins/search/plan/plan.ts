import type { SearchIndex, TextTerm } from '../../../gateway/contracts/index.js'
import { romanised } from '../../../standards/text/other-spellings.js'
import { mostCharacters, parseQuery, type ReaderQuery, type Word } from '../query.js'
import { saying, withoutAsides } from './asides.js'
import { humpsApart } from './blanks.js'
import { forgivingWays, nearAlone } from './forgiving.js'
import { issuedIn } from './issued.js'
import { swappedWays } from './slips.js'
import { type Synonyms, synonymWays } from './synonyms.js'
import { together, type Way } from './way.js'
import {
  looseWays,
  numberWays,
  pinyinWays,
  scatteredWays,
  shortenedWays,
  syllableWays,
  typedWays,
} from './ways.js'
import { isChinese, pinyinOf, runsOf } from './words.js'

/** Ways that are asked for at once: each has its price in the engine. */
const mostWays = 16

/** Cuts of pinyin that are asked for at once; the others are hardly ever meant. */
const mostReadings = 4

/** Fewer words that might be pinyin are as likely English: `me too`. */
const fewestSpoken = 3

export type StageName = 'typed' | 'loose' | 'forgiving'

export interface Stage {
  name: StageName
  ways: Way[]
  /** Only works of this year. */
  year?: number
}

/**
 * What is asked of the engine, one stage after the other until one of them finds something: as it was typed (pinyin
 * is a way of typing, a synonym another); with a number as the year of issue, in Latin letters, parted where capitals
 * are, without what was said around it, with other numbers; with words apart, with other endings, by sound; with one
 * slip; with its characters anywhere. A stage that has nothing to ask is passed over, and made only when it is reached:
 * the last looks words up.
 */
export const planOf = (...asked: Parameters<typeof stagesOf>): AsyncIterable<Stage> =>
  withoutRepeats(stagesOf(...asked))

/** What found nothing is not asked again. */
async function* withoutRepeats(stages: AsyncIterable<Stage>): AsyncIterable<Stage> {
  const asked = new Set<string>()
  for await (const stage of stages) {
    const fresh = stage.ways.filter(({ terms }) => {
      const key = JSON.stringify([terms, stage.year])
      const isFresh = !asked.has(key)
      asked.add(key)
      return isFresh
    })
    yield { ...stage, ways: fresh }
  }
}

async function* stagesOf(
  index: SearchIndex,
  text: string,
  { words }: ReaderQuery,
  { last, synonyms }: { last: StageName; synonyms: Synonyms },
): AsyncIterable<Stage> {
  const asTyped = typed(words, synonyms)
  const unlikely = asTyped.filter(({ manner }) => manner === 'read aloud').slice(mostReadings)
  yield { name: 'typed', ways: asTyped.filter((way) => !unlikely.includes(way)) }
  if (words.length === 0 || last === 'typed') return
  if (unlikely.length > 0) yield { name: 'loose', ways: unlikely }
  const issued = issuedIn(words)
  if (issued) yield { name: 'loose', ways: typed(issued.words, synonyms), year: issued.year }
  for (const latin of romanised(text)) yield { name: 'loose', ways: typed(rewritten(latin), synonyms) }
  const apart = humpsApart(text)
  if (apart !== text) yield { name: 'loose', ways: typed(rewritten(apart), synonyms) }
  const plainer = plainerOf(text, words)
  if (JSON.stringify(plainer) !== JSON.stringify(words))
    yield { name: 'loose', ways: typed(plainer, synonyms) }
  yield { name: 'loose', ways: numbered(plainer) }
  const near = last === 'forgiving' ? await nearAlone(index, plainer) : []
  yield { name: 'loose', ways: [...near, ...loose(plainer)].slice(0, mostWays) }
  if (last !== 'forgiving') return
  yield { name: 'forgiving', ways: together(plainer.map(swappedWays), mostWays) }
  for await (const ways of forgivingWays(index, plainer, mostWays)) yield { name: 'forgiving', ways }
  yield { name: 'forgiving', ways: scattered(plainer) }
}

/** What was typed may be longer when it is written otherwise. */
const rewritten = (text: string): Word[] => parseQuery(text.slice(0, mostCharacters)).words

/** Without what readers write around that which they look for. Of pinyin every syllable says something, beside one with a slip too: `you`, `an`, `he`. */
const plainerOf = (text: string, words: Word[]): Word[] => {
  if (isPinyin(words) || words.some((word) => isPinyin(words.filter((other) => other !== word)))) return words
  const core = withoutAsides(text)
  return saying(core === text.trim() ? words : parseQuery(core).words)
}

const isPinyin = (words: readonly Word[]): boolean =>
  words.length >= fewestSpoken && pinyinOf(words).length > 0

const loose = (words: readonly Word[]): Way[] => {
  const isAmongHan = words.some(isChinese)
  const each = words.map((word) => [...looseWays(word), ...(isAmongHan ? syllableWays(word) : [])])
  return [...together(each, mostWays), ...shortenedWays(words)].slice(0, mostWays)
}

/** A word alone may be a number (`elf`, `xi`), but is a word. */
const numbered = (words: readonly Word[]): Way[] => {
  const [first, ...more] = words
  if (more.length === 0 && first?.tokens.length === 1 && /^\p{L}/u.test(first.tokens[0]!)) return []
  const each = words.map((word) => (word.quoted ? [] : numberWays(word)))
  if (each.every(({ length }) => length === 0)) return []
  return together(
    words.map((word, at) => [typedWays(word)[0]!, ...each[at]!]),
    mostWays,
  )
}

/** Whatever holds the characters, in any order and place. */
const scattered = (words: readonly Word[]): Way[] =>
  words.some(isChinese)
    ? together(
        words.map((word) => (isChinese(word) ? scatteredWays(word) : looseWays(word))),
        mostWays,
      )
    : []

const typed = (words: readonly Word[], synonyms: Synonyms): Way[] => {
  const meant = synonymWays(words, synonyms)
  const ways = together(words.map(typedWays), mostWays - meant.length)
  const runs = runsOf(words).map((run) => {
    const pinyin = pinyinWays(run)
    return pinyin.length > 0 ? pinyin : together(run.map(typedWays), mostWays)
  })
  const read = together(runs, mostWays).filter(({ manner }) => manner === 'read aloud')
  return [...ways, ...meant, ...read].slice(0, mostWays)
}

/** As the engine is asked. */
export const termsOf = (ways: readonly Way[]): { all: TextTerm[]; otherwise?: TextTerm[][] } => {
  const [first, ...others] = ways.map(({ terms }) => terms)
  return { all: first ?? [], ...(others.length > 0 && { otherwise: others }) }
}
