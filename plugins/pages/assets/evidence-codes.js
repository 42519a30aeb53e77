import { currentLanguage, languageName, word } from './i18n.js'

/** Codes of what was compared, as a person reads them; the words of the records themselves are left as they are. */

/** @type {Record<string, (code: string) => string>} */
const wordsOf = {
  carrier: (code) => word('carriers', code),
  form: (code) => word('forms', code),
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
