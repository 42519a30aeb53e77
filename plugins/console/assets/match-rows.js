import { currentLanguage, languageName, word } from './i18n.js'

/**
 * What of two records stands side by side, in the order in which a cataloguer looks: each row with the name of the
 * evidence that judged it.
 * @typedef {{ name: string, evidence?: string, values: [string, string] }} Row
 */

/** @param {any} a @param {any} b @returns {Row[]} */
export const rowsOf = (a, b) => {
  const [one, other] = [valuesOf(a), valuesOf(b)]
  return Object.keys(one)
    .map((name) => ({
      name,
      ...(evidence[name] && { evidence: evidence[name] }),
      values: /** @type {[string, string]} */ ([one[name] ?? '', other[name] ?? '']),
    }))
    .filter(({ values }) => values.some(Boolean))
}

/** @type {Record<string, string>} */
const evidence = {
  title: 'title',
  subtitle: 'subtitle',
  part: 'volume',
  agents: 'agents',
  edition: 'edition',
  publisher: 'publisher',
  year: 'year',
  extent: 'extent',
  languages: 'language',
  type: 'type',
}

/** @param {any} description @returns {Record<string, string>} */
const valuesOf = (description) => {
  const { titles, agents, statement, edition, publication, dates, extent, identifiers } = description
  const proper = titles.find((/** @type {any} */ { kind }) => kind === 'original') ?? titles[0] ?? {}
  return {
    title: proper.value ?? '',
    subtitle: proper.subtitle ?? '',
    part: listed([proper.part?.number, proper.part?.name], ' '),
    agents: listed(agents.map(agentText), between().items),
    statement: statement ?? '',
    edition: edition ?? '',
    publisher: listed(
      publication.map((/** @type {any} */ { place, publisher }) =>
        listed([place, publisher], between().label),
      ),
      between().items,
    ),
    year: listed([publication[0]?.date ?? dates[0]?.text], ''),
    extent: extent ?? '',
    numbers: listed(identifiers.map(numberText), between().items),
    ...aboutIt(description),
  }
}

/** @param {any} description */
const aboutIt = ({ relations, languages, type, controlNumbers, classes, subjects, notes }) => ({
  relations: listed(
    relations.map((/** @type {any} */ { kind, title, number }) =>
      listed([word('relation', kind), title, number], ' '),
    ),
    between().items,
  ),
  languages: listed(
    languages
      .filter((/** @type {any} */ { role }) => role === 'text')
      .map((/** @type {any} */ { code }) => languageName(code)),
    between().few,
  ),
  type: word('types', type),
  classes: listed(
    classes.map((/** @type {any} */ { value }) => value),
    between().items,
  ),
  subjects: listed(
    subjects.slice(0, 6).map((/** @type {any} */ { value }) => value),
    between().items,
  ),
  agencies: listed(
    controlNumbers.map((/** @type {any} */ { agency, number }) => `${agency} ${number}`),
    between().items,
  ),
  notes: listed(
    notes
      .filter((/** @type {any} */ { kind }) => kind === 'general')
      .slice(0, 3)
      .map((/** @type {any} */ { value }) => value),
    between().items,
  ),
})

/** @param {any} agent */
const agentText = ({ names, dates, role, roleText }) =>
  listed([names[0]?.value, dates && between().aside(dates), roleText ?? word('roles', role)], ' ')

/** @param {any} identifier */
const numberText = ({ scheme, value, valid }) => `${scheme.toUpperCase()} ${value}${valid ? '' : ' ?'}`

/** Points as the language of the page has them. */
const between = () => points[currentLanguage() === 'zh' ? 'zh' : 'en']

const points = {
  zh: { items: '；', few: '、', label: '：', aside: (/** @type {string} */ words) => `（${words}）` },
  en: { items: '; ', few: ', ', label: ': ', aside: (/** @type {string} */ words) => `(${words})` },
}

/** @param {(string | undefined)[]} parts @param {string} point */
const listed = (parts, point) => parts.filter(Boolean).join(point)
