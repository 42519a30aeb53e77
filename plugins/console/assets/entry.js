import { act, call, send } from './calls.js'
import { el, facts } from './dom.js'
import { dateTime, t } from './i18n.js'
import { detailOf, doing, link, said } from './parts.js'
import { mendOf } from './quarantine.js'
import { token } from './session.js'

/** One record that was set aside: why, where in its bytes, what to do. @param {any} place @param {import('./parts.js').Context} context */
export const showEntry = async ({ id }, context) => {
  if (!token())
    return { title: t('number', { n: Number(id) }), parts: el('p', { class: 'notice' }, t('needsOperator')) }
  const entry = await call(`/v1/quarantine/${encodeURIComponent(id)}`, { signal: context.signal })
  const { finding, remedy, shown } = entry
  return {
    title: entry.sourceId ?? t('number', { n: entry.number }),
    parts: [
      el(
        'p',
        { class: 'head' },
        link(
          { view: 'quarantine', source: entry.source, code: finding.code },
          remedy ? said(remedy.title) : finding.code,
        ),
        el('code', {}, entry.source),
        entry.state === 'resolved' ? el('span', { class: 'state finished' }, t('resolved')) : '',
      ),
      el('p', { class: 'notice' }, detailOf(finding)),
      remedy ? [el('p', {}, said(remedy.explanation)), mendOf(remedy)] : '',
      facts([
        [t('field'), finding.path && el('code', {}, finding.path)],
        [t('expected'), finding.expected && el('code', {}, finding.expected)],
        [t('got'), finding.got && el('code', {}, finding.got)],
        [t('run'), [link({ view: 'run', id: entry.run }, dateTime(entry.at))]],
        [t('place'), entry.offset === undefined ? '' : t('byte', { n: entry.offset })],
        [t('size'), t('bytes', { n: entry.size })],
      ]),
      entry.state === 'open' ? toolsOf(entry, context) : '',
      shown.fields ? fieldsOf(shown.fields) : '',
      bytesOf(shown),
    ],
  }
}

/** @param {any} entry @param {import('./parts.js').Context} context */
const toolsOf = ({ number: n }, { again, say }) => {
  const after = async (/** @type {any} */ report) => {
    say(t('retried', { n: report.accepted, left: report.quarantined }))
    await again()
  }
  const file = el('input', { type: 'file', id: 'mended' })
  return el(
    'div',
    { class: 'tools' },
    doing(t('retryOne'), async () => after(await act(`/v1/quarantine/${n}/retry`)), { class: 'strong' }),
    el('label', { for: 'mended' }, t('mended')),
    file,
    doing(t('sendMended'), async () => {
      const [chosen] = file.files
      if (chosen) return after(await send(`/v1/quarantine/${n}`, chosen))
      say(t('chooseFile'))
      file.focus()
    }),
  )
}

/** @param {{ text: string, isMarked: boolean }[]} fields */
const fieldsOf = (fields) =>
  el(
    'section',
    { 'aria-labelledby': 'fields' },
    el('h2', { id: 'fields' }, t('fields')),
    el(
      'ol',
      { class: 'marc', tabindex: '0', 'aria-labelledby': 'fields' },
      fields.map(({ text, isMarked }) => el('li', {}, isMarked ? el('mark', {}, text) : text)),
    ),
  )

/** @param {any} shown */
const bytesOf = ({ rows, text, from, to, size }) =>
  el(
    'section',
    { 'aria-labelledby': 'bytes' },
    el('h2', { id: 'bytes' }, t('bytesTitle')),
    el('p', { class: 'quiet' }, t('bytesOf', { from, to, size, encoding: text.encoding })),
    el('p', { class: 'decoded' }, text.before, text.marked ? el('mark', {}, text.marked) : '', text.after),
    el(
      'pre',
      { class: 'hex', tabindex: '0', 'aria-label': t('bytesTitle') },
      rows.map((/** @type {any} */ row) => [hexRow(row), '\n']),
    ),
  )

/** @param {{ at: number, hex: string, text: string, mark?: { from: number, to: number } }} row */
const hexRow = ({ at, hex, text, mark }) => {
  const head = `${String(at).padStart(7)}  `
  const tail = `${' '.repeat(49 - hex.length)}${text}`
  if (!mark) return [head, hex, tail]
  const [from, to] = [mark.from * 3, mark.to * 3 - 1]
  return [head, hex.slice(0, from), el('mark', {}, hex.slice(from, to)), hex.slice(to), tail]
}
