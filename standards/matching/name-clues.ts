import { splitChinese } from '../agents/surnames.js'
import type { Agent } from '../record/v1-draft.js'
import { foldHan } from '../text/characters.js'
import { foldWords } from '../text/folding.js'

/** A person or body as names are compared: each name by script, its words, and which of them is the family's. */
export interface NameClue {
  /** Folded words with blanks between; a name in Han is one word. */
  names: string[]
  /** Whether the first word of each name is known to be the family's: `Smith, John`. */
  inverted: boolean
  /** Which word of its names in Han is the family’s, where they tell it: 雨果, 维克多 and 维克多·雨果. */
  family?: 'first' | 'last'
  role: 'maker' | 'translator'
  isBody?: true
  main?: true
}

/** Who published, printed or sold it made no part of the work. */
const trade = new Set([
  'pbl',
  'prt',
  'dst',
  'mfr',
  'bsl',
  'own',
  'fmo',
  'dnr',
  'spn',
  'fnd',
  'isb',
  'dgg',
  'his',
  'ths',
  'dte',
  'dto',
])

/** What stands before a family: `van der Berg`. */
export const particles = new Set(
  'van von der den de del della di da du la le el al bin ibn ten ter zu zur'.split(' '),
)

/** What stands behind a name and is no part of it: John Smith III. */
export const generations = new Set('jr sr ii iii iv'.split(' '))
/** `Smith, John`, not `John Smith, Jr.` */
const comma = new RegExp(`[,，](?!\\s*(?:${[...generations].join('|')})\\b)`, 'iu')

/** No record needs more names to be told from another. */
const most = 12

export function nameClues(agents: Agent[]): NameClue[] {
  const clues: NameClue[] = []
  for (const agent of agents)
    for (const one of trade.has(agent.role) ? [] : severalIn(agent)) {
      const clue = clueOf(one)
      if (clue && clues.length < most) clues.push(clue)
    }
  return clues
}

function clueOf({ names, role, type, main }: Agent): NameClue | undefined {
  const folded = [...new Set(names.slice(0, 6).map(({ value }) => nameWords(value)))].filter(Boolean)
  if (folded.length === 0) return undefined
  return shapedName({
    names: folded,
    inverted: names.some(({ value }) => comma.test(value)),
    role: role === 'trl' ? 'translator' : 'maker',
    isBody: type === 'person' ? undefined : true,
    main: main ? true : undefined,
    family: familyIn(names.map(({ value }) => value).filter((name) => han.test(name))),
  })
}

/** With the same fields in the same order as every other. */
export const shapedName = ({ names, inverted, role, isBody, main, family }: NameClue): NameClue => ({
  names,
  inverted,
  role,
  isBody,
  main,
  family,
})

const han = /\p{sc=Han}/u
const point = /[·・•‧]/u

const familyIn = (given: string[]): NameClue['family'] => {
  const names = given.map((name) => name.replace(period, '')).filter((name) => han.test(name))
  const [isTurned, isPointed] = [
    names.some((name) => comma.test(name)),
    names.some((name) => point.test(name)),
  ]
  return isTurned === isPointed ? undefined : isTurned ? 'first' : 'last'
}

/** Folded: 王伟, 欧阳修; a foreign name in Han is none (德拉克鲁瓦). */
export const isChineseName = (name: string): boolean => splitChinese(name) !== undefined
export const isSurname = (character: string): boolean => isChineseName(`${character}某`)

/** `刘佩希 徐毅曦` in one field are two: a foreign name has its point (马克·吐温). */
export function severalIn(agent: Agent): Agent[] {
  const value = agent.type === 'person' ? (agent.names[0]?.value ?? '') : ''
  const words = value.includes(' ') && han.test(value) ? value.trim().split(/\s+/u) : []
  if (words.length < 2 || !words.every((word) => isChineseName(Array.from(word, foldHan).join(''))))
    return [agent]
  return words.map((value) => ({ ...agent, names: [{ value, kind: 'original' as const }] }))
}

const isHan = (token: string): boolean => /^\p{sc=Han}/u.test(token)
const hanOrDigit = /[\p{sc=Han}\p{N}]/u
const period =
  /^[(（[【〔][^)）\]】〕]{1,6}[)）\]】〕]\s*|[(（[【〔][^)）\]】〕]*[)）\]】〕]|\b\d{3,4}\b.*$/gu

/** `(清)曹雪芹` → 曹雪芹, `吐温, 马克` and `马克·吐温` → 吐温 马克 and 马克 吐温, `O'Neill, J.P.` → oneill j p. */
export function nameWords(value: string): string {
  const bare = plain(value)
    .replace(period, '')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
  // Which of its pieces stand together matters in Han, and whether digits are a number.
  if (!hanOrDigit.test(bare)) return foldWords(bare).join(' ')
  const words: string[] = []
  let isOpen = false
  for (const piece of bare.split(/(?=[\s,，·・•.])/u)) {
    const tokens = foldWords(piece)
    for (const token of tokens) {
      if (isOpen && isHan(token) && token !== tokens[0]) words[words.length - 1] += token
      else words.push(token)
      isOpen = isHan(token)
    }
    isOpen = false
  }
  return joinSpread(words).join(' ')
}

/** `barbar &#225;`: a reference that somebody’s conversion left, with blanks around. */
const plain = (value: string): string =>
  value.includes('&#')
    ? value.replace(/\s?&#(\d{2,6});\s?/gu, (_, code) =>
        String.fromCodePoint(Math.min(Number(code), 0x10ffff)),
      )
    : value

/** 巴 金: characters that are only set apart are one name. */
const joinSpread = (words: string[]): string[] =>
  words.length > 1 && words.every((word) => isHan(word) && word.length === 1) ? [words.join('')] : words
