import { languages, macrolanguages, obsoleteCodes, otherCodes } from './language-codes.js'

/** Names beside those of the table: 'zh' of a library is 汉语 as often as 中文. Lower case. */
const otherNames = `
chi:汉语 chi:汉文 chi:中国语 chi:華語 chi:華文 chi:华语 chi:mandarin chi:chinois chi:chinesisch chi:普通话 chi:現代漢語 chi:漢語
eng:英文 eng:anglais eng:englisch jpn:日文 jpn:日本语 jpn:japonais jpn:日本語 kor:韩文 kor:朝鲜语 kor:朝鲜文 kor:韓文
fre:法文 fre:français fre:französisch fre:francais ger:德文 ger:deutsch ger:allemand rus:俄文 rus:русский
spa:西班牙文 spa:español spa:castilian ita:意大利文 ita:italiano por:葡萄牙文 por:português lat:拉丁文
ara:阿拉伯文 tib:藏文 mon:蒙文 mon:蒙古文 uig:维吾尔文 uig:维文 kaz:哈萨克文 mnc:满文 mnc:满语 iii:彝文 iii:彝语 zha:壮文
ben:bengali ori:oriya bur:缅甸文 tha:泰文 vie:越南文 grc:古希腊语 dut:flemish spa:castellano nor:挪威文
lzh:文言 yue:粤语 yue:广东话 nan:闽南语 hak:客家话 wuu:吴语 und:unknown und:undetermined mul:multilingual mul:多语种
`

const codes = new Map<string, string>()
const names = new Map<string, string>()
fillTables()

/**
 * ISO 639-2/B code of a language in any of its everyday forms: `zh`, `zho`, `chi`, `cmn`, `zh-Hans-CN`, `Chinese`,
 * `中文`, `汉语`. Undefined when it is none of them.
 */
export function languageCode(text: string): string | undefined {
  const key = text.trim().toLowerCase()
  return codes.get(key) ?? names.get(key) ?? codeOfTag(key) ?? names.get(withoutRemark(key))
}

/** Whether three letters are a code that ISO 639-2 (or 639-3 where it has none) knows, B form. */
export const isLanguageCode = (code: string): boolean => codes.get(code) === code

/** BCP 47: the first subtag is the language: `en_US`, `zh-Hans`. */
function codeOfTag(key: string): string | undefined {
  const end = key.search(/[-_]/)
  return end === 2 || end === 3 ? codes.get(key.slice(0, end)) : undefined
}

/** `Spanish; Castilian`, `Greek (modern)`, `英语【原文】`. */
const withoutRemark = (key: string): string => (key.split(/[;,(（【[]/, 1)[0] as string).trim()

function fillTables(): void {
  for (const code of words(otherCodes)) codes.set(code, code)
  for (const row of languages.split(/[|\n]/)) {
    const [code = '', terminological = '', two = '', english = '', chinese = ''] = row.trim().split('/')
    if (!code) continue
    for (const form of [code, terminological, two]) if (form) codes.set(form, code)
    names.set(english.toLowerCase(), code).set(chinese, code)
  }
  for (const [member, code] of pairs(macrolanguages)) if (!codes.has(member)) codes.set(member, code)
  for (const [old, code] of pairs(obsoleteCodes)) codes.set(old, code)
  for (const [code, name] of pairs(otherNames)) names.set(name, code)
}

function words(text: string): string[] {
  return text.trim().split(/\s+/)
}

function pairs(text: string): [string, string][] {
  return words(text).map((word) => word.split(':') as [string, string])
}
