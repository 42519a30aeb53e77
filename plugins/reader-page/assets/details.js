import { el, facts, section } from './dom.js'
import { dotted, langOf, languageName, t, word } from './i18n.js'
import { holdersOf } from './related.js'
import { emptySearch, toAddress } from './state.js'

/** @param {any} description */
export const abstracts = ({ abstracts: texts }) =>
  texts.length > 0 &&
  section(
    'abstract',
    t('abstract'),
    texts.map((/** @type {any} */ one) => el('p', { lang: langOf(one.language) }, one.value)),
  )

/** @param {any} work */
export const details = ({ description }) => {
  const {
    publication,
    dates,
    edition,
    extent,
    statement,
    identifiers,
    subjects,
    classes,
    relations,
    notes,
    licence,
  } = description
  const rows = /** @type {[string, any][]} */ ([
    [t('statement'), statement],
    [t('publication'), publication.map(published)],
    [
      t('dates'),
      publication.some((/** @type {any} */ one) => one.date)
        ? []
        : dates.map((/** @type {any} */ one) => one.text),
    ],
    [t('edition'), edition],
    [t('extent'), extent],
    [t('languages'), dotted(description.languages.map(languageText))],
    [t('identifiers'), identifiers.map(identifier)],
    [t('subjects'), subjects.length > 0 && el('ul', { class: 'subjects' }, subjects.map(subject))],
    [t('classes'), classes.map((/** @type {any} */ one) => coded(word('schemes', one.scheme), one.value))],
    ...relations.map((/** @type {any} */ one) => [word('relations', one.kind), related(one)]),
    [t('notes'), notes.filter(isForReaders).map((/** @type {any} */ one) => one.value)],
    [t('licence'), licence && (licence.text ?? licence.uri)],
  ])
  return section('details', t('details'), facts(rows))
}

/** @param {{ place?: string, publisher?: string, date?: string }} publication */
const published = ({ place, publisher, date }) =>
  [[place, publisher].filter(Boolean).join(': '), date].filter(Boolean).join(', ')

/** @param {{ code: string, role: string }} language */
const languageText = ({ code, role }) => {
  const language = languageName(code)
  if (role === 'original') return t('translatedFrom', { language })
  return role === 'summary' ? t('summaryIn', { language }) : language
}

/** @param {string} label @param {string} value @param {string} [note] */
const coded = (label, value, note) =>
  el(
    'span',
    {},
    el('span', { class: 'scheme' }, label),
    ' ',
    el('span', { class: 'code' }, value),
    note && el('span', { class: 'role' }, note),
  )

/** Who catalogued it is the librarians’ matter. @param {{ kind?: string }} note */
const isForReaders = ({ kind }) => kind !== 'cataloguing-source'

/** @param {any} one */
const identifier = ({ scheme, value, text, qualifier, valid, cancelled }) =>
  coded(
    word('schemes', scheme),
    value,
    dotted([text !== value && text, qualifier, !valid && t('invalid'), cancelled && t('cancelled')]),
  )

/** @param {{ value: string }} one */
const subject = ({ value }) =>
  el(
    'li',
    {},
    el(
      'a',
      {
        class: 'tag',
        href: toAddress({ ...emptySearch(), filters: { subject: [value] } }),
        'data-inside': true,
      },
      value,
    ),
  )

/** @param {any} one */
const related = ({ title, number, identifiers = [] }) => {
  const label = [title, number].filter(Boolean).join(' ; ')
  const text = title
    ? el('a', { href: toAddress({ ...emptySearch(), q: title }), 'data-inside': true }, label)
    : label
  return el(
    'span',
    {},
    text,
    identifiers.flatMap((/** @type {any} */ one) => [' ', identifier(one)]),
  )
}

/** Only where there is more than one: the first is what the page already tells. @param {any} work */
export const versions = ({ versions: all, holdings }) =>
  all.length > 1 &&
  section(
    'versions',
    t('versions'),
    el(
      'ol',
      {},
      all.map((/** @type {any} */ version) =>
        el(
          'li',
          {},
          dotted([version.edition, ...version.publication.map(published), version.extent]),
          ' ',
          version.identifiers.slice(0, 2).map(identifier),
          ' ',
          el(
            'span',
            { class: 'quiet' },
            t('versionHeldBy', { members: holdersOf({ holdings }, version.id) }),
          ),
        ),
      ),
    ),
  )
