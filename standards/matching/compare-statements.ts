import { nations } from '../agents/marks.js'
import { foldedPattern } from '../text/folded-pattern.js'
import { foldWords } from '../text/folding.js'
import { isSurname, type NameClue } from './name-clues.js'

export type NameAgreement = 'same' | 'close' | 'differs' | 'unknown'

interface Stated {
  statement?: string
}

/**
 * The statement of one record names who heads the other, or both state the same; or it names others. Only a statement in
 * Han tells that: a heading stands in it as it is, while `J. Smith` may be `Smith, John`.
 */
export function byStatement(a: Stated, b: Stated, ours: NameClue[], theirs: NameClue[]): NameAgreement {
  const isNamed =
    ours.some((name) => isNamedIn(name, b.statement)) || theirs.some((name) => isNamedIn(name, a.statement))
  if (isNamed) return 'same'
  if (ours.length === 0 && theirs.length === 0) return compareStatements(a.statement, b.statement)
  const [names, statement] =
    ours.length === 0 ? [theirs, a.statement] : theirs.length === 0 ? [ours, b.statement] : []
  const isOther = statement && isHan(statement) && names?.some((name) => name.names.some(isHan))
  return isOther ? 'differs' : 'unknown'
}

/** 范军凯主编 and 薛河丽主编 have no two characters together, but for words of roles. */
function compareStatements(a = '', b = ''): NameAgreement {
  if (isOneStatement(a, b)) return 'same'
  return isHan(a) && isHan(b) && !sharesPair(a, b) ? 'differs' : 'unknown'
}

const sharesPair = (a: string, b: string): boolean =>
  [...a].some((character, at) => {
    const pair = character + (a[at + 1] ?? '')
    return pair.length === 2 && [...pair].some((one) => !roleWords.includes(one)) && b.includes(pair)
  })

/** The words of the title page, of which one record gives the beginning: 清曾佳撰, and 清曾佳撰李春惠校注. */
export const isOneStatement = (a = '', b = ''): boolean =>
  Math.min(a.length, b.length) > 2 && (a.startsWith(b) || b.startsWith(a))

/** `Published by authority`, `Passed in December, 1814` name nobody. */
export const isOfMakers = (statement = '', names: NameClue[]): boolean =>
  isHan(statement) || names.some((name) => isNamedIn(name, statement))

function isNamedIn({ names, isBody }: NameClue, statement: string | undefined): boolean {
  if (statement === undefined) return false
  return names.some((name) => {
    const words = name.split(' ')
    if (isHan(name))
      return (
        standsIn(words.join(''), statement) ||
        standsIn([...words].reverse().join(''), statement) ||
        (!isBody && words.length > 1 && [words[0], words.at(-1)].some((word) => isFamilyIn(word, statement)))
      )
    const longest = words.reduce((one, other) => (other.length > one.length ? other : one))
    const stated = statement.split(' ')
    if (longest.length < 4 || !stated.includes(longest)) return false
    const others = words.filter((word) => word !== longest)
    // Evangelische Kirchengemeinde Hüls is no other parish’s.
    if (isBody) return others.every((word) => stated.some((one) => one.startsWith(word)))
    return (
      others.length === 0 ||
      others.some((word) => stated.some((one) => one.startsWith(word) || word === one[0]))
    )
  })
}

/**
 * 英哈耶克著 states whom catalogues file under 弗里德里希·哈耶克: the family’s name alone, behind the country. In 德弗里德里希席勒著 what
 * both have is a given name.
 */
const isFamilyIn = (word = '', statement: string): boolean => {
  const [before = ''] = country.exec(statement) ?? []
  const at = before.length + word.length
  return word.length > 1 && statement.startsWith(word, before.length) && endsName(statement[at])
}
const country = foldedPattern(`^(?:${[...nations].sort((a, b) => b.length - a.length).join('|')})?`)

/** 胡玉 stands in 胡玉著 and in 胡玉刘敏编, not in 胡玉忠著. */
function standsIn(name: string, statement: string): boolean {
  for (let at = statement.indexOf(name); at >= 0; at = statement.indexOf(name, at + 1)) {
    const next = statement[at + name.length]
    if (endsName(next) || name.length > 3 || isSurname(next as string)) return true
  }
  return false
}
/** By what comes behind it: nothing, or what somebody did. */
const endsName = (next: string | undefined): boolean =>
  next === undefined || !isHan(next) || roleWords.includes(next)
/** Folded as the statement is: 著 is another character then. */
const roleWords = foldWords(
  '著撰编主等译辑校注绘改选作口合原导讲文图执总纂疏笺释评点标整补订续摄插配搜收翻演',
).join('')

const isHan = (text: string): boolean => /\p{sc=Han}/u.test(text)
