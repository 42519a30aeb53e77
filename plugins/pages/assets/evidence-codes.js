import { currentLanguage, languageName, word } from './i18n.js'

/** Codes of what was compared, as a person reads them; the words of the records themselves are left as they are. */

/** @type {Record<string, { zh: string, en: string }>} */
const carriers = {
  print: { zh: '纸本', en: 'print' },
  'print/large': { zh: '大字本', en: 'large print' },
  manuscript: { zh: '手稿或写本', en: 'manuscript' },
  braille: { zh: '盲文', en: 'braille' },
  microform: { zh: '缩微品', en: 'microform' },
  electronic: { zh: '电子版', en: 'electronic' },
  'electronic/online': { zh: '电子版（在线）', en: 'electronic, online' },
  'electronic/direct': { zh: '电子版（光盘等）', en: 'electronic, on disc' },
  'electronic/pdf': { zh: '电子版（PDF）', en: 'electronic, PDF' },
  'electronic/epub': { zh: '电子版（EPUB）', en: 'electronic, EPUB' },
  audio: { zh: '录音', en: 'sound recording' },
  'audio/cd': { zh: '录音（CD）', en: 'sound recording on CD' },
  'audio/lp': { zh: '录音（密纹唱片）', en: 'sound recording on LP' },
  'audio/cassette': { zh: '录音带', en: 'sound cassette' },
  'audio/daisy': { zh: '录音（DAISY，供视障读者）', en: 'sound recording in DAISY, for the blind' },
  video: { zh: '录像', en: 'video' },
  'video/dvd': { zh: '录像（DVD）', en: 'video on DVD' },
  'video/bluray': { zh: '录像（蓝光光盘）', en: 'video on Blu-ray' },
  'video/cassette': { zh: '录像带', en: 'video cassette' },
}

/** @type {Record<string, { zh: string, en: string }>} */
const forms = {
  text: { zh: '原文', en: 'the text itself' },
  comic: { zh: '连环画、绘本', en: 'comic or picture book' },
  script: { zh: '剧本', en: 'script' },
  adapted: { zh: '改编本', en: 'adaptation' },
}

/** @type {Record<string, (code: string) => string>} */
const wordsOf = {
  carrier: (code) => carriers[code]?.[currentLanguage()] ?? code,
  form: (code) => forms[code]?.[currentLanguage()] ?? code,
  type: (code) => word('types', code),
  language: (codes) =>
    codes
      .split(' ')
      .map(languageName)
      .join(currentLanguage() === 'zh' ? '、' : ', '),
  volume: (code) => {
    const set = /^set(?: of (\d+))?$/.exec(code)
    if (!set) return code
    const [, count] = set
    if (currentLanguage() === 'zh') return count ? `整套 ${count} 册` : '整套'
    return count ? `the set of ${count}` : 'the set'
  },
}

/** @param {string} name Of the evidence. @param {string} value */
export const inWords = (name, value) => wordsOf[name]?.(value) ?? value
