import { act, call } from './calls.js'
import { el, facts, section } from './dom.js'
import { currentLanguage, dateTime, dotted, number, t, word } from './i18n.js'
import { countsOf, doing, errorOf, link, stateChip } from './parts.js'
import { token } from './session.js'

/** One run: its report, live while it is under way, and what of it waits for a person. @param {any} place @param {import('./parts.js').Context} context */
export const showRun = async ({ id }, context) => {
  const { signal, later } = context
  const path = `/v1/runs/${encodeURIComponent(id)}`
  const run = await call(path, { signal })
  if (run.state === 'running') later(1)
  const { deletions = [] } =
    token() && run.deletions.held > 0 ? await call(`${path}/deletions?state=held&limit=20`, { signal }) : {}
  return {
    title: t('runTitle', { source: run.source, kind: word('kind', run.kind) }),
    parts: [
      el('p', { class: 'head' }, stateChip(run.state), run.state === 'running' ? progressOf(run) : ''),
      countsOf(run),
      run.error ? el('p', { class: 'notice' }, errorOf(run.error)) : '',
      heldOf(run, deletions, context),
      causesOf(run),
      facts([
        [t('began'), dateTime(run.startedAt)],
        [t('ended'), run.finishedAt && dateTime(run.finishedAt)],
        [t('seconds'), number(run.seconds)],
        [t('indexed'), number(run.indexed)],
        [t('pages'), run.pages !== undefined && number(run.pages)],
        [t('waitsFor'), inLanguage(run.waiting?.why, run.waiting?.whyZh)],
        [t('deletions'), deletionsOf(run.deletions)],
        [
          t('before'),
          run.previous &&
            el(
              'div',
              {},
              link({ view: 'run', id: run.previous.run }, dateTime(run.previous.startedAt)),
              countsOf(run.previous),
            ),
        ],
        [t('runId'), el('code', {}, run.run)],
      ]),
      (run.notes ?? []).length > 0 ? notesOf(inLanguage(run.notes, run.notesZh)) : '',
      el(
        'p',
        { class: 'links' },
        link({ view: 'quality', id: run.source }, t('quality')),
        run.quarantined > 0 ? link({ view: 'quarantine', source: run.source }, t('view.quarantine')) : '',
        link({ view: 'runs', source: run.source }, t('runsOf', { source: run.source })),
      ),
      actionsOf(run, context),
    ],
  }
}

/** @template T @param {T} words @param {T} chinese @returns {T} */
const inLanguage = (words, chinese) => (currentLanguage() === 'zh' && chinese) || words

/** What became of them. @param {Record<string, number>} deletions */
const deletionsOf = (deletions) =>
  Object.entries(deletions).map(([state, n]) => `${number(n)} ${word('deletion', state)}`)

/** @param {any} run */
const progressOf = ({ read, total }) =>
  total
    ? el('progress', { max: total, value: read, 'aria-label': t('progress') })
    : el('progress', { 'aria-label': t('progress') })

/** Why records of the run were set aside, the most frequent cause first. @param {any} run */
const causesOf = ({ source, setAside = {} }) => {
  const causes = /** @type {[string, number][]} */ (Object.entries(setAside)).sort(([, a], [, b]) => b - a)
  return causes.length === 0
    ? ''
    : section(
        'causes',
        t('causes'),
        el(
          'ul',
          { class: 'plain-list' },
          causes.map(([code, n]) =>
            el('li', {}, el('b', {}, number(n)), ' ', link({ view: 'quarantine', source, code }, code)),
          ),
        ),
      )
}

/** @param {string[]} notes */
const notesOf = (notes) =>
  section(
    'notes',
    t('notes'),
    el(
      'ul',
      { class: 'plain-list' },
      notes.map((note) => el('li', {}, note)),
    ),
  )

/** @param {string} verb @param {number} done @param {number} left */
const outcomeOf = (verb, done, left) =>
  `${t(`done.${verb}`, { n: done })}${left > 0 ? t('doneLeft', { n: left }) : ''}`

/** Deletions over the brake. @param {any} run @param {any[]} deletions @param {import('./parts.js').Context} context */
const heldOf = (run, deletions, { again, say }) => {
  const { held = 0 } = run.deletions
  if (held === 0) return ''
  const verdict = (/** @type {string} */ verb) =>
    doing(
      t(`verdict.${verb}`),
      async () => {
        const { done, left } = await act(`/v1/runs/${encodeURIComponent(run.run)}/${verb}`)
        say(outcomeOf(verb, done, left))
        await again()
      },
      { class: verb === 'accept' ? 'strong' : '' },
    )
  return el(
    'section',
    { class: 'notice', 'aria-labelledby': 'held' },
    el('h2', { id: 'held' }, t('held', { n: held })),
    el('p', {}, t('heldWhy')),
    deletions.length > 0
      ? el(
          'ul',
          { class: 'plain-list' },
          deletions.map(({ sourceId, title }) => el('li', { class: 'few-lines' }, dotted([sourceId, title]))),
          held > deletions.length
            ? el('li', {}, t('andMore', { n: held - deletions.length, run: run.run }))
            : '',
        )
      : '',
    token()
      ? el('p', { class: 'links' }, verdict('accept'), verdict('refuse'))
      : el('p', {}, t('needsOperator')),
  )
}

/** @param {any} run @param {import('./parts.js').Context} context */
const actionsOf = (run, { again, say }) => {
  if (!token()) return ''
  const path = `/v1/runs/${encodeURIComponent(run.run)}`
  const after = async (/** @type {string} */ words) => {
    say(words)
    await again()
  }
  const isUndoable = run.deletions.deleted > 0 && run.undoUntil > new Date().toISOString()
  return el(
    'p',
    { class: 'links' },
    run.state === 'running'
      ? doing(t('cancel'), async () => {
          await act(`${path}/cancel`)
          await after(t('cancelled'))
        })
      : '',
    isUndoable
      ? doing(t('undo', { until: dateTime(run.undoUntil) }), async () => {
          const { done, left } = await act(`${path}/undo`)
          await after(outcomeOf('undo', done, left))
        })
      : '',
  )
}
