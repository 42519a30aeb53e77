import { isOperators } from './calls.js'
import { byId, el, fill } from './dom.js'
import { t } from './i18n.js'
import { keepToken, token } from './session.js'

/** Whether the board of the queues sent whoever is to sign in. */
const isForQueues = () => new URLSearchParams(location.search).get('then') === 'queues'

/** Who works here, and in which language. @param {{ again: () => Promise<void>, switchLanguage: () => Promise<void> }} context */
export const drawAccount = (context) => {
  const language = el(
    'button',
    { type: 'button', class: 'plain', id: 'language', on: { click: context.switchLanguage } },
    t('otherLanguage'),
  )
  fill(byId('account'), language, token() === null ? signIn(context) : signedIn(context))
}

/** @param {Parameters<typeof drawAccount>[0]} context */
const signedIn = (context) =>
  el(
    'button',
    {
      type: 'button',
      class: 'plain',
      on: {
        click: async () => {
          keepToken(null)
          drawAccount(context)
          await context.again()
        },
      },
    },
    t('signOut'),
  )

/** The token is typed in, and never part of an address. @param {Parameters<typeof drawAccount>[0]} context */
const signIn = (context) => {
  const field = el('input', {
    id: 'token',
    type: 'password',
    autocomplete: 'off',
    spellcheck: 'false',
    required: true,
    'aria-describedby': 'token-hint',
  })
  const told = el('p', { class: 'wrong', role: 'alert' })
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault()
    const given = field.value.trim()
    if (!(await isOperators(given).catch(() => false))) {
      told.textContent = t('tokenWrong')
      return
    }
    keepToken(given)
    if (isForQueues()) return location.assign('/admin/queues')
    drawAccount(context)
    await context.again()
  }
  return el(
    'details',
    { class: 'sign-in', id: 'sign-in', open: isForQueues() },
    el('summary', {}, t('signIn')),
    el(
      'form',
      { on: { submit } },
      el('label', { for: 'token' }, t('token')),
      field,
      el('p', { class: 'quiet', id: 'token-hint' }, t('tokenHint')),
      el('pre', { class: 'quiet' }, 'cat .shulian/operator.token'),
      el('button', { type: 'submit', class: 'strong' }, t('signIn')),
      told,
    ),
  )
}
