import { foldHanIn } from '../text/characters.js'

/**
 * Which volume or part a text names, in one form for all ways of writing it: 第3卷, 卷三, v. 3 and Bd. III are `3`,
 * 下册 is `下`, 第2编第1册 is `2.1`, 第1-3卷 is `1-3`; of schoolbooks 六年级上册 and 六年级(上) are `6.上`.
 */
export interface Volume {
  /** What is left of the text without the designation. */
  rest: string
  volume?: string
  /** What stands behind the designation, in Han as what stands before it: of 中国通史 第三卷 隋唐 the name of the volume. */
  name?: string
  /** How many volumes a set has that is described as a whole; 0 where the text does not say how many. */
  set?: number
}

const digits = '\\d一二三四五六七八九十百〇零廿卅壹贰叁肆伍'
const units = '卷册集辑编部篇分函本期号帙'
const spans = `[${digits}]+(?:\\s*[-~—–至、,]\\s*[${digits}]+)*`
/** What may follow a designation: the end, a mark; not the rest of a word, as in 第三部门 or 中部地区. */
const close = '(?=$|第|[\\s.,:;·)(\\]\\[】【〕〔/-])'
const hanForms = [
  `(?<grade>[${digits}]{1,2})\\s*年级`,
  `第\\s*(?<ordinal>${spans})\\s*分?(?:[卷册辑帙]|[${units}]${close})`,
  `(?:[卷册集辑编部]之?|之)\\s*(?<after>[${digits}]{1,3})${close}`,
  `(?<place>[上中下首末])\\s*(?:分?[册卷集编篇辑函]|学期)${close}`,
  `[(\\[【〔]\\s*(?<bracket>[上中下甲乙丙丁](?=部?\\s*[)\\]】〕])|[${digits}]{1,3})部?\\s*[)\\]】〕](?=$|\\s*[\\s:·]\\s*\\p{sc=Han})`,
  `[\\s.,:·]+(?<alone>[上中下])部?$`,
]
const han = new RegExp(hanForms.join('|'), 'u')
const whole = new RegExp(
  `[([【〔\\s]*[全共]\\s*(?<many>[${digits}]+)\\s*[册卷集本函部][)\\]】〕]?|[([【〔\\s]*(?:全套|整套|套装|上\\s*[、,/]?\\s*(?:中\\s*[、,/]?\\s*)?下\\s*[册卷])[)\\]】〕]?|[([【〔]\\s*上\\s*[、,/]?\\s*(?:中\\s*[、,/]?\\s*)?下\\s*[)\\]】〕]|[([【〔]\\s*[1一]\\s*[-~—–至]\\s*(?<last>[${digits}]+)\\s*[册卷集辑]?\\s*[)\\]】〕]`,
  'u',
)

const words =
  'volumes|volume|vols|vol|v|parts|part|pts|pt|books|book|bk|bd|bde|band|teil|tl|tome|tomo|tom|t|heft|h|number|numero|no|nr|n|livre|libro|buch|fasc|osa|sv|svazek|dil|deel|del|bind|zv|kn|cilt|т|том|ч|часть|кн|книга|вып|выпуск'
const named = 'one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth'
const latin = new RegExp(
  `(?:^|[\\s.,:;([/-])(?:${words})(?!\\p{L})\\.?\\s*(?<number>(?:\\d{1,4}|[ivxlc]{1,7}|${named})(?:\\s*[-–/]\\s*(?:\\d{1,4}|[ivxlc]{1,7}))?)(?=$|[\\s.,:;)\\]/])`,
  'iu',
)
/** A yearbook of a year: `1995`, 1995年, （1995年度）. */
const yearAlone = /^(1[5-9]\d\d|20\d\d)(?:年(?:度|版|卷|号|刊)?)?$/u
const isClosed = /^\s*$|^\s*[.,:;)\]】〕·/-]/u
const openEnd = /[\s.,:;·\-–—/(【[〔]+$/u

/** The volume that stands in a title or that a field gives as its number. */
export function volumeIn(text: string): Volume {
  if (!mayName.test(text)) return { rest: text }
  const folded = foldHanIn(text)
  const set = whole.exec(folded)
  if (set) {
    const rest = cutOut(folded, set)
    const many = set.groups?.['many'] ?? set.groups?.['last']
    return rest ? { rest, set: many ? numberOf(many) : 0 } : { rest: folded }
  }
  return designated(folded)
}

/** Nothing of a volume without one of these: most titles end here. */
const mayName =
  /[\d第卷冊册集辑輯编編部篇上中下全套级級]|[(（[【〔]\s*[一二三四五六七八九十甲乙丙丁]|\b[ivxlc]+\b|\b(?:vol|part|pt|book|bk|bd|band|teil|tome|том|часть)/iu

function designated(folded: string): Volume {
  const found: string[] = []
  let rest = folded
  let behind: string | undefined
  for (let depth = 0; depth < 3; depth++) {
    const one = han.exec(rest) ?? latin.exec(rest)
    if (!one) break
    const isLatin = one.groups?.['number'] !== undefined
    if (isLatin && !isClosed.test(rest.slice(one.index + one[0].length))) break
    found.push(designation(one.groups ?? {}))
    behind = nameBehind(rest, one)
    rest = cutOut(rest, one)
  }
  if (found.length === 0) return { rest: folded }
  const volume = found.join('.')
  return behind && rest.endsWith(behind)
    ? { rest: rest.slice(0, -behind.length).replace(openEnd, ''), name: behind, volume }
    : { rest, volume }
}

const nameBehind = (text: string, found: RegExpExecArray): string | undefined => {
  const before = text.slice(0, found.index).replace(openEnd, '')
  const behind = text.slice(found.index + found[0].length)
  return /\p{sc=Han}{2}$/u.test(before) && /^[\s.,:;)\]】〕·—–-]+\p{sc=Han}{2}/u.test(behind)
    ? behind.replace(/^[\s.,:;)\]】〕·—–-]+/u, '').trim()
    : undefined
}

