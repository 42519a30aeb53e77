import { call } from './calls.js'
import { el, fill } from './dom.js'
import { t } from './i18n.js'
import { doing, refusalOf } from './parts.js'
import { addressOf } from './place.js'
import { effectsOf } from './rule-effect.js'

/**
 * A rule can be said once its effect was shown; whatever is changed after that has to be shown anew.
 * @param {{ fields: any, rule: () => any, shownIn?: () => string, context: import('./parts.js').Context }} given
 */
export const ruleForm = ({ fields, rule, shownIn = () => '', context }) => {
  const effect = el('div', {
    class: 'effect',
    id: 'rule-effect',
    role: 'region',
    tabindex: '-1',
    'aria-label': t('rules.effect'),
  })
  const post = (/** @type {object} */ more) =>
    call('/v1/search/rules', { method: 'POST', signal: context.signal, body: { rule: rule(), ...more } })
  let shown = ''
  const state = () => JSON.stringify([rule(), shownIn()])
  const refuse = (/** @type {any} */ error) =>
    fill(effect, el('p', { class: 'wrong', role: 'alert' }, refusalOf(error)))

  const preview = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const asked = state()
    shown = ''
    apply.disabled = true
    fill(effect, el('p', { class: 'quiet' }, t('rules.asking')))
    try {
      const q = shownIn().trim()
      const { effects } = await post({ preview: true, ...(q && { q }) })
      if (state() !== asked) return fill(effect)
      shown = asked
      apply.disabled = false
      fill(effect, effectsOf(effects))
      effect.focus()
    } catch (error) {
      refuse(error)
    }
  }
  const say = async () => {
    try {
      await post({})
    } catch (error) {
      return refuse(error)
    }
    history.replaceState(null, '', addressOf({ view: 'rules' }))
    await context.again()
    context.say(t('rules.isSaid'))
  }
  const changed = () => {
    if (state() === shown) return
    apply.disabled = true
    fill(effect)
  }
  const apply = doing(t('rules.apply'), say, { class: 'strong', id: 'rule-apply', disabled: true })
  return el(
    'form',
    { class: 'rule-form', on: { submit: preview, input: changed, change: changed, picked: changed } },
    fields,
    el(
      'p',
      { class: 'links' },
      el('button', { type: 'submit', id: 'rule-preview' }, t('rules.preview')),
      apply,
    ),
    effect,
  )
}

/** @param {string} id @param {string} label @param {Record<string, any>} [more] */
export const field = (id, label, more = {}) =>
  el(
    'p',
    { class: 'field' },
    el('label', { for: id }, label),
    el('input', { id, type: 'text', autocomplete: 'off', ...more }),
  )
