import type { Agent } from '../record/v1-draft.js'
import { foldHan } from '../text/characters.js'
import { fold } from '../text/folding.js'

/** A person or body as names are compared: each name by script, its words, and which of them is the family's. */
export interface NameClue {
  /** Folded words with blanks between; a name in Han is one word. */
  names: string[]
  /** Whether the first word of each name is known to be the family's: `Smith, John`. */
  inverted: boolean
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
  const clue: NameClue = {
    names: folded,
    inverted: names.some(({ value }) => /[,，]/.test(value)),
    role: role === 'trl' ? 'translator' : 'maker',
  }
  if (type !== 'person') clue.isBody = true
  if (main) clue.main = true
  return clue
}

/** Frequent family names: what begins with one and has two or three characters is a Chinese name. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛阎闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝'
const compound = /^(?:欧阳|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|令狐|慕容|司徒|端木|南宫)/u
export const isSurname = (character: string): boolean => surnames.includes(character)
/** Folded. */
export const isChineseName = (name: string): boolean =>
  (name.length >= 2 && name.length <= 3 && isSurname(name[0] as string)) ||
  (name.length <= 4 && compound.test(name))

/** `刘佩希 徐毅曦` in one field are two: a foreign name has its point (马克·吐温). */
function severalIn(agent: Agent): Agent[] {
  const [first] = agent.names
  const words = first?.value.includes(' ') && agent.type === 'person' ? first.value.trim().split(/\s+/u) : []
  if (words.length < 2 || !words.every((word) => isChineseName(Array.from(word, foldHan).join(''))))
    return [agent]
  return words.map((value) => ({ ...agent, names: [{ value, kind: 'original' as const }] }))
}

const isHan = (token: string): boolean => /^\p{sc=Han}/u.test(token)
const period =
  /^[(（[【〔][^)）\]】〕]{1,6}[)）\]】〕]\s*|[(（[【〔][^)）\]】〕]*[)）\]】〕]|\b\d{3,4}\b.*$/gu

/** `(清)曹雪芹` → 曹雪芹, `吐温, 马克` and `马克·吐温` → 吐温 马克 and 马克 吐温, `O'Neill, J.P.` → oneill j p. */
export function nameWords(value: string): string {
  const bare = plain(value)
    .replace(period, '')
    .replace(/(?<=\p{L})['’ʼ](?=\p{L})/gu, '')
  const words: string[] = []
  let isOpen = false
  for (const piece of bare.split(/(?=[\s,，·・•.])/u)) {
    const tokens = fold(piece)
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
