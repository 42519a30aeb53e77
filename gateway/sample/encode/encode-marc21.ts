import type { DataField, MarcField, MarcRecord } from '../../../standards/formats/marc.js'
import { control, data, inOrder } from './fields.js'
import { addedEntries, mainEntry } from './marc21-agents.js'
import { marc21Fixed, marc21Leader } from './marc21-coded.js'
import { createLinks, type Links, romanisedTitle } from './romanised.js'
import { chance, type Held, type HeldWork, isChinese, splitCallNumber, touchedAt, type Work } from './work.js'

/**
 * A record in MARC 21. Of the Chinese ones, two in five have their title and names romanised, the originals linked in 880;
 * the others stand in Chinese alone. Which, depends on the key only.
 * @param agency code of the library: 040, 852
 */
export function encodeMarc21({ work, held }: HeldWork, agency: string): MarcRecord {
  const touched = touchedAt(held.id)
  const links = createLinks(isChinese(work) && work.titlePinyin !== undefined && chance(work.key, 5) < 2)
  const main = mainEntry(work, links)
  const fields: MarcField[] = [
    control('001', held.id),
    control('003', agency),
    control('005', `${touched.replace(/\D/g, '')}.0`),
    control('008', marc21Fixed(work, touched)),
    ...numbers(work),
    ...data('040', '  ', ['a', agency], ['b', 'chi'], ['c', agency]),
    ...data('041', '1 ', ['a', work.originalLanguage && work.language], ['h', work.originalLanguage]),
    ...classes(work),
    ...main,
    ...titles(work, main.length > 0, links),
    ...imprint(work),
    ...subjects(work),
    ...addedEntries(work, links),
    ...copies(held, agency),
  ]
  return { leader: marc21Leader(work), fields: [...inOrder(fields), ...links.originals()] }
}

function numbers({ isbn = [], issn, doi, lccn, oclc, standardNumber }: Work): DataField[] {
  return [
    ...data('010', '  ', ['a', lccn && `   ${lccn}`]),
    ...isbn.flatMap(({ value, qualifier, price }) =>
      data('020', '  ', ['a', value.replace(/-/g, '')], ['q', qualifier && `(${qualifier})`], ['c', price]),
    ),
    ...data('022', '  ', ['a', issn]),
    ...data('024', '7 ', ['a', doi], ['2', doi && 'doi']),
    ...data('024', '8 ', ['a', standardNumber]),
    ...data('035', '  ', ['a', oclc && `(OCoLC)${oclc}`]),
  ]
}

const classes = ({ ddc, lcc, clc }: Work): DataField[] => [
  ...data('050', ' 4', ['a', lcc]),
  ...data('082', '04', ['a', ddc], ['2', ddc && '23']),
  ...data('084', '  ', ['a', clc], ['2', clc && 'clc']),
]

function titles(work: Work, hasMain: boolean, links: Links): DataField[] {
  const { parallelTitle, variantTitles = [], nonfiling = 0 } = work
  const indicators = `${hasMain ? 1 : 0}${nonfiling}`
  const proper = data('245', indicators, ...titlePairs(work))
  return [
    ...links.romanised(proper, (number) => data('245', indicators, ['6', number], ...romanisedTitle(work))),
    ...data('246', '31', ['a', parallelTitle]),
    ...variantTitles.flatMap((variant) => data('246', '3 ', ['a', variant])),
  ]
}

/** ISBD punctuation stands at the end of the subfield before. */
function titlePairs({ title, subtitle, set, statement }: Work): [string, string | undefined][] {
  const volume = set?.title === undefined ? set?.volume : undefined
  const slash = statement ? ' /' : ''
  const afterTitle = volume ? '.' : subtitle ? ' :' : slash
  return [
    ['a', title + afterTitle],
    ['n', volume && volume + (subtitle ? ' :' : slash)],
    ['b', subtitle && subtitle + slash],
    ['c', statement && `${statement}.`],
  ]
}

function imprint(work: Work): DataField[] {
  const { edition, place, publisher, date, extent, size, series, set, originalTitle, abstract, type } = work
  const isOld = date.startsWith('c') || chance(work.key, 3) === 0
  return [
    ...data('250', '  ', ['a', edition]),
    ...data(
      isOld ? '260' : '264',
      isOld ? '  ' : ' 1',
      ['a', publisher ? `${place} :` : `${place},`],
      ['b', publisher && `${publisher},`],
      ['c', date],
    ),
    ...data('300', '  ', ['a', extent && (size ? `${extent} ;` : extent)], ['c', size]),
    ...data(
      '490',
      '0 ',
      ['a', series && (series.number ? `${series.title} ;` : series.title)],
      ['v', series?.number],
    ),
    ...data('490', '1 ', ['a', set?.title && `${set.title} ;`], ['v', set?.title && set.volume]),
    ...data('830', ' 0', ['a', set?.title && `${set.title} ;`], ['v', set?.title && set.volume]),
    ...data('500', '  ', ['a', originalTitle && `Translation of: ${originalTitle}.`]),
    ...data('502', '  ', [
      'a',
      type === 'thesis' && publisher ? `Thesis, ${publisher}, ${date}.` : undefined,
    ]),
    ...data('520', '  ', ['a', abstract]),
  ]
}

/** MARC 21 has the period in $y and the place in $z, the other way round than CNMARC. */
function subjects(work: Work): DataField[] {
  const { subjects: headings = [], places = [], periods = [] } = work
  const indicators = isChinese(work) ? ' 4' : ' 0'
  return [
    ...headings.flatMap((heading, i) => {
      const [head = '', ...parts] = heading.split('--')
      const [place, period] = isChinese(work) && i === 0 ? [places[0], periods[0]] : []
      return data(
        '650',
        indicators,
        ['a', head],
        ...parts.map((part) => ['x', part] as const),
        ['z', place],
        ['y', period],
      )
    }),
    ...places.flatMap((place) => data('651', indicators, ['a', place])),
  ]
}

/** One 852 for each copy, so that each has its barcode. */
function copies({ id, callNumber, copies: count = 1 }: Held, agency: string): DataField[] {
  const [classPart, item] = callNumber ? splitCallNumber(callNumber) : []
  return Array.from({ length: Math.min(count, 9) }, (_, i) => i + 1).flatMap((copy) =>
    data('852', '8 ', ['a', agency], ['h', classPart], ['i', item], ['p', barcodeOf(id, copy)]),
  )
}

export const barcodeOf = (id: string, copy: number): string =>
  `${id.replace(/\D/g, '')}${String(copy).padStart(2, '0')}`
