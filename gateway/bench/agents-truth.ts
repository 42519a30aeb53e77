import type { Agent, Classification, Description } from '../../standards/record/v1-draft.js'
import { randomFrom } from './generated-records.js'

/** A record of the generated set: each agent with the person who it is in truth. */
export interface TrueRecord {
  id: string
  source: string
  work: string
  description: Description
  persons: string[]
}

interface Person {
  id: string
  han?: string
  pinyin?: [family: string, given: string]
  western?: [family: string, given: string]
  years?: string
  dynasty?: string
  field: Classification
  circle: number
  number: string
}

const triples = (text: string): [simplified: string, traditional: string, pinyin: string][] =>
  text.split(' ').map((one) => {
    const [simplified = '', traditional = '', pinyin = ''] = one.split('/')
    return [simplified, traditional || simplified, pinyin]
  })

/** The commonest first: they are drawn far more often, as in life. */
const surnames = triples(
  '王//wang 李//li 张/張/zhang 刘/劉/liu 陈/陳/chen 杨/楊/yang 赵/趙/zhao 黄/黃/huang 周//zhou 吴/吳/wu 徐//xu 孙/孫/sun 胡//hu 朱//zhu 高//gao 林//lin 何//he 郭//guo 马/馬/ma 罗/羅/luo 梁//liang 宋//song 郑/鄭/zheng 谢/謝/xie 韩/韓/han 唐//tang 冯/馮/feng 于//yu 董//dong 萧/蕭/xiao 程//cheng 曹//cao 袁//yuan 邓/鄧/deng 许/許/xu 傅//fu 沈//shen 曾//zeng 彭//peng 吕/呂/lv',
)
const givenParts = triples(
  '伟/偉/wei 强/強/qiang 静/靜/jing 丽/麗/li 明//ming 华/華/hua 军/軍/jun 志//zhi 文//wen 建//jian 国/國/guo 晓/曉/xiao 玉//yu 春//chun 海//hai 芳//fang 娜//na 敏//min 磊//lei 洋//yang 勇//yong 艳/豔/yan 杰/傑/jie 娟//juan 涛/濤/tao 超//chao 霞//xia 平//ping 刚/剛/gang 桂//gui 英//ying 秀//xiu 兰/蘭/lan 红/紅/hong 梅//mei 荣/榮/rong 辉/輝/hui 峰//feng 德//de 世//shi 家//jia 永//yong 成//cheng 东/東/dong 林//lin 俊//jun 宇//yu 子//zi 思//si 雨//yu 青//qing 立//li 学/學/xue 民//min 安//an 宁/寧/ning 振//zhen 克//ke 之//zhi 树/樹/shu',
)
const families =
  'Smith Johnson Müller Brown García Dubois Novák Jones Miller Andersen Schmidt Weber Rossi Martin Lindqvist Kowalski Ivanova Tanaka Okafor Haddad Silva Moreau Bauer Fischer Clark Evans Wright Hughes Foster Reid'.split(
    ' ',
  )
const firstNames =
  'John James Mary Anna Peter Robert Alice Karl Maria David Paul Emma Julia Hans Laura Thomas Sofia Henry Lucy Oskar Nina Victor Clara Simon'.split(
    ' ',
  )
const middleNames = 'Edward Louise Francis Jane William Sophie Albert Rose'.split(' ')
const scopes =
  '中国 世界 现代 古代 应用 高等 普通 比较 城市 农村 国际 区域 当代 近代 实用 大学 基础 西方 东方 地方'.split(
    ' ',
  )
const topics =
  '数学 物理 经济 管理 历史 文学 教育 计算机 法律 艺术 医学 地理 化学 生物 哲学 语言 社会 环境 工程 音乐'.split(
    ' ',
  )
const kinds = '概论 基础 导论 研究 教程 史 方法 论集'.split(' ')
const classes = ['O1', 'O4', 'F0', 'C9', 'K2', 'I2', 'G4', 'TP3', 'D9', 'J0', 'R1', 'P9']
const houses = ['科学出版社', '人民出版社', '高等教育出版社', '商务印书馆']

/**
 * Persons with many of one name, in circles that write together, over several fields; their works, each catalogued by one
 * to four libraries in their own manner: characters or pinyin, simplified or traditional, either order, initials, dates
 * and numbers present or not, dynasties in brackets.
 */
