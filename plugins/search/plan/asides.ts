/** What readers write around that which they look for. Each: what is left out, and why it is no part of it. */
const asides: readonly [RegExp, string][] = [
  [
    /[,，]\s*(?:approximately\s+|ca?\.?\s*|b\.\s*)?\d{3,4}\??\s*[-–—~～]\s*(?:\d{3,4}\??)?\s*\.?$/iu,
    'dates of life behind a name',
  ],
  [/[(（]\s*\d{3,4}\??\s*[-–—~～]\s*(?:\d{3,4}\??)?\s*[)）]/gu, 'dates of life in brackets'],
  [/\bIS[BS]N(?:-1[03])?[:：]?(?=\s*[\dXx])/giu, 'the name of a number before the number'],
  [
    /^(?:请问|請問|你好[,，]?|我想(?:要)?(?:找|看|借|问)?|想(?:找|看|借)|有没有|有沒有|能不能|帮我|幫我|找|推荐|推薦|介绍|介紹|关于|關於)+(?:一?[本些]|几本|幾本)?(?:关于|關於|有关|有關|讲|講)?/u,
    'a Chinese question’s beginning',
  ],
  [
    /(?:方面|相关|相關|有关|有關)?的?(?:书籍?|書籍?|图书|圖書|资料|資料|教材|著作)?(?:有哪些|有吗|有嗎|吗|嗎|呢|在哪里|在哪裡|在哪)?[?？。]?$/u,
    'a Chinese question’s end',
  ],
  [
    /^(?:(?:do you have|i(?: a|')?m looking for|looking for|find(?: me)?|show me|where (?:is|are)|what (?:is|are)|any|good|some|the|a)\s+)*(?:books?|titles?|works?|literature|articles?|papers?|introductions?)\s+(?:about|on|by|to|of)\s+/iu,
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
