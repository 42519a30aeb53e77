import { el, section } from './dom.js'
import { languageName, t, word } from './i18n.js'
import { memberName } from './names.js'
import { toAddress } from './state.js'

/** Other works: the set and its volumes, earlier and later titles, the original and translations. @param {any} work */
export const relatedPart = ({ related = [] }) => {
  if (related.length === 0) return false
  const kinds = [...new Set(related.map((/** @type {any} */ one) => one.kind))]
  return section(
    'related',
    t('relatedWorks'),
    kinds.flatMap((kind) => [
      el('h3', {}, word('relatedKinds', kind)),
      el('ul', {}, related.filter((/** @type {any} */ one) => one.kind === kind).map(line)),
    ]),
  )
}

/** @param {any} one */
const line = ({ work, title, language, year, kind }) =>
  el(
    'li',
    {},
    el('a', { href: toAddress({ view: 'work', id: work }), 'data-inside': true }, title),
    language && kind.endsWith('translation') ? ` (${languageName(language)})` : '',
    year ? el('span', { class: 'quiet' }, ` ${year}`) : '',
  )

/** Who has copies of a version, each once. @param {any} work @param {string} version */
export const holdersOf = ({ holdings }, version) =>
  [
    ...new Set(
      holdings
        .filter((/** @type {any} */ one) => one.version === version)
        .map((/** @type {any} */ one) => memberName(one.member)),
    ),
  ].join(t('listSeparator'))
