import { getJson, isAbort } from './api.js'
import { el } from './dom.js'
import { hasWord, t, word } from './i18n.js'
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
      if (!isAbort(error)) answer.textContent = /** @type {Error} */ (error).message || t('unreachableDetail')
    }
  }
  return el('details', { class: 'why', on: { toggle: load } }, el('summary', {}, t('why')), answer)
}

/** @param {any} why */
const reasons = ({ records, pairs }) => {
  if (pairs.length === 0) return [el('p', {}, t('whyOne'))]
  const names = new Map(records.map((/** @type {any} */ one) => [one.id, recordName(one)]))
  return [
    el(
      'ul',
      {},
      pairs.map((/** @type {any} */ { a, b, rules, evidence }) =>
        el(
          'li',
          {},
          t('whyPair', {
            a: names.get(a) ?? a,
            b: names.get(b) ?? b,
            evidence: evidence.filter(speaksFor).map(reason).join('; '),
          }),
          ' ',
          el('span', { class: 'quiet' }, t('whyRule', { rules })),
        ),
      ),
    ),
  ]
}

/** @param {{ source: string, sourceId: string }} record */
const recordName = ({ source, sourceId }) => `${memberName(source.split('/')[0] ?? source)} ${sourceId}`

/** @param {{ points: number, a?: string }} evidence */
const speaksFor = ({ points, a }) => points > 0 && a !== undefined

/** @param {{ name: string, a: string }} evidence */
const reason = ({ name, a }) =>
  name === 'title'
    ? t('whyTitle', { value: a })
    : t('whySame', { kind: hasWord('schemes', name) ? word('schemes', name) : name, value: a })
