import { getJson, isAbort } from './api.js'
import { el } from './dom.js'
import { byWeight, evidenceLine, evidenceName } from './evidence.js'
import { date, reasonOf, t } from './i18n.js'
import { memberName } from './names.js'

/** Why these records are one work; asked for when it is opened. @param {any} work @param {AbortSignal} signal */
export const whyPart = ({ id }, signal) => {
  const answer = el('div', { 'aria-live': 'polite' })
  let isAsked = false
  const load = async () => {
    if (isAsked) return
    isAsked = true
    try {
      answer.replaceChildren(...reasons(await getJson(`/v1/works/${encodeURIComponent(id)}/why`, { signal })))
    } catch (error) {
      isAsked = false
      if (!isAbort(error)) answer.textContent = reasonOf(/** @type {any} */ (error)) || t('unreachableDetail')
    }
  }
  return el('details', { class: 'why', on: { toggle: load } }, el('summary', {}, t('why')), answer)
}

/** @param {any} why */
const reasons = ({ records, pairs, outside = [], words = [] }) => {
  const names = new Map(records.map((/** @type {any} */ one) => [one.id, recordName(one)]))
  const nameOf = (/** @type {string} */ id) => names.get(id) ?? t('whyOther')
  return [
    el('p', {}, howOf(records.length, pairs.length)),
    el(
      'ol',
      { class: 'why-pairs' },
      pairs.map((/** @type {any} */ pair) => pairPart(pair, nameOf)),
    ),
    words.length > 0 ? [el('h3', {}, t('whyWords')), el('ul', {}, words.map(wordPart))] : '',
    outside.length > 0
      ? [
          el('h3', {}, t('whyOutside')),
          el(
            'ul',
            {},
            outside.map((/** @type {any} */ pair) => outsidePart(pair, names.has(pair.a))),
          ),
        ]
      : '',
  ]
    .flat(Number.POSITIVE_INFINITY)
    .filter(Boolean)
}

/** Where no comparison joined them, a librarian did. @param {number} n @param {number} links */
const howOf = (n, links) =>
  n === 1 ? t('whyOne') : links === 0 ? t('whyByWord', { n }) : t('whyHow', { n, links })

/** @param {any} pair @param {(id: string) => string} nameOf */
const pairPart = ({ a, b, outcome, score, rules, evidence }, nameOf) =>
  el(
    'li',
    {},
    el('p', {}, el('b', {}, t('whyPair', { a: nameOf(a), b: nameOf(b) }))),
    el('p', {}, t(`why.${outcome}`, { score }), ' ', el('span', { class: 'quiet' }, t('whyRule', { rules }))),
    el('ul', { class: 'evidence-list' }, byWeight(evidence).map(evidenceLine)),
  )

/** @param {any} said */
const wordPart = ({ kind, at, reason }) =>
  el('li', {}, t(reason ? 'whyWordReason' : 'whyWord', { kind: t(`whyWord.${kind}`), at: date(at), reason }))

/**
 * What is like it, and why it is not of it: a link that was not followed, or a likeness too small. It bears its own
 * title: that of b where a is of this work. @param {any} pair @param {boolean} isOfA
 */
const outsidePart = ({ work, cut, evidence, score, unvouched }, isOfA) => {
  const title = evidence.find((/** @type {any} */ { name }) => name === 'title' || name === 'copy')
  const why = cut ? cutWords(cut) : t(unvouched ? 'whyUnvouched' : 'whyGrey', { score })
  return el(
    'li',
    {},
    el('a', { href: `/works/${encodeURIComponent(work)}` }, title?.[isOfA ? 'b' : 'a'] || work),
    ' ',
    el('span', { class: 'quiet' }, why),
  )
}

/** @param {string} cut */
const cutWords = (cut) =>
  cut === 'librarian' || cut === 'size' ? t(`whyCut.${cut}`) : t('whyCut', { name: evidenceName(cut) })

/** @param {{ source: string, sourceId: string }} record */
const recordName = ({ source, sourceId }) => `${memberName(source.split('/')[0] ?? source)} ${sourceId}`
