import { dynastyOf } from '../crosswalks/names.js'

/** What stands with a name and is no part of it: stripped from the name, kept as evidence. */
export interface Marks {
  /** (清), (唐): the time a person lived in. */
  dynasty?: string
  /** (美), (英): the country a person is of. */
  nation?: string
  /** The name in its own language, or in full: 莎士比亚 (Shakespeare, W.), Wells, H. G. (Herbert George). */
  beside?: string
  /** 1564-1616, as it stands. */
  dates?: string
}

const bracketed = /\s*[(（[【〔〈<]([^()（）[\]【】〔〕〈〉<>]{1,80})[)）\]】〕〉>]\s*/gu
const tail =
  /[,，\s]+((?:(?:approximately|active|born|died|ca\.?|约|b\.|d\.|fl\.)\s*)?\d{3,4}\??(?:\s*[-–—~～]\s*(?:(?:approximately|ca\.?|约)\s*)?(?:\d{3,4}\??)?)?)\.?$/u

/**
 * Countries as catalogues abbreviate them before a name. Only these are marks of a country: any other bracket of Han is
 * part of the name, or its other form.
 */
export const nations = new Set(
  '美 英 法 德 俄 苏 日 意 奥 西 葡 荷 比 瑞 瑞士 瑞典 挪 挪威 丹 丹麦 芬 芬兰 波 波兰 捷 捷克 匈 匈牙利 希 希腊 古希腊 古罗马 罗 罗马尼亚 保 土 土耳其 以 以色列 埃 埃及 印 印度 韩 韩国 朝 朝鲜 越 越南 泰 泰国 菲 新 新加坡 马来西亚 加 加拿大 澳 澳大利亚 新西兰 墨 墨西哥 巴西 阿根廷 智利 哥伦比亚 秘鲁 古巴 爱尔兰 爱 苏格兰 南非 尼日利亚 乌克兰 塞尔维亚 冰岛 美国 英国 法国 德国 俄罗斯 苏联 日本 意大利 奥地利 西班牙 葡萄牙 荷兰 比利时'.split(
    ' ',
  ),
)

/** `(清) 曹雪芹` → 曹雪芹, dynasty 清; `[美] 海明威 (Hemingway, E.)` → 海明威, nation 美, beside it the other form. */
export const stripMarks = (value: string): { name: string; marks: Marks } => {
  const marks: Marks = {}
  const bare = value
    .slice(0, 300)
    .replace(bracketed, (_whole, inner: string) => {
      note(marks, inner.trim())
      return ' '
    })
    .trim()
  const dates = tail.exec(bare)
  if (dates) marks.dates ??= dates[1] as string
  return { name: (dates ? bare.slice(0, dates.index) : bare).replace(/[\s,，;:]+$/, ''), marks }
}

const note = (marks: Marks, inner: string): void => {
  const dynasty = dynastyOf(inner)
  if (dynasty) marks.dynasty ??= dynasty
  else if (nations.has(inner)) marks.nation ??= inner
  else if (tail.test(inner)) noteBeside(marks, inner)
  else if (/\d{3}/.test(inner)) marks.dates ??= inner
  else if (/\p{L}/u.test(inner)) marks.beside ??= inner
}

/** (Shakespeare, William, 1564-1616) */
const noteBeside = (marks: Marks, inner: string): void => {
  const dates = tail.exec(inner) as RegExpExecArray
  marks.dates ??= dates[1] as string
  marks.beside ??= inner.slice(0, dates.index)
}

/** The mark that a statement of responsibility has before this name: `(美) 海明威著` of 海明威 is 美. */
export const marksInStatement = (statement: string | undefined, name: string): Marks => {
  if (statement === undefined || name === '') return {}
  const at = statement.indexOf(name)
  const before = at < 0 ? '' : statement.slice(Math.max(0, at - 12), at).trim()
  const bracket = /[(（[【〔]([^()（）[\]【】〔〕]{1,6})[)）\]】〕]$/u.exec(before)
  const marks: Marks = {}
  if (bracket) note(marks, (bracket[1] as string).trim())
  return marks
}

/** Years of life as far as a comparison may rely on them: about, or with a question mark, they are left out. */
export const yearsOf = (dates: string | undefined): { birth?: number; death?: number } => {
  if (dates === undefined) return {}
  const range = /(\d{3,4})(\??)\s*[-–—~～]\s*(?:(?:approximately|ca\.?|约)\s*)?(\d{3,4})?(\??)/u.exec(dates)
  const isVague = /approximately|active|ca\.|约|fl\.|活动|circa/iu.test(dates)
  if (range) {
    const [, birth, vagueBirth, death, vagueDeath] = range
    return {
      ...(!isVague && birth && !vagueBirth && { birth: Number(birth) }),
      ...(!isVague && death && !vagueDeath && { death: Number(death) }),
    }
  }
  const one = /(\d{3,4})\??/u.exec(dates)
  if (!one || isVague || /\d\?/.test(dates)) return {}
  if (/\b(?:d\.|died)|卒|[-–—]\s*\d/iu.test(dates)) return { death: Number(one[1]) }
  return /\b(?:b\.|born)|生|\d\s*[-–—]/iu.test(dates) ? { birth: Number(one[1]) } : {}
}
