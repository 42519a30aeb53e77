import { byId, el } from './dom.js'
import { t } from './i18n.js'

/** Physical keys, so that they are there with any input method. @type {Record<string, string>} */
const keys = {
  Digit1: 'same',
  Numpad1: 'same',
  Digit2: 'apart',
  Numpad2: 'apart',
  Digit3: 'skip',
  Numpad3: 'skip',
  KeyZ: 'undo',
}

/** WCAG 2.2, 2.1.4: keys of one character can be turned off. */
export const keysBox = () =>
  el(
    'label',
    { class: 'choice-box' },
    el('input', { type: 'checkbox', id: 'match-keys', checked: true }),
    t('match.keys'),
  )

/** What is pressed beside fields of text, as long as the view is there. @param {(act: string) => void} act @param {AbortSignal} signal */
export const onKeys = (act, signal) =>
  addEventListener(
    'keydown',
    (event) => {
      const pressed = keys[event.code]
      if (!pressed || isForOthers(event) || !areOn()) return
      event.preventDefault()
      act(pressed)
    },
    { signal },
  )

/** @param {KeyboardEvent} event */
const isForOthers = ({ target, ctrlKey, metaKey, altKey, repeat }) =>
  ctrlKey || metaKey || altKey || repeat || (target instanceof Element && target.matches(fields))
const fields = 'input:not([type=checkbox]), textarea, select'

const areOn = () => byId('match-keys')?.checked === true

/**
 * A button with the key that does the same. @param {string} name @param {string} key @param {() => void} act
 * @param {Record<string, any>} [more]
 */
export const keyButton = (name, key, act, more = {}) =>
  el(
    'button',
    {
      type: 'button',
      id: `match-${name}`,
      'aria-keyshortcuts': key.toLowerCase(),
      ...more,
      on: { click: act },
    },
    t(`match.${name}`),
    el('kbd', { 'aria-hidden': 'true' }, key),
  )
