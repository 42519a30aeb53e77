import { differences } from './differences.js'
import { el } from './dom.js'
import { currentLanguage, t } from './i18n.js'
import { rowsOf } from './match-rows.js'

/** Two records side by side, what differs marked. @param {any} match */
export const pairTable = ({ records: [a, b], evidence }) => {
  const agreed = new Set(
    evidence
      .filter((/** @type {any} */ { agreement }) => agreement === 'same')
      .map((/** @type {any} */ { name }) => name),
  )
  return el(
    'table',
    { class: 'pair' },
    el('caption', { class: 'unseen' }, t('match.sideBySide')),
    el('thead', {}, el('tr', {}, el('td', {}), headOf(a, t('match.first')), headOf(b, t('match.second')))),
    el(
      'tbody',
      {},
      rowsOf(a.description, b.description).map((row) => rowOf(row, row.evidence && agreed.has(row.evidence))),
    ),
  )
}

/** @param {any} record @param {string} side */
const headOf = ({ id, source, sourceId, memberName, memberNameZh }, side) =>
  el(
    'th',
    { scope: 'col' },
    el('span', { class: 'side' }, side),
    ' ',
    (currentLanguage() === 'zh' && memberNameZh) || memberName,
    ' ',
    el(
      'a',
      { href: `/v1/records/${encodeURIComponent(id)}`, target: '_blank', rel: 'noopener' },
      `${source} ${sourceId}`,
    ),
  )

/**
 * What the rules call the same is not marked, however it is written: in traditional characters, with other points.
 * @param {import('./match-rows.js').Row} row @param {boolean | undefined | ''} isAgreed
 */
const rowOf = ({ name, values: [a, b] }, isAgreed) => {
  const isSame = isAgreed || a === b
  const sides = isSame || !a || !b ? [a, b] : differences(a, b).map(marks)
  const label = isSame ? 'same' : a && b ? 'differs' : 'oneSided'
  return el(
    'tr',
    { class: label },
    el(
      'th',
      { scope: 'row' },
      t(`row.${name}`),
      label === 'differs' && el('span', { class: 'unseen' }, ` ${t('match.differs')}`),
    ),
    sides.map((side) =>
      el('td', {}, side && side.length > 0 ? side : el('span', { class: 'quiet' }, t('match.blank'))),
    ),
  )
}

/** @param {import('./differences.js').Piece[]} pieces */
const marks = (pieces) => pieces.map(({ text, differs }) => (differs ? el('mark', {}, text) : text))
