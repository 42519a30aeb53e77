import type { DataField, MarcField, MarcRecord } from '../../../standards/formats/marc.js'
import type { Library } from './libraries.js'
import type { Heading, Written } from './written.js'

/** A field of those subfields that have a value: `['a', title], ['A', pinyin]`. */
export const field = (
  tag: string,
  indicators: string,
  ...subfields: [string, string | undefined][]
): DataField => ({
  tag,
  ind1: indicators[0] as string,
  ind2: indicators[1] as string,
  subfields: subfields.flatMap(([code, value]) => (value ? [{ code, value }] : [])),
})

const leaders: Record<string, string> = {
  film: '00000ngm0 2200000   450 ',
  score: '00000ncm0 2200000   450 ',
  electronic: '00000nlm0 2200000   450 ',
  serial: '00000nas0 2200000   450 ',
  'electronic serial': '00000nls0 2200000   450 ',
}

export const cnmarcRecord = (written: Written, id: string, library: Library): MarcRecord => ({
  leader: leaders[written.carrier] ?? '00000nam0 2200000   450 ',
  fields: [
    { tag: '001', value: id },
    ...numbers(written),
    ...coded(written),
    ...descriptive(written, library),
    ...linked(written),
    field('606', '0 ', ['a', written.subject]),
    field('690', '  ', ['a', written.clc], ['v', '5']),
    ...written.headings.map((heading) => agent(heading, library)),
    field('801', ' 0', ['a', 'CN'], ['b', library.id]),
    field('905', '  ', ['a', library.id], ['d', written.clc]),
  ].filter(hasContent),
})

export const hasContent = (one: MarcField): boolean => !('subfields' in one) || one.subfields.length > 0

const agencies = { nlc: '(A100000NLC)', oclc: '(OCoLC)' }

const numbers = (written: Written): MarcField[] => {
  const { isbn, issn, csbn, agencyNumber } = written
  return [
    ...isbn.map(({ number, price }) => field('010', '  ', ['a', number], ['d', price])),
    field('011', '  ', ['a', issn]),
    ...(agencyNumber && agencyNumber.agency !== 'calis'
      ? [field('035', '  ', ['a', agencies[agencyNumber.agency] + agencyNumber.number])]
      : []),
    field('091', '  ', ['a', csbn]),
    ...(agencyNumber?.agency === 'calis' ? [field('099', '  ', ['a', `CAL 01${agencyNumber.number}`])] : []),
  ]
}

const coded = ({ year, language, original, carrier }: Written): MarcField[] => {
  const kind = carrier.includes('serial') ? 'a' : 'd'
  const script = language === 'chi' ? 'chiy50' : language === 'jpn' ? 'jpny50' : 'engy50'
  return [
    field('100', '  ', ['a', `20100312${kind}${year ?? '    '}    em y0${script}      ea`]),
    ...(carrier.includes('electronic')
      ? [field('135', '  ', ['a', 'dr||||||||||']), field('230', '  ', ['a', '电子资源'])]
      : []),
    field('101', original ? '1 ' : '0 ', ['a', language], ['c', original?.language]),
  ]
}

const descriptive = (written: Written, library: Library): MarcField[] => {
  const { title, roman, subtitle, part, statement, edition, place, publisher, date, pages, height } = written
  const isFirst = library.pinyin === '9'
  return [
    field(
      '200',
      '1 ',
      ['a', title],
      [isFirst ? '9' : 'A', roman.title],
      ['e', subtitle],
      ['h', part.number],
      ['i', part.name],
      ['f', statement[0]],
      ['g', statement[1]],
    ),
    field('205', '  ', ['a', edition]),
    field('210', '  ', ['a', place], ['c', publisher], ['d', date]),
    ...(pages ? [field('215', '  ', ['a', pages], ['d', `${height}cm`])] : []),
    field('225', '2 ', ['a', written.series?.title], ['v', written.series?.number]),
  ]
}

const linked = ({ set, series, original, earlier, later, part }: Written): MarcField[] => [
  ...(original ? [field('300', '  ', ['a', `本书译自：${original.title}`])] : []),
  ...(series ? [field('410', ' 0', ['1', '2001 '], ['a', series.title], ['v', series.number])] : []),
  field('430', ' 1', ...(earlier ? [['1', '2001 '] as [string, string]] : []), ['a', earlier]),
  field('440', ' 1', ...(later ? [['1', '2001 '] as [string, string]] : []), ['a', later]),
  ...(original ? [field('454', ' 1', ['1', '2001 '], ['a', original.title])] : []),
  ...(set ? [field('461', ' 0', ['1', '2001 '], ['a', set], ['v', part.number])] : []),
]

const agent = (heading: Heading, library: Library): DataField => {
  const { name, pinyin, surname, role, isMain, isBody, dates, dynasty, country } = heading
  const tag = isBody ? (isMain ? '711' : '712') : isMain ? '701' : '702'
  const isApart = library.names === 'apart' && surname > 0
  const time = dynasty ?? country
  return field(
    tag,
    isBody ? '02' : ' 0',
    ['a', isApart ? name.slice(0, surname) : name],
    [library.pinyin === '9' ? '9' : 'A', library.pinyin ? pinyin.toLowerCase() : undefined],
    ['b', isApart ? name.slice(surname) : undefined],
    ['c', time && `(${time})`],
    ['f', dates],
    ['4', role],
  )
}