const cutOut = (text: string, found: RegExpExecArray): string =>
  `${text.slice(0, found.index).replace(openEnd, '')} ${text
    .slice(found.index + found[0].length)
    .replace(/^[\s.,:;)\]】〕·—–-]+/u, '')}`.trim()

const designation = (groups: Record<string, string | undefined>): string => {
  const place = groups['place'] ?? groups['alone']
  if (place) return place
  const bracket = groups['bracket']
  if (bracket && /[上中下甲乙丙丁]/u.test(bracket)) return bracket
  const text = groups['grade'] ?? groups['ordinal'] ?? groups['after'] ?? groups['number'] ?? bracket ?? ''
  return text
    .split(/\s*[-~—–至、,/]\s*/u)
    .map((part) => String(numberOf(part)))
    .join('-')
}

/** A number given by itself, as in `$v 3`: the designation is the whole text. `5, pt. 1` is `5.1`. */
export function volumeOf(text: string): string | undefined {
  if (text === '') return undefined
  const { volume, rest } = volumeIn(text)
  if (volume === undefined) return bareVolume(text)
  const outer = rest && /\d/u.test(rest) ? bareVolume(rest) : undefined
  return outer ? `${outer}.${volume}` : volume
}

function bareVolume(text: string): string | undefined {
  const bare = foldHanIn(text)
    .toLowerCase()
    .replace(/^[\s([【〔]+|[\s)\]】〕.,;]+$/gu, '')
  const place = /^([上中下首末甲乙丙丁])(?:部分?|[册卷集编篇辑])?$/u.exec(bare)?.[1]
  if (place) return place
  const year = yearAlone.exec(bare)?.[1]
  if (year) return year
  if (numberAlone.test(bare))
    return /^[a-z]$/u.test(bare) && !/^[ivxlc]$/u.test(bare) ? bare : String(numberOf(bare))
  return undefined
}
const numberAlone = new RegExp(`^(?:[${digits}]{1,4}|[ivxlc]{1,7}|${named}|[a-z])$`, 'u')

const hanDigits = '〇一二三四五六七八九'
const spoken: Record<string, number> = { 零: 0, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5 }
const order = named.split('|')

/** 三, 十二, 廿五, 一百二十, 12, XII, three. */
export function numberOf(text: string): number {
  const plain = text.trim().toLowerCase()
  if (/^\d+$/u.test(plain)) return Number(plain)
  const at = order.indexOf(plain)
  if (at >= 0) return (at % 10) + 1
  if (/^[ivxlc]+$/u.test(plain)) return roman(plain)
  return chinese(plain)
}

const romans: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const roman = (text: string): number =>
  [...text].reduce((sum, letter, at) => {
    const value = romans[letter] ?? 0
    return sum + (value < (romans[text[at + 1] ?? ''] ?? 0) ? -value : value)
  }, 0)

function chinese(text: string): number {
  const values = [...text].map((one) =>
    hanDigits.includes(one) ? hanDigits.indexOf(one) : (spoken[one] ?? one),
  )
  if (!values.some((value) => typeof value === 'string')) return Number(values.join(''))
  let total = 0
  let last = 0
  for (const value of values) {
    if (typeof value === 'number') last = value
    else if (value === '百') [total, last] = [total + (last || 1) * 100, 0]
    else if (value === '十') [total, last] = [total + (last || 1) * 10, 0]
    else if (value === '廿') total += 20
    else if (value === '卅') total += 30
    else return Number.isNaN(Number(value)) ? 0 : total * 10 + Number(value)
  }
  return total + last
}

/** 上 is the first, 中 the second, 下 the last: of two or of three. */
const places: Record<string, string[]> = { 上: ['1', '甲'], 中: ['2', '乙'], 下: ['2', '3', '乙', '丙'] }

/** Whether two designations may name one volume, level by level. */
export function isSameVolume(a: string, b: string): boolean {
  if (a === b) return true
  const [ours, theirs] = [a.split('.'), b.split('.')]
  return ours.length === theirs.length && ours.every((one, at) => mayBeOne(one, theirs[at] as string))
}
const mayBeOne = (a: string, b: string): boolean =>
  a === b || Boolean(places[a]?.includes(b)) || Boolean(places[b]?.includes(a))
