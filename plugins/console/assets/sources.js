import { allSources, call } from './calls.js'
import { el } from './dom.js'
import { currentLanguage, dateTime, number, t, word } from './i18n.js'
import { empty, link, said, stateChip } from './parts.js'

/** Every source with its last run and what is worth mending in it. @param {any} _place @param {import('./parts.js').Context} context */
export const showSources = async (_place, { signal, later }) => {
  const sources = await allSources(signal)
  const seen = await Promise.all(sources.map((source) => lookAt(source, signal)))
  if (seen.some(({ run, quality }) => run?.state === 'running' || quality?.state === 'computing')) later(2)
  return {
    title: t('view.sources'),
    parts: seen.length === 0 ? empty(t('noSources')) : el('ul', { class: 'cards' }, seen.map(cardOf)),
  }
}

/** @param {any} source @param {AbortSignal} signal */
const lookAt = async (source, signal) => {
  const id = encodeURIComponent(source.id)
  const [{ runs }, quality] = await Promise.all([
    call(`/v1/runs?limit=1&source=${id}`, { signal }),
    call(`/v1/sources/${id}/quality`, { signal }).catch(() => undefined),
  ])
  return { source, run: runs[0], quality }
}

/** @param {any} seen */
const cardOf = ({ source, run, quality }) => {
  const { member } = source
  const report = quality?.report
  return el(
    'li',
    { class: 'card' },
    el(
      'h2',
      { class: 'head' },
      el('span', {}, (currentLanguage() === 'zh' && member.nameZh) || member.name),
      el('code', {}, source.id),
      member.stage === 'active' ? '' : el('span', { class: 'trial' }, word('stage', member.stage)),
    ),
    el(
      'p',
      {},
      run
        ? [
            stateChip(run.state),
            ` ${word('kind', run.kind)} · `,
            link({ view: 'run', id: run.run }, t('lastRun', { at: dateTime(run.startedAt) })),
          ]
        : t('neverRun'),
    ),
    report ? summaryOf(report) : '',
    el(
      'p',
      { class: 'links' },
      quality && quality.state !== 'none'
        ? link(
            { view: 'quality', id: source.id },
            quality.state === 'computing' ? t('computing') : t('quality'),
          )
        : '',
      link({ view: 'runs', source: source.id }, t('view.runs')),
      report?.records.setAside > 0
        ? link({ view: 'quarantine', source: source.id }, t('setAside', { n: report.records.setAside }))
        : '',
    ),
  )
}

/** @param {any} report */
const summaryOf = ({ records, mend: [first] }) =>
  el(
    'p',
    { class: 'quiet' },
    t('recordsOf', { n: records.bib + records.authority + records.holding }),
    first ? ` · ${t('firstToMend')}: ${said(first.title)} (${number(first.records)})` : '',
  )
