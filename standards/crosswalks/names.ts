import type { Name } from '../record/names.js'
import type { Agent } from '../record/v1-draft.js'
import { isForeignGivenName } from './given-names.js'
import { chineseRoleWord, relatorCode, relatorCodes } from './relators.js'
import { hasHan, isHan, scriptOf } from './scripts.js'

/** `{ value, script, kind }`, the script told from the text. */
export function nameOf(value: string, kind: Name['kind'] = 'original', language?: string): Name {
  const script = scriptOf(value, language)
  return { value, ...(language && { language }), ...(script && { script }), kind }
}

/** What the romanised form of an original is: pinyin of a Chinese one, else a parallel form. */
export const romanKind = (original: string, language?: string): 'pinyin' | 'parallel' =>
  isHan(scriptOf(original, language)) ? 'pinyin' : 'parallel'

/**
 * Roles of one field from its codes and its words: `edt` and `Herausgeber` are one; `editor and translator` are two.
 * Without any that is known, the role that the place of the field gives, and the words as they stand.
 */
export function agentRoles(
  codes: string[],
  words: string[],
  fallback: string,
): { role: string; roleText?: string }[] {
  if (codes.length === 0 && words.length === 0) return [{ role: fallback }]
  const roles = new Map<string, string | undefined>()
  for (const code of codes) for (const role of relatorCodes(code)) roles.set(role, undefined)
  for (const word of words) for (const role of relatorCodes(word)) if (!roles.get(role)) roles.set(role, word)
  if (roles.size === 0) roles.set(fallback, words[0])
  const [first] = roles
  if (first && !first[1] && words[0]) roles.set(first[0], words[0])
  return [...roles].map(([role, roleText]) => (roleText ? { role, roleText } : { role }))
}

const bodies =
  /(?:大学|大學|学院|學院|研究所|研究院|研究会|图书馆|圖書館|博物馆|出版社|书局|书店|公司|集团|委员会|委員會|协会|協會|学会|學會|中心|编辑部|编写组|课题组|办公室|人民政府|[部厅局]$|中学|小学|医院|档案馆|联合会|基金会|银行|组委会)|\b(?:universit|librar|institut|societ|association|college|compan|corporation|committee|council|press|museum|ministry|department|academy|foundation|organi[sz]ation|archive|bureau|agency|commission|centre|center|school of|hospital|laborator|publisher|verlag|inc\.?$|ltd\.?$|gmbh)/i

/** Dublin Core does not say whether a creator is a person: told by the words that bodies have in their names. */
export const agentType = (name: string): Agent['type'] => (bodies.test(name) ? 'organisation' : 'person')

/** Dynasties and periods that stand before a name: 活动年代, not part of the name. */
const dynasty =
  /^(?:先秦|西周|东周|周|春秋|战国|秦|汉|漢|西汉|东汉|三国|曹?魏|蜀|吴|晋|西晋|东晋|南朝[宋齐梁陈]?|北[魏齐周]|隋|唐|五代|后[梁唐晋汉周蜀]|南唐|辽|遼|宋|北宋|南宋|金|元|明|清|民国|近代)$/
const leading = /^[(（[【〔]([^)）\]】〕]{1,6})[)）\]】〕]\s*/

/** The bracketed word of a period: `(唐)` → 唐; a country `(美)` is none. */
export function dynastyOf(text: string): string | undefined {
  const word = text.replace(/[()（）[\]【】〔〕]/g, '').trim()
  return dynasty.test(word) ? word : undefined
}

export interface StatedName {
  name: string
  role?: string
  roleText?: string
  dates?: string
}

/** One name of a Chinese statement: `(清)曹雪芹著` → 曹雪芹, aut, 著, 清. Names without a role word pass as they are. */
export function statedName(text: string): StatedName {
  const bracket = leading.exec(text)
  const bare = bracket ? text.slice(bracket[0].length).trim() : text.trim()
  const dates = bracket ? dynastyOf(bracket[1] as string) : undefined
  const word = hasHan(bare) ? roleWordOf(bare) : undefined
  const name = word
    ? bare
        .slice(0, -word.length)
        .replace(/[等\s]+$/, '')
        .trim()
    : bare
  if (!word || !name) return { name: bare, ...(dates && { dates }) }
  return { name, role: relatorCode(word) as string, roleText: word, ...(dates && { dates }) }
}

/** Not within brackets: （美）史密斯（Smith，John）著 is one. */
const betweenNames = /([，、])(?![^()（）[\]【】〔〕]{0,80}[)）\]】〕])/u

/**
 * The names of one statement: `大前研一，裴立杰著` are two, of one role; in `大前研一，裴立杰著，王五译` they translated nothing. Where no
 * word for a role ends it, a comma may stand in a name (史密斯，约翰); so it does before a given name alone (史密斯，约翰著).
 */
export function statedNames(text: string): StatedName[] {
  const whole = statedName(text)
  if (!whole.role) return [whole]
  const found: StatedName[] = []
  let role: Pick<StatedName, 'role' | 'roleText'> = {}
  for (const word of namesIn(text).reverse()) {
    // 鲁迅，著: of who stands before it.
    const stated = isRoleWord(word)
      ? { name: '', role: relatorCode(word) as string, roleText: word }
      : statedName(word)
    if (stated.role) role = { role: stated.role, roleText: stated.roleText as string }
    if (stated.name) found.unshift({ ...role, ...stated })
  }
  return found
}

/** A whole name (约翰·史密斯) is nobody’s family, and 、 turns no name. */
const namesIn = (text: string): string[] => {
  const [first = '', ...others] = text.split(betweenNames)
  const names = [first.trim()]
  for (let at = 0; at < others.length; at += 2) {
    const [mark, name, before] = [others[at], (others[at + 1] as string).trim(), names.at(-1) as string]
    const isTurned = mark === '，' && isFamily(before) && isForeignGivenName(statedName(name).name)
    if (isTurned) names[names.length - 1] = `${before}，${name}`
    else names.push(name)
  }
  return names
}

/** 史密斯, of whom no word says yet what they did. */
const isFamily = (text: string): boolean => !/[·・•，]/u.test(text) && statedName(text).role === undefined

const isRoleWord = (text: string): boolean => chineseRoleWord(`某${text}`) === text

/** A single character may belong to the name (丁文, 王选): without a space before it, it must leave two or more. */
function roleWordOf(name: string): string | undefined {
  const word = chineseRoleWord(name)
  if (!word) return undefined
  const rest = name.slice(0, -word.length)
  if (rest.endsWith(' ')) return word
  return rest.length >= 2 && (word.length > 1 || '著撰编編译譯辑绘注校'.includes(word)) ? word : undefined
}

/** The persons of a field that names several: `张三; 李四`. A comma stays: it may turn a Western name. */
export const splitNames = (text: string): string[] =>
  text
    .split(/\s*[;；]\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