export const trueRecords = (persons: number, seed: number): TrueRecord[] => {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const people = Array.from({ length: persons }, (_, at) => personOf(at, random, pick))
  const circles = grouped(people)
  const records: TrueRecord[] = []
  for (const person of people) {
    const works = 1 + Math.floor(random() ** 2 * 6)
    for (let work = 0; work < works; work++) {
      const others = (circles.get(person.circle) ?? []).filter((one) => one !== person)
      const fellows = others.filter(() => random() < 0.5).slice(0, random() < 0.35 ? 0 : 3)
      const title = `${random() < 0.7 ? pick(scopes) : ''}${pick(topics)}${pick(kinds)}`
      const copies = 1 + Math.floor(random() ** 2 * 4)
      const house = pick(houses)
      for (let copy = 0; copy < copies; copy++) {
        const library = Math.floor(random() * 6)
        const writers = [person, ...fellows]
        records.push({
          id: `r_${records.length}`,
          source: `library${library}/main`,
          work: `w_${person.id}_${work}`,
          persons: writers.map(({ id }) => id),
          description: descriptionOf({
            title,
            house,
            field: person.field,
            agents: writers.map((one) => agentOf(one, library, random)),
          }),
        })
      }
    }
  }
  return records
}

const grouped = (people: Person[]): Map<number, Person[]> => {
  const groups = new Map<number, Person[]>()
  for (const person of people) groups.set(person.circle, [...(groups.get(person.circle) ?? []), person])
  return groups
}

const personOf = (at: number, random: () => number, pick: <T>(list: readonly T[]) => T): Person => {
  const circle = Math.floor(at / 5)
  const base = {
    id: `p${at}`,
    field: { scheme: 'clc', value: `${classes[circle % classes.length]}${Math.floor(random() * 9)}` },
    // Those of one circle write together and about the same.
    circle,
    number: String(100_000 + at),
    ...(random() < 0.5 && { years: `${1900 + Math.floor(random() * 90)}-` }),
  }
  if (random() < 0.25) {
    const given = random() < 0.5 ? `${pick(firstNames)} ${pick(middleNames)}` : pick(firstNames)
    return { ...base, western: [pick(families), given] }
  }
  const common = <T>(list: readonly T[]): T => list[Math.floor(random() ** 1.7 * list.length)] as T
  const surname = common(surnames)
  const given = random() < 0.4 ? [common(givenParts)] : [common(givenParts), common(givenParts)]
  return {
    ...base,
    han: `${surname[0]}${given.map(([simplified]) => simplified).join('')}`,
    pinyin: [surname[2], given.map((part) => part[2]).join('')],
  }
}

const traditionalOf = new Map(
  [...surnames, ...givenParts].map(([simplified, traditional]) => [simplified, traditional]),
)
const traditional = (text: string): string => [...text].map((one) => traditionalOf.get(one) ?? one).join('')
const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`

/** Library 0 gives dates, 1 traditional, 2 pinyin beside, 3 only pinyin or initials, 4 numbers, 5 the bare name. */
const agentOf = (person: Person, library: number, random: () => number): Agent => {
  const agent: Agent = {
    names: [{ value: headingOf(person, library, random), kind: 'original' }],
    type: 'person',
    role: 'aut',
    main: true,
  }
  if (library === 2 && person.han && person.pinyin)
    agent.names.push({ value: `${person.pinyin[0]} ${capital(person.pinyin[1])}`, kind: 'pinyin' })
  if ((library === 0 || library === 4) && person.years && random() < 0.8) agent.dates = person.years
  if (library === 4 && random() < 0.7) agent.authority = { scheme: 'viaf', id: person.number }
  return agent
}

const headingOf = ({ han, pinyin, western }: Person, library: number, random: () => number): string => {
  if (western) {
    const [family, given] = western
    if (library === 3)
      return `${family}, ${given
        .split(' ')
        .map((part) => `${part[0]}.`)
        .join(' ')}`
    return library === 5 ? `${given} ${family}` : `${family}, ${given}`
  }
  const [family, given] = pinyin as [string, string]
  if (library === 3) return random() < 0.5 ? `${family}, ${capital(given)}` : `${capital(given)} ${family}`
  return library === 1 ? traditional(han as string) : (han as string)
}

const descriptionOf = ({
  title,
  house,
  field,
  agents,
}: {
  title: string
  house: string
  field: Classification
  agents: Agent[]
}): Description => ({
  type: 'book',
  titles: [{ value: title, kind: 'original' }],
  agents,
  languages: [],
  dates: [],
  publication: [{ publisher: house }],
  identifiers: [],
  controlNumbers: [],
  subjects: [],
  classes: [field],
  relations: [],
  abstracts: [],
  notes: [],
  links: [],
  holdings: [],
  provenance: {},
})
