import { getJson } from './api.js'
import { el } from './dom.js'
import { date, reasonOf, t, tag, word } from './i18n.js'
import { inLanguage } from './names.js'
import { keep, onSession, recall, signIn, signInPage, signOut, token } from './session.js'

const kinds = ['question', 'fault', 'suggestion', 'takedown', 'privacy']

/** As many bytes of chance as a UUID has; randomUUID itself is missing where the page came without HTTPS. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * A word to the library. It takes a sign-in, since somebody answers it; what was typed outlives the way there.
 * @param {{ about: 'work' | 'search', work?: string, members?: any[], text?: string }} subject
 */
export const letterForm = (subject) => {
  const container = el('div', { class: 'letter-form' })
  drawForm(container, subject)
  return container
}

/** Whether words are waiting that the reader typed before signing in. @param {string} [work] */
export const hasDraft = (work) => recall(draftKey(work)) !== null

/** @param {string} [work] */
const draftKey = (work) => `letter.${work ?? 'search'}`

/** @param {HTMLElement} container @param {{ work?: string, members?: any[], text?: string }} subject */
const drawForm = (container, { work, members = [], text: given = '' }) => {
  if (!token() && !signInPage()) return container.replaceChildren(el('p', { class: 'quiet' }, t('noSignIn')))
  const draft = JSON.parse(recall(draftKey(work)) ?? '{}')
  const kind = el(
    'select',
    {},
    kinds.map((name) => el('option', { value: name, selected: name === draft.kind }, word('kinds', name))),
  )
  const to = recipient(members, draft.member)
  const text = el('textarea', { rows: 4, maxlength: 2000, required: true })
  text.value = draft.text ?? (given ? `${given}\n` : '')
  const said = el('p', { class: 'said', role: 'status' })
  const button = el('button', { type: 'submit', class: 'strong' })
  const label = () => {
    button.textContent = t(token() ? 'send' : 'sendSignedOut')
  }
  const values = () => ({ kind: kind.value, text: text.value, member: to?.value || undefined })
  const keepDraft = () => keep(draftKey(work), text.value.trim() ? JSON.stringify(values()) : null)
  const edited = () => {
    attempt = newKey()
    keepDraft()
  }
  // Other words are another case; the same words sent again are not.
  let attempt = newKey()
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault()
    if (!text.value.trim()) {
      said.textContent = t('needText')
      return text.focus()
    }
    keepDraft()
    if (!token()) return signIn()
    button.disabled = true
    said.textContent = t('sending')
    try {
      const answer = await send({ ...values(), work, language: tag() }, attempt)
      keep(draftKey(work), null)
      drawSent(container, answer.case, { ...(work ? { work } : {}), members })
    } catch (error) {
      button.disabled = false
      said.textContent = complaint(error)
    }
  }
  label()
  const stop = onSession(() => (button.isConnected ? label() : stop()))
  container.replaceChildren(
    el(
      'form',
      { on: { submit, input: edited, change: edited }, novalidate: true },
      el('p', { class: 'quiet' }, t('wordIntro'), work && ` ${t('wordAbout')}`),
      el('div', { class: 'fields' }, field(t('wordKind'), kind), to && field(t('wordTo'), to)),
      field(t('wordText'), text),
      el('div', { class: 'actions' }, button, said),
      !token() && el('p', { class: 'quiet' }, t('draftKept')),
    ),
  )
}

/** @param {string} label @param {HTMLElement} control */
const field = (label, control) => el('label', { class: 'field' }, el('span', {}, label), control)

/** The members that hold the work, and all of them together. @param {any[]} members @param {string | undefined} chosen */
const recipient = (members, chosen) => {
  const unique = [...new Map(members.map((one) => [one.member, one])).values()]
  if (unique.length === 0) return null
  const option = (/** @type {any} */ one) =>
    el(
      'option',
      { value: one.member, selected: one.member === chosen },
      inLanguage({ name: one.memberName, nameZh: one.memberNameZh }),
    )
  return el('select', {}, el('option', { value: '' }, t('wordToAll')), unique.map(option))
}

/** The same attempt sent twice makes one case. @param {object} body @param {string} key */
const send = (body, key) =>
  getJson('/v1/feedback', { method: 'POST', body, token: token(), headers: { 'idempotency-key': key } })

/** @param {any} problem */
const complaint = (problem) => {
  if (problem.status === 0) return t('unreachableDetail')
  if (problem.status !== 401) return reasonOf(problem)
  signOut()
  return t('sessionEnded')
}

/** @param {HTMLElement} container @param {any} opened @param {{ work?: string, members?: any[] }} subject */
const drawSent = (container, opened, subject) => {
  const another = () => {
    drawForm(container, subject)
    container.querySelector('textarea')?.focus()
  }
  const heading = el('p', { class: 'sent', tabindex: -1 }, el('b', {}, t('sent', { id: opened.id })))
  container.replaceChildren(
    el('div', { role: 'status' }, heading, el('p', {}, t('sentDue', { date: date(opened.response.dueAt) }))),
    el('button', { type: 'button', on: { click: another } }, t('another')),
  )
  heading.focus()
}
