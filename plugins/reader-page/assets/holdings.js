import { el, safeHref } from './dom.js'
import { trialMark } from './empty.js'
import { t, word } from './i18n.js'
import { inLanguage, placeName } from './names.js'

/**
 * What each member has, and a place in each for what its own system says.
 * @param {any[]} all one entry for each record
 * @returns {{ element: HTMLElement, slots: Map<string, HTMLElement> }}
 */
export const holdingsPart = (all) => {
  const slots = new Map()
  const members = [...new Set(all.map(({ member }) => member))]
  const element = el(
    'ul',
    { class: 'holders' },
    members.map((member) => {
      const slot = el('div', { class: 'live', 'aria-live': 'polite' })
      slots.set(member, slot)
      return holder(
        all.filter((one) => one.member === member),
        slot,
      )
    }),
  )
  return { element, slots }
}

/** @param {any[]} records of one member @param {HTMLElement} slot */
const holder = (records, slot) => {
  const [{ memberName, memberNameZh, memberStage }] = records
  const copies = records.flatMap(({ holdings }) => holdings)
  const links = records.flatMap((record) => record.links)
  return el(
    'li',
    {},
    el(
      'h3',
      {},
      inLanguage({ name: memberName, nameZh: memberNameZh }),
      memberStage === 'trial' && trialMark(),
    ),
    copies.length > 0 &&
      el(
        'ul',
        { class: 'copies' },
        alike(copies).map((holding) => copy(holding, records[0].member)),
      ),
    links.length > 0 && el('ul', { class: 'links' }, links.map(link)),
    copies.length + links.length === 0 && el('p', { class: 'quiet' }, t('noPlace')),
    slot,
    el(
      'p',
      { class: 'quiet record-number' },
      records.map(({ sourceId }) => t('recordNumber', { id: sourceId })).join(' · '),
    ),
  )
}

/**
 * Copies that stand side by side under one call number are one line with their number.
 * @param {any[]} copies
 */
const alike = (copies) => {
  const lines = new Map()
  for (const holding of copies) {
    const { organisation = {}, callNumber, statement, items } = holding
    const key = JSON.stringify([organisation.branch, organisation.location, callNumber?.full, statement])
    const line = lines.get(key)
    if (line) line.items = (line.items ?? 1) + (items ?? 1)
    else lines.set(key, { ...holding })
  }
  return [...lines.values()]
}

/** @param {any} holding @param {string} member */
const copy = ({ organisation = {}, callNumber, statement, items }, member) => {
  const count = items !== undefined && !statement ? t('copies', { n: items }) : null
  const place = placeName(member, organisation)
  return el(
    'li',
    {},
    labelled('place', t('location'), place),
    labelled('call-number', t('callNumber'), callNumber?.full),
    labelled('statement', t('holdings'), statement ?? count),
  )
}

/** Its sense is plain to the eye and said to those who hear it. @param {string} className @param {string} label @param {string | null | undefined} text */
const labelled = (className, label, text) =>
  text && el('span', { class: className }, el('span', { class: 'unseen' }, `${label}: `), text)

/** @param {any} one */
const link = ({ href, label, access }) => {
  const address = safeHref(href)
  if (!address) return null
  return el(
    'li',
    {},
    el(
      'a',
      { href: address, rel: 'noopener noreferrer external' },
      label ?? new URL(address).hostname,
      el('span', { class: 'unseen' }, ` ${t('opensElsewhere')}`),
    ),
    access && el('span', { class: `access ${access.kind}` }, word('access', access.kind)),
    access?.package && el('span', { class: 'quiet' }, t('packageName', { name: access.package })),
    (access?.coverage ?? []).map((/** @type {any} */ one) =>
      el('span', { class: 'quiet' }, t('coverage', { text: covered(one) })),
    ),
  )
}

/** @param {any} coverage */
const covered = ({ from, to, fromVolume, toVolume, embargo, note }) =>
  [
    (from || to) && t(from && to ? 'coverageRange' : from ? 'coverageSince' : 'coverageUntil', { from, to }),
    (fromVolume || toVolume) && `v. ${fromVolume ?? '…'}–${toVolume ?? ''}`,
    embargo && t('embargo', { text: embargo }),
    note,
  ]
    .filter(Boolean)
    .join(', ')
