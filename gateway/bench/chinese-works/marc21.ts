import type { DataField, MarcField, MarcRecord } from '../../../standards/formats/marc.js'
import { field, hasContent } from './cnmarc.js'
import type { Library } from './libraries.js'
import type { Heading, Written } from './written.js'

const leaders: Record<string, string> = {
  film: '00000cgm a2200000 i 4500',
  score: '00000ccm a2200000 i 4500',
  serial: '00000cas a2200000 i 4500',
  'electronic serial': '00000cas a2200000 i 4500',
}

/** In the way of RDA and the romanisation of the Library of Congress: with `880` a romanised field beside each of Han. */
export const marc21Record = (written: Written, id: string, library: Library): MarcRecord => {
  const paired = pairs(written, library)
  const main = paired.map(({ roman }) => roman)
  const others = paired.flatMap(({ own }) => (own ? [own] : []))
  return {
    leader: leaders[written.carrier] ?? '00000cam a2200000 i 4500',
    fields: [
      { tag: '001', value: id },
      ...fixed(written),
      ...numbers(written),
      ...main,
      ...rest(written),
      ...others,
    ].filter(hasContent),
  }
}

const fixed = ({ year, language, carrier }: Written): MarcField[] => {
  const isOnline = carrier.includes('electronic')
  const [kind, end] = carrier.includes('serial') ? ['c', '9999'] : ['s', '    ']
  const form = isOnline ? 'o' : ' '
  return [
    ...(isOnline ? [{ tag: '007', value: 'cr |||||||||||' }] : []),
    { tag: '008', value: `120315${kind}${year ?? 'uuuu'}${end}cc      ${form}     000 0 ${language} d` },
  ]
}

const numbers = ({ isbn, issn, csbn, agencyNumber, original, language }: Written): MarcField[] => [
  ...isbn.map(({ number }) => field('020', '  ', ['a', number])),
  field('022', '  ', ['a', issn]),
  ...(csbn ? [field('024', '8 ', ['a', csbn])] : []),
  ...(agencyNumber ? [field('035', '  ', ['a', `(OCoLC)${agencyNumber.number}`])] : []),
  ...(original ? [field('041', '1 ', ['a', language], ['h', original.language])] : []),
]

interface Pair {
  roman: DataField
  own?: DataField
}

/** With romanisation the Han stands in 880, linked by $6; without it in the field itself. */
const pairs = (written: Written, library: Library): Pair[] => {
  const made: Pair[] = []
  const isRomanised =
    library.pinyin === '880' && written.language === 'chi' && /\p{sc=Han}/u.test(written.title)
  const add = (own: DataField, roman: DataField) => {
    const number = String(made.length + 1).padStart(2, '0')
    const linkedTo = (one: DataField, tag: string, rest: string): DataField => ({
      ...one,
      subfields: [{ code: '6', value: `${tag}-${number}${rest}` }, ...one.subfields],
    })
    made.push(
      isRomanised
        ? { roman: linkedTo(roman, '880', ''), own: { ...linkedTo(own, own.tag, '/$1'), tag: '880' } }
        : { roman: own },
    )
  }
  const [first, ...others] = written.headings
  if (first) add(heading(first, '100', first.name), heading(first, '100', first.pinyin))
  add(title(written), title(romanised(written)))
  add(imprint(written), imprint(romanised(written)))
  for (const one of others) add(heading(one, '700', one.name), heading(one, '700', one.pinyin))
  return made
}

const relators: Record<string, string> = {
  主编: 'editor',
  编: 'editor',
  编著: 'author',
  译: 'translator',
  校注: 'annotator',
  点校: 'editor',
  注释: 'annotator',
  导演: 'film director',
  作曲: 'composer',
  绘画: 'illustrator',
  改编: 'adapter',
  主办: 'issuing body',
}
/** The words of the list in either script. */
const relatorOf = (role: string): string => relators[role] ?? relators[simplified[role] ?? ''] ?? 'author'
const simplified: Record<string, string> = {
  主編: '主编',
  編: '编',
  編著: '编著',
  譯: '译',
  校註: '校注',
  點校: '点校',
  註釋: '注释',
  導演: '导演',
  繪畫: '绘画',
  改編: '改编',
  主辦: '主办',
}

const heading = ({ isBody, dates, role }: Heading, tag: string, name: string): DataField =>
  field(
    isBody ? tag.replace('00', '10') : tag,
    isBody ? '2 ' : '1 ',
    ['a', name + (dates ? ',' : '')],
    ['d', dates],
    ['e', relatorOf(role)],
  )

/** The statement in letters names those of the headings. */
const romanised = (written: Written): Written => {
  const { subtitle, statement, ...rest } = written
  const { roman, headings } = written
  return {
    ...rest,
    ...roman,
    title: capital(roman.title ?? written.title),
    part: written.part.number ? { number: written.part.number } : {},
    statement:
      statement.length > 0 && headings.length > 0
        ? [headings.map(({ pinyin }) => pinyin.replace(',', '')).join(', ')]
        : [],
  }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const title = ({ title: proper, subtitle, part, statement }: Written): DataField =>
  field(
    '245',
    '10',
    ['a', proper + (subtitle ? ' :' : part.number ? '.' : ' /')],
    ['b', subtitle && `${subtitle} /`],
    ['n', part.number && (part.name ? `${part.number},` : `${part.number} /`)],
    ['p', part.name && `${part.name} /`],
    ['c', statement.length ? `${statement.join(' ; ')}.` : undefined],
  )

const imprint = ({ place, publisher, date }: Written): DataField =>
  field(
    '264',
    ' 1',
    ['a', place && `${place} :`],
    ['b', publisher && `${publisher},`],
    ['c', date && `${date}.`],
  )

const rest = (written: Written): MarcField[] => [
  field('250', '  ', ['a', written.edition]),
  ...(written.pages ? [field('300', '  ', ['a', `${written.pages} ;`], ['c', `${written.height} cm`])] : []),
  ...(written.carrier.includes('electronic')
    ? [field('338', '  ', ['a', 'online resource'], ['2', 'rdacarrier'])]
    : []),
  ...(written.series
    ? [
        field(
          '490',
          '0 ',
          ['a', written.series.title + (written.series.number ? ' ;' : '')],
          ['v', written.series.number],
        ),
      ]
    : []),
  ...(written.original ? [field('765', '0 ', ['t', written.original.title])] : []),
  ...(written.set ? [field('773', '08', ['t', written.set], ['g', written.part.number])] : []),
  field('780', '00', ['t', written.earlier]),
  field('785', '00', ['t', written.later]),
  field('084', '  ', ['a', written.clc], ['2', 'clc']),
  field('650', ' 7', ['a', written.subject], ['2', 'cct']),
]
