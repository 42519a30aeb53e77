import { el } from './dom.js'
import { dotted, number, t } from './i18n.js'

/** @typedef {{ before: any[], after: any[] }} Effect Works that change, before and after. */

/** @param {Effect} effect */
export const isNothing = ({ before, after }) => before.length === 0 && after.length === 0

/** What becomes of the works. @param {Effect} effect @param {(member: string) => string} nameOf */
export const effectOf = (effect, nameOf) =>
  isNothing(effect)
    ? el('p', { class: 'quiet' }, t('effect.none'))
    : [
        el('p', {}, t('effect.works', { from: effect.before.length, to: effect.after.length })),
        el(
          'ul',
          {},
          effect.after.map((work) => workLine(work, nameOf)),
        ),
      ]

/** @param {any} work @param {(member: string) => string} nameOf */
const workLine = ({ records }, nameOf) => {
  /** @type {Map<string, number>} */
  const members = new Map()
  for (const { source } of records) {
    const [member = source] = source.split('/')
    members.set(member, (members.get(member) ?? 0) + 1)
  }
  const held = [...members].map(([member, count]) =>
    count === 1 ? nameOf(member) : `${nameOf(member)} ${number(count)}`,
  )
  return el(
    'li',
    {},
    el('bdi', { class: 'few-lines' }, records[0]?.title ?? ''),
    ' ',
    el('span', { class: 'quiet' }, dotted([t('effect.records', { n: records.length }), ...held])),
  )
}
