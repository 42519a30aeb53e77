import type { DataField, MarcField, MarcRecord } from '../../../standards/formats/marc.js'
import { cnmarcAgents } from './cnmarc-agents.js'
import { cnmarcCoded, cnmarcLeader } from './cnmarc-coded.js'
import { control, data, inOrder } from './fields.js'
import { type Held, type HeldWork, isChinese, splitCallNumber, touchedAt, type Work } from './work.js'

/** The university library's record in CNMARC (GB/T 33286), as cataloguers of CALIS write it. */
export function encodeCnmarc({ work, held }: HeldWork, branch = 'LC'): MarcRecord {
  const touched = touchedAt(held.id)
  const fields: MarcField[] = [
    control('001', held.id),
    control('005', `${touched.replace(/\D/g, '')}.0`),
    ...numbers(work),
    ...cnmarcCoded(work, touched.slice(0, 10).replace(/-/g, '')),
    ...titles(work),
    ...imprint(work),
    ...relations(work),
    ...subjects(work),
    ...cnmarcAgents(work),
    ...data('801', ' 0', ['a', 'CN'], ['b', 'LCUL'], ['c', touched.slice(0, 10).replace(/-/g, '')]),
    ...holding(held, branch, isChinese(work) ? '中文书库' : '外文书库'),
  ]
  return { leader: cnmarcLeader(work), fields: inOrder(fields) }
}

function numbers(work: Work): DataField[] {
  const { isbn = [], issn, doi, csbn, lccn, oclc, standardNumber } = work
  return [
    ...isbn.flatMap(({ value, qualifier, price }) =>
      data('010', '  ', ['a', value], ['b', qualifier], ['d', price]),
    ),
    ...data('011', '  ', ['a', issn]),
    ...data('017', '70', ['a', doi], ['2', doi && 'doi']),
    ...data('035', '  ', ['a', lccn && `(DLC)${lccn}`]),
    ...data('035', '  ', ['a', oclc && `(OCoLC)${oclc}`]),
    ...data('091', '  ', ['a', csbn]),
    ...data('094', '  ', ['a', standardNumber]),
  ]
}

function titles(work: Work): DataField[] {
  const { title, titlePinyin, subtitle, parallelTitle, set, variantTitles = [], originalTitle } = work
  const [first, ...others] = statements(work)
  const volume = set?.title === undefined ? set?.volume : undefined
  return [
    ...data(
      '200',
      '1 ',
      ['a', title],
      ['A', titlePinyin],
      ['d', parallelTitle && `= ${parallelTitle}`],
      ['e', subtitle],
      ['h', volume],
      ['f', first],
      ['F', first && pinyinOfStatement(work, first)],
      ...others.map((statement) => ['g', statement] as const),
      ['z', parallelTitle && 'eng'],
    ),
    ...data('500', '10', ['a', originalTitle], ['m', originalTitle && work.originalLanguage]),
    ...data('510', '1 ', ['a', parallelTitle], ['z', parallelTitle && 'eng']),
    ...variantTitles.flatMap((variant) => data('517', '1 ', ['a', variant])),
  ]
}

const statements = ({ statement = '' }: Work): string[] => statement.split(/\s*;\s*/).filter(Boolean)

/** CALIS writes the pinyin of the names after the statement; of a statement without known names there is none. */
const pinyinOfStatement = ({ agents }: Work, statement: string): string =>
  agents.flatMap(({ name, pinyin }) => (pinyin && statement.includes(name) ? [pinyin] : [])).join(', ')

function imprint({
  edition,
  place,
  publisher,
  date,
  extent,
  size,
  abstract,
  language,
  originalTitle,
}: Work): DataField[] {
  const [pages, other] = (extent ?? '').split(/\s+:\s+/)
  return [
    ...data('205', '  ', ['a', edition]),
    ...data('210', '  ', ['a', place], ['c', publisher], ['d', date]),
    ...data('215', '  ', ['a', pages], ['c', other], ['d', size]),
    ...data('300', '  ', [
      'a',
      language === 'chi' && originalTitle ? `原文题名: ${originalTitle}` : undefined,
    ]),
    ...data('330', '  ', ['a', abstract]),
  ]
}

/** 461 is the set, 462 the part of it that this is a part of; both hold a whole field 200 after $1. */
function relations({ series, set }: Work): DataField[] {
  const fields = data('225', '2 ', ['a', series?.title], ['v', series?.number])
  if (!set?.title) return fields
  const [volume = '', part] = (set.volume ?? '').split(', ')
  fields.push(...data('461', ' 0', ['1', '2001 '], ['a', set.title], ['v', part ? volume : set.volume]))
  if (part) fields.push(...data('462', ' 0', ['1', '2001 '], ['a', `${set.title}. ${volume}`], ['v', part]))
  return fields
}

/** Two headings are controlled, the others free words. 606 $y is the place and $z the period. */
function subjects(work: Work): DataField[] {
  const { subjects: headings = [], places = [], periods = [], clc } = work
  const own = isChinese(work)
  return [
    ...headings.slice(0, 2).flatMap((heading, i) => {
      const [head = '', ...parts] = heading.split('--')
      const [place, period] = own && i === 0 ? [places[0], periods[0]] : []
      return data(
        '606',
        '0 ',
        ['a', head],
        ...parts.map((part) => ['x', part] as const),
        ['y', place],
        ['z', period],
      )
    }),
    ...(own ? places.slice(1) : places).flatMap((place) => data('607', '  ', ['a', place])),
    ...headings.slice(2).flatMap((heading) => data('610', '0 ', ['a', heading.replaceAll('--', ' ')])),
    ...data('690', '  ', ['a', clc], ['v', clc && '5']),
  ]
}

function holding({ id, callNumber, copies = 1 }: Held, branch: string, room: string): DataField[] {
  const [classPart, item] = callNumber ? splitCallNumber(callNumber) : []
  const barcodes = Array.from(
    { length: Math.min(copies, 9) },
    (_, i) => `${id.replace(/\D/g, '').slice(-8)}${i + 1}`,
  )
  return data(
    '905',
    '  ',
    ['a', branch],
    ...barcodes.map((barcode) => ['b', barcode] as const),
    ['c', room],
    ['d', classPart],
    ['e', item],
    ['f', String(copies)],
  )
}
