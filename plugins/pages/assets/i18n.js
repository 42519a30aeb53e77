/** @typedef {'zh' | 'en'} Language */
const kept = 'shulian.language'

/** @returns {Language} */
const preferred = () => {
  const chosen = read()
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.languages.some((tag) => /^(zh|yue|wuu|nan|hak)\b/i.test(tag)) ? 'zh' : 'en'
}

/** A browser may forbid storage: the choice then lasts as long as the page. */
const read = () => {
  try {
    return localStorage.getItem(kept)
  } catch {
    return null
  }
}

/** @type {Language} */
let language = preferred()

export const currentLanguage = () => language
/** BCP 47, for the lang attribute and for Intl. */
export const tag = () => (language === 'zh' ? 'zh-Hans' : 'en')

/** Words of the current language; the other language's are never fetched unless asked for. @type {any} */
let table = { text: {} }

/** What all pages call alike, and what this page says. */
export const loadWords = async () => {
  const files = [`./words-${language}.js`, `./strings-${language}.js`]
  const [common, own] = await Promise.all(files.map((file) => import(file)))
  table = { ...common.default, ...own.default }
}

/** @param {Language} next */
export const chooseLanguage = async (next) => {
  language = next
  try {
    localStorage.setItem(kept, next)
  } catch {}
  await loadWords()
}

/**
 * A string of the table; {name} is replaced. A string with forms is chosen by the number `n`.
 * @param {string} key
 * @param {Record<string, string | number | undefined>} [values]
 * @returns {string}
 */
export const t = (key, values = {}) => {
  const entry = table.text[key] ?? key
  const text =
    typeof entry === 'string'
      ? entry
      : (entry[new Intl.PluralRules(tag()).select(Number(values['n']))] ?? entry.other)
  return text.replace(/\{(\w+)\}/g, (/** @type {string} */ _, /** @type {string} */ name) => {
    const value = values[name] ?? ''
    return typeof value === 'number' ? number(value) : isolated(value)
  })
}

/** Letters that run from right to left, and characters that turn the direction. */
const turning =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202a-\u202e\u2066-\u2069]/u

/** What members write, within a sentence of ours: between marks that keep its direction to itself (UAX #9, 2.4). @param {string} text */
export const isolated = (text) => (turning.test(text) ? `\u2068${text}\u2069` : text)

/**
 * The word for a code of a closed list (a type, a role …), or the code itself.
 * @param {string} list
 * @param {string} code
 * @returns {string}
 */
export const word = (list, code) => table[list]?.[code] ?? code

/** @param {string} list @param {string} code */
export const hasWord = (list, code) => table[list]?.[code] !== undefined

/** Why a call was refused: in words of the page where there are some, else as the gateway told it. @param {{ code?: string, message: string }} problem */
export const reasonOf = ({ code = '', message }) =>
  hasWord('refusals', code) ? word('refusals', code) : message

/** @param {number} value */
export const number = (value) => new Intl.NumberFormat(tag()).format(value)

/** @param {string} iso */
export const date = (iso) => format(iso, { dateStyle: 'medium' })
/** @param {string} iso */
export const dateTime = (iso) => format(iso, { dateStyle: 'medium', timeStyle: 'short' })
/** @param {string} iso */
export const time = (iso) => format(iso, { timeStyle: 'medium' })

/** @param {string} iso @param {Intl.DateTimeFormatOptions} options */
const format = (iso, options) => {
  const when = new Date(iso)
  return Number.isNaN(when.getTime()) ? iso : new Intl.DateTimeFormat(tag(), options).format(when)
}

/**
 * Name of a language from its ISO 639-2 code; `chi`, `ger`, `fre` are read as what they stand for.
 * @param {string} code
 */
export const languageName = (code) => {
  if (code === 'und') return t('unknownLanguage')
  try {
    return new Intl.DisplayNames(tag(), { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** For the lang attribute, so that Han characters take the shapes of their language. @param {string | undefined} code */
export const langOf = (code) => {
  try {
    return code && code !== 'und' ? Intl.getCanonicalLocales(code)[0] : null
  } catch {
    return null
  }
}

/** Parts joined the way each language does. @param {(string | null | undefined | false)[]} parts */
export const dotted = (parts) => parts.flatMap((part) => (part ? [isolated(part)] : [])).join(' · ')

/** The name of the consortium in the page's language, from the document. */
export const consortium = () => meta(language === 'zh' ? 'consortium-zh' : 'consortium')

/** @param {string} name */
export const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? ''

/** Fills the document's fixed words. */
export const applyToDocument = () => {
  document.documentElement.lang = tag()
  document.body.dataset['ready'] = ''
  for (const element of document.querySelectorAll('[data-t]'))
    element.textContent = t(element.getAttribute('data-t') ?? '')
  for (const element of document.querySelectorAll('[data-t-label]'))
    element.setAttribute('aria-label', t(element.getAttribute('data-t-label') ?? ''))
  for (const element of document.querySelectorAll('[data-consortium]')) element.textContent = consortium()
  for (const element of document.querySelectorAll('[data-t-placeholder]'))
    element.setAttribute('placeholder', t(element.getAttribute('data-t-placeholder') ?? ''))
}
