import { el } from './dom.js'
import { byWeight, evidenceLine, evidenceName } from './evidence.js'
import { dateTime, hasWord, t, word } from './i18n.js'
import { keyButton } from './match-keys.js'
import { pairTable } from './match-pair.js'

/** What can be said of a pair. */
export const choices = /** @type {const} */ (['same', 'apart'])

/**
 * One pair: the question, the two answers with what each would do, both records, the evidence.
 * @param {any} pair
 * @param {{ effects: Record<string, any>, act: (name: string) => void, canUndo: boolean }} given
 */
export const stageOf = (pair, { effects, act, canUndo }) => [
  el('h2', { id: 'pair-title', tabindex: '-1', class: 'few-lines' }, questionOf(pair)),
  pair.word ? el('p', { class: 'notice' }, wordOf(pair.word)) : '',
  pair.cut ? el('p', { class: 'notice' }, t('match.cut', { why: whyCut(pair.cut) })) : '',
  el(
    'div',
    { class: 'choices' },
    choices.map((says, at) => {
      const more = { class: 'strong', 'aria-disabled': 'true', 'aria-describedby': `effect-${says}` }
      const button = keyButton(says, String(at + 1), () => act(says), more)
      return el('div', { class: 'choice' }, button, effects[says])
    }),
  ),
  el(
    'div',
    { class: 'tools' },
    el('label', { for: 'match-reason' }, t('match.reason')),
    el('input', { id: 'match-reason', maxlength: '2000', autocomplete: 'off' }),
    keyButton('skip', '3', () => act('skip')),
    canUndo ? keyButton('undo', 'Z', () => act('undo')) : '',
  ),
  pairTable(pair),
  el('h3', {}, t('match.evidence', { score: pair.score })),
  pair.unvouched ? el('p', {}, t('match.unvouched')) : '',
  el('ul', { class: 'evidence-list' }, byWeight(pair.evidence).map(evidenceLine)),
]

/** @param {any} pair */
export const questionOf = ({ records }) =>
  t('match.question', { title: records[0].description.titles[0]?.value ?? '' })

/** @param {any} said */
const wordOf = ({ says, by, at, reason }) =>
  t(reason ? 'match.wordWhy' : 'match.word', { says: t(`match.${says}`), by, at: dateTime(at), reason })

/** @param {string} cut */
const whyCut = (cut) => (hasWord('cut', cut) ? word('cut', cut) : t('cutBy', { name: evidenceName(cut) }))
