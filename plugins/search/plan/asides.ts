import type { Word } from '../query.js'

/** What readers write around that which they look for. Each: what is left out, and why it is no part of it. */
const asides: readonly [RegExp, string][] = [
  [
    /[,，]\s*(?:approximately\s+|ca?\.?\s*|b\.\s*)?\d{3,4}\??\s*[-–—~～]\s*(?:\d{3,4}\??)?\s*[.,]?(?=\s|$)/giu,
    'dates of life behind a name',
  ],
  [/(?<![\p{L}\p{N}.])(?:\p{Lu}\.\s*)+(?=\s|\p{L}{2}|$)/gu, 'initials of forenames'],
  [/^[[［【(（〔]\s*\p{sc=Han}{1,4}\s*[\]］】)）〕]\s*(?=\p{sc=Han})/u, 'the nation of whom it is by'],
  [
    /(?<=\p{sc=Han}{2}|\p{sc=Han}\s)(?:主编|主編|编著|編著|编译|編譯|著|编|編|译|譯|校注|选编|選編)(?=\s)/u,
    'what somebody did for it',
  ],
  [/[(（]\s*\d{3,4}\??\s*[-–—~～]\s*(?:\d{3,4}\??)?\s*[)）]/gu, 'dates of life in brackets'],
  [/\bIS[BS]N(?:-1[03])?[:：]?(?=\s*[\dXx])/giu, 'the name of a number before the number'],
  [
    /^(?:(?:你们|您们|咱们|馆里|館裡|图书馆|圖書館|书店|書店|这里|這裡|这儿|那儿)(?:里|裡)?)?有(?=.+(?:吗|嗎|么|吧)[?？。]?$)/u,
    'a question whether there is something',
  ],
  [
    /^(?:请问|請問|你好[,，]?|我想(?:要)?(?:找|看|借|问)?|想(?:找|看|借)|有没有|有沒有|能不能|帮我|幫我|找|推荐|推薦|介绍|介紹|关于|關於)+(?:一下|一?[本些]|几本|幾本)?(?:关于|關於|有关|有關|讲|講)?/u,
    'a Chinese question’s beginning',
  ],
  [
    /(?:方面|相关|相關|有关|有關)?的?(?:[这這那]?本)?(?:书籍?|書籍?|图书|圖書|资料|資料|教材|著作)?(?:有哪些|有吗|有嗎|还有吗|還有嗎|吗|嗎|呢|在哪里|在哪裡|在哪)?[?？。]?$/u,
    'a Chinese question’s end',
  ],
  [/(?<=\p{sc=Han}{2})(?:写|寫|著|编|編|译|譯|画|畫)的(?=[\p{sc=Han}《「])/u, 'who made it'],
  [/(?<=\p{sc=Han}{2})的(?=[《「『“"])/u, 'whose it is'],
  [
    /^(?:(?:please|hello|hi|(?:do|does) (?:you|the library) have|have you(?: got)?|is there|are there|can i (?:find|get|borrow)|where (?:can|do|could) i (?:find|get)|where (?:is|are)|i(?: a|')?m looking for|i (?:want|need|would like)(?: to (?:find|read|borrow))?|looking for|find(?: me)?|show me|what (?:is|are)|any|good|some|the|an?)[\s,]+)*(?:(?:books?|titles?|works?|literature|articles?|papers?|introductions?)\s+(?:(?:about|on|by|to|of|called|titled)\s+)?)?/iu,
    'an English question’s beginning',
  ],
  [/\?+$/u, 'a question mark'],
]

/** The query without them; the same when there are none, or nothing would be left. */
export const withoutAsides = (text: string): string => {
  let core = text.trim()
  for (const [aside] of asides) core = core.replace(aside, ' ').trim() || core
  return core
}

/** Words that say nothing of what is wanted; `und` and `et` stand for a & too. */
const silent = new Set(
  'und et a an the of in on at by for from to and or with as is are was be it its this that i me my you we do does have can how what where which who'.split(
    ' ',
  ),
)

/** The words that say something; all of them when none does. */
export const saying = (words: readonly Word[]): readonly Word[] => {
  const found = words.filter(
    ({ tokens: [token, ...more], quoted }) => quoted || more.length > 0 || !silent.has(token!),
  )
  return found.length === 0 ? words : found
}
