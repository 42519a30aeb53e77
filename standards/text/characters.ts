import hongKong from 'opencc-js/dict/HKVariants'
import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters'
import traditional from 'opencc-js/dict/TSCharacters'
import taiwan from 'opencc-js/dict/TWVariants'

const pairsOf = (table: string): [string, string][] =>
  table.split('|').map((pair) => pair.split(' ').slice(0, 2) as [string, string])

/**
 * Traditional → simplified, character by character, from OpenCC's table of characters alone (29 KB, no phrases):
 * where one traditional character has several simplified ones the first is taken, for documents and queries alike.
 */
const simplified = new Map(pairsOf(traditional))

/** As simplified Chinese writes it. What is read aloud starts from here: 名著 is still itself. */
export const simplify = (character: string): string => simplified.get(character) ?? character

/** Forms that OpenCC leaves apart although readers type one for the other. */
const alike: Record<string, string> = {
  裡: '里',
  裏: '里',
  峯: '峰',
  羣: '群',
  畧: '略',
  爲: '为',
  彙: '汇',
  菴: '庵',
  註: '注',
  箇: '个',
  麽: '么',
  妳: '你',
  祂: '他',
  牠: '它',
  託: '托',
  佈: '布',
  週: '周',
  徧: '遍',
  慾: '欲',
  採: '采',
  曬: '晒',
  馀: '余',
  〇: '零',
  ...variants(
    '锺钟 镕熔 甯宁 堃坤 龢和 鈔抄 钞抄 牋笺 甦苏 覩睹 堦阶 隣邻 邨村 疎疏 寳宝 淸清 靑青 吿告 彊强 戸户 緜绵 鐡铁 圀国 囯国 斈学 値值 渋涩 挙举 隷隶 鬦斗 崐昆 崘仑 菓果 濶阔 蘂蕊 蕋蕊 ' +
      '筴策 刧劫 噉啖 寃冤 汚污 猨猿 皐皋 砲炮 碁棋 糭粽 脇胁 衹只 譌讹 廻回 逥回 遯遁 閙闹 燄焰 爗烨 煇辉 氷冰 峩峨 巗岩 嵒岩 喦岩 槀槁 栢柏 枏楠 柟楠 楳梅 妬妒 姙妊 姪侄 呪咒 唘启 囘回 囬回 墖塔 ' +
      '夀寿 刄刃 勗勖 匃丐 叅参 脗吻 鴈雁 鑛矿 鑪炉 隄堤 隖坞 靱韧 鞵鞋 韈袜 顋腮 駞驼 鼇鳌 鼈鳖 鵞鹅 鸎莺 鷰燕',
  ),
}

/**
 * Variants (异体字) that older catalogues and other countries keep, each with what readers type: 钱锺书 and 钱钟书, and
 * 朱镕基, who was 朱熔基 where GB 2312 had no 镕.
 */
function variants(pairs: string): Record<string, string> {
  return Object.fromEntries(pairs.split(' ').map((pair) => Array.from(pair) as [string, string]))
}

/** Japanese forms that are other words in Chinese: 芸 (rue), 沪 (Shanghai), 浜 (creek), 欠 (to owe) … */
const otherWords = new Set('予余欠弁缶芸沪浜')

/** Every form of a character → the one that stands for all of them: a simplified one where there is any. */
const folded = new Map(simplified)
const ofSimplified = new Set(simplified.values())
const standsFor = (form: string): string => {
  const next = folded.get(form)
  return next === undefined || next === form ? form : standsFor(next)
}
const join = (form: string, other: string): void => {
  const [one, two] = [standsFor(form), standsFor(other)]
  if (one === two) return
  if (ofSimplified.has(one) && !ofSimplified.has(two)) folded.set(two, one)
  else folded.set(one, two)
}
for (const [form, regional] of [...pairsOf(taiwan), ...pairsOf(hongKong)]) join(regional, form)
for (const [japanese, form] of pairsOf(shinjitai)) if (!otherWords.has(japanese)) join(japanese, form)
for (const [form, other] of Object.entries(alike)) join(form, other)
for (const form of folded.keys()) folded.set(form, standsFor(form))

export const foldHan = (character: string): string => folded.get(character) ?? character

/** A text in compatibility forms, its characters of Han folded; most texts have nothing of either. */
export const foldHanIn = (text: string): string =>
  beyondAscii.test(text) ? Array.from(text.normalize('NFKC'), foldHan).join('') : text
const beyondAscii = /[^ -~]/

/** Letters that are no base letter with a mark, so that decomposing does not make them plain; and those that are typed one for the other. */
const plain: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
  ё: 'е',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
}
const unusual = new RegExp(`[${Object.keys(plain).join('')}]`, 'gu')

/** Vowel signs of Arabic and Hebrew, and the stroke that only makes a word longer: hardly anybody types them. */
const vowelSigns = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu

/** Signs that romanisations write inside words, as ʻayn and the soft sign: `Kazanʹ`, `Saʻdī`. */
const inner = /[\u02b0-\u02ff]/gu

/**
 * No writing has thirty marks on a letter. Normalisation sorts the marks of a letter in the square of their number: past
 * thirty a joiner parts them, as UAX #15 §13 asks of text that comes from outside.
 */
export const streamSafe = (text: string): string =>
  text.length > 30 ? text.replace(/(\p{M}{30})(?=\p{M})/gu, '$1\u034f') : text

/** Latin letters lose their marks; elsewhere a mark makes another letter (й, が). */
export const foldWord = (word: string): string =>
  foldAlone(word) ?? foldAlone(word.normalize('NFC')) ?? foldByRules(word)

const foldByRules = (word: string): string =>
  streamSafe(word)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latin}\p{M}*)\p{M}/gu, '')
    .normalize('NFC')
    .replace(inner, '')
    .replace(vowelSigns, '')
    .replace(unusual, (letter) => plain[letter] as string)

/** Up to Cyrillic: each letter by itself, none of them changes another. Undefined: what is no letter there, such as a mark. */
const alone = Array.from({ length: 0x530 }, (_, code) => {
  const character = String.fromCharCode(code)
  return code < 0x17f || /\p{L}/u.test(character) ? foldByRules(character) : undefined
})

const foldAlone = (word: string): string | undefined => {
  let folded = ''
  for (let at = 0; at < word.length; at++) {
    const letter = alone[word.charCodeAt(at)]
    if (letter === undefined) return undefined
    folded += letter
  }
  return folded
}
