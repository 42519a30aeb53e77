import { el } from './dom.js'
import { inWords } from './evidence-codes.js'
import { currentLanguage, isolated } from './i18n.js'

/**
 * Evidence on a pair of records, in words. The names are those of the table of rules.
 * @typedef {{ name: string, a?: string, b?: string, agreement: string, points: number, veto?: string, reason?: { en: string, zh: string } }} Evidence
 */

/** @type {Record<string, { zh: string, en: string }>} */
const names = {
  form: { zh: '体裁形式', en: 'Form' },
  content: { zh: '内容类型', en: 'Kind of content' },
  copy: { zh: '套录', en: 'Copied record' },
  title: { zh: '题名', en: 'Title' },
  subtitle: { zh: '副题名', en: 'Subtitle' },
  part: { zh: '分册名', en: 'Name of the part' },
  volume: { zh: '卷册', en: 'Volume' },
  type: { zh: '文献类型', en: 'Kind' },
  language: { zh: '语种', en: 'Language' },
  agents: { zh: '责任者', en: 'Who made it' },
  translator: { zh: '译者', en: 'Translator' },
  year: { zh: '年份', en: 'Year' },
  publisher: { zh: '出版者', en: 'Publisher' },
  edition: { zh: '版本', en: 'Edition' },
  extent: { zh: '页数', en: 'Pages' },
  carrier: { zh: '载体', en: 'Carrier' },
  isbn: { zh: 'ISBN', en: 'ISBN' },
  issn: { zh: 'ISSN', en: 'ISSN' },
  doi: { zh: 'DOI', en: 'DOI' },
  'other-number': { zh: '其他标准号', en: 'Other standard number' },
  'agency-number': { zh: '联合目录控制号', en: 'Number of a union catalogue' },
  host: { zh: '所在刊物', en: 'Journal' },
  place: { zh: '卷期与起始页', en: 'Volume and first page' },
}
/** @type {Record<string, { zh: string, en: string }>} */
const agreements = {
  same: { zh: '相同', en: 'the same' },
  close: { zh: '相近', en: 'nearly the same' },
  differs: { zh: '不同', en: 'different' },
  unknown: { zh: '无从比较', en: 'cannot be compared' },
}
/** @type {Record<string, { zh: string, en: string }>} */
const vetoes = {
  work: { zh: '仅此即可判定为不同作品', en: 'this alone makes them different works' },
  version: { zh: '仅此即可判定为不同版本', en: 'this alone makes them different versions' },
}

/** @param {{ zh: string, en: string } | undefined} words @param {string} otherwise */
const said = (words, otherwise) => words?.[currentLanguage()] ?? otherwise

/** Also of a trait that kept a link from being followed: `volume of` a set, `language of several`. @param {string} name */
export const evidenceName = (name) => said(names[name.split(' of ')[0] ?? name], name)

/** @param {string} agreement */
export const agreementWord = (agreement) => said(agreements[agreement], agreement)

/** What the records say, once where it is the same. @param {Evidence} evidence */
export const valuesOf = ({ name, a, b }) => {
  if (a === undefined && b === undefined) return ''
  const [one, other] = [a, b].map((value) => (value === undefined ? '—' : inWords(name, value)))
  return one === other ? /** @type {string} */ (one) : `${isolated(one ?? '')} ／ ${isolated(other ?? '')}`
}

/** `+45`, `−20`; nothing is 0. @param {number} points */
export const pointsOf = (points) => (points > 0 ? `+${points}` : points < 0 ? `−${-points}` : '0')

/** The weightiest first; what can neither be compared nor counts is left out. @param {Evidence[]} evidence */
export const byWeight = (evidence) =>
  evidence
    .filter(({ agreement, points, veto }) => agreement !== 'unknown' || points !== 0 || veto)
    .sort((one, other) => Math.abs(other.points) - Math.abs(one.points))

/** @param {Evidence} evidence */
export const vetoOf = ({ veto }) => (veto === undefined ? '' : said(vetoes[veto], veto))

/** A line of evidence: what was compared, what came of it, what it is worth. @param {Evidence} evidence */
export const evidenceLine = (evidence) => {
  const values = valuesOf(evidence)
  const sign = evidence.points > 0 ? 'for' : evidence.points < 0 ? 'against' : 'neither'
  return el(
    'li',
    { class: `evidence ${sign}` },
    el('b', { class: 'points' }, pointsOf(evidence.points)),
    el(
      'span',
      {},
      el('b', {}, evidenceName(evidence.name)),
      ` ${agreementWord(evidence.agreement)}`,
      values && el('span', { class: 'values' }, currentLanguage() === 'zh' ? `：${values}` : `: ${values}`),
      evidence.veto && el('span', { class: 'veto' }, ` ${vetoOf(evidence)}`),
      evidence.reason && el('span', { class: 'quiet reason' }, ` ${said(evidence.reason, '')}`),
    ),
  )
}
