import { call } from './calls.js'
import { byId, el, fill } from './dom.js'
import { t } from './i18n.js'
import { effectOf, isNothing } from './match-effect.js'
import { keyButton, onKeys } from './match-keys.js'
import { choices, questionOf, stageOf } from './match-stage.js'
import { empty, problem } from './parts.js'

/**
 * One pair after another: each can be decided once the effect of both answers is shown. What was decided here is kept,
 * so that it can be taken back in turn.
 * @typedef {{ pair: any, word: number, work: string }} Decided
 * @param {{ matches: any[], next: (after: string) => Promise<any[]>, nameOf: (member: string) => string, context: import('./parts.js').Context, onChange: () => void }} given
 */
export const matchQueue = ({ matches, next, nameOf, context: { signal, say }, onChange }) => {
  const waiting = [...matches]
  /** @type {any[]} */
  const skipped = []
  /** @type {Decided[]} */
  const decided = []
  const stage = el('section', { class: 'match', 'aria-labelledby': 'pair-title' })
  let lastId = waiting.at(-1)?.id
  /** Shown with its effects, and nothing under way. */
  let isReady = false

  const draw = async () => {
    if (waiting.length === 0 && lastId !== undefined) await refill()
    const [pair] = waiting
    const wasWithin = stage.contains(document.activeElement)
    const effects = effectPlaces()
    fill(stage, pair ? stageOf(pair, { effects, act, canUndo: canUndo(pair) }) : ending())
    if (wasWithin && !stage.contains(document.activeElement)) byId('pair-title').focus()
    if (pair) await showEffects(pair, effects)
    else isReady = true
  }

  const ending = () => [
    el('h2', { id: 'pair-title', tabindex: '-1' }, t('match.done')),
    empty(skipped.length > 0 ? t('match.onlySkipped', { n: skipped.length }) : t('match.nothing')),
    el(
      'div',
      { class: 'tools' },
      skipped.length > 0
        ? el('button', { type: 'button', on: { click: () => act('again') } }, t('match.again'))
        : '',
      decided.length > 0 ? keyButton('undo', 'Z', () => act('undo')) : '',
    ),
  ]

  const refill = async () => {
    const more = await next(lastId)
    lastId = more.at(-1)?.id
    waiting.push(...more)
  }

  /** @param {any} pair @param {Record<string, any>} effects */
  const showEffects = async (pair, effects) => {
    const [same, apart] = [
      await post(pair, 'same', { preview: true }),
      await post(pair, 'apart', { preview: true }),
    ]
    if (waiting[0] !== pair) return
    // An earlier answer has joined them already: there is nothing left to ask.
    if (isNothing(same) && pair.outcome === 'grey' && !pair.word) {
      waiting.shift()
      return draw()
    }
    fill(effects['same'], effectOf(same, nameOf))
    fill(effects['apart'], effectOf(apart, nameOf))
    for (const says of choices) byId(`match-${says}`).removeAttribute('aria-disabled')
    isReady = true
  }

  /** @param {any} pair @param {string} says @param {object} more */
  const post = (pair, says, more) =>
    call(`/v1/matches/${encodeURIComponent(pair.id)}`, {
      method: 'POST',
      signal,
      body: { says, seen: pair.word?.number ?? 0, ...more },
    })

  /** @param {string} says */
  const decide = async (says) => {
    const [pair] = waiting
    if (!pair) return
    const reason = byId('match-reason').value.trim()
    const { word, after } = await post(pair, says, reason ? { reason } : {})
    decided.push({ pair, word, work: after[0]?.id ?? pair.records[0].work })
    waiting.shift()
    onChange()
    await told(t(`match.said.${says}`))
  }

  const skip = async () => {
    const pair = waiting.shift()
    if (!pair) return
    skipped.push(pair)
    await told(t('match.skipped'))
  }

  const again = async () => {
    waiting.push(...skipped.splice(0))
    await told('')
  }

  /** Of a pair that was decided before the word on it, else the last one that was said here. */
  const undo = async () => {
    const [pair] = waiting
    const own = pair?.word && { pair, word: pair.word.number, work: pair.records[0].work }
    const last = own ?? decided.at(-1)
    if (!last) return
    await call(`/v1/works/${encodeURIComponent(last.work)}/undo`, {
      method: 'POST',
      signal,
      body: { word: last.word },
    })
    if (own) waiting.shift()
    else waiting.unshift(/** @type {Decided} */ (decided.pop()).pair)
    onChange()
    await told(t('match.undone'))
  }

  /** Draws what comes next, and says both. @param {string} words */
  const told = async (words) => {
    await draw()
    say(waiting[0] ? `${words} ${questionOf(waiting[0])}` : words)
  }

  /** @param {any} pair */
  const canUndo = (pair) => decided.length > 0 || pair.word !== undefined

  const acts = /** @type {Record<string, () => Promise<void>>} */ ({
    same: () => decide('same'),
    apart: () => decide('apart'),
    skip,
    again,
    undo,
  })

  /** One at a time. @param {string} name */
  const act = async (name) => {
    if (!isReady) return
    isReady = false
    try {
      await acts[name]?.()
    } catch (error) {
      failed(error)
    }
  }

  /** @param {any} error @returns {Promise<void> | void} */
  const failed = (error) => {
    if (signal.aborted) return
    if (outdated.has(error.code)) return overtaken(error).catch(failed)
    // Above the pair: below it nobody would see it.
    stage.prepend(problem(error, () => draw().catch(failed)))
  }

  /** Somebody else was quicker: the question is no longer what it was, and the next one is asked. @param {any} error */
  const overtaken = async ({ code }) => {
    if (code === 'NOTHING_TO_UNDO' && !waiting[0]?.word) decided.pop()
    else waiting.shift()
    onChange()
    await told(t('match.overtaken'))
  }

  onKeys(act, signal)
  draw().catch(failed)
  return stage
}

/** Refusals of what others have decided, taken back or changed since the pair was read. */
const outdated = new Set(['MATCH_DECIDED', 'MATCH_UNKNOWN', 'NOTHING_TO_UNDO'])

/** @returns {Record<string, any>} */
const effectPlaces = () =>
  Object.fromEntries(choices.map((says) => [says, el('div', { id: `effect-${says}` }, t('effect.asked'))]))
