import type { Draw } from './draw.js'
import { dateOf, editionStatement, isbnForm, partNumber, romanName, statementOf } from './forms.js'
import type { Library } from './libraries.js'
import { type Slip, slipsInto } from './slips.js'
import { inTraditional } from './traditional.js'
import type { Card, Person } from './truth.js'
import type { Heading, Written } from './written.js'

/** A thing as one library describes it: in its forms, its characters, and with its slips. */
export const catalogued = (
  card: Card,
  library: Library,
  number: string,
  draw: Draw,
): { written: Written; slips: Slip[] } => {
  const written = described(card, library, number, draw)
  const slips = slipsInto(written, card, library, draw)
  const isTraditional = card.script === 'hant' || (library.characters === 'hant' && card.language === 'chi')
  return { written: isTraditional ? inTraditional(written) : written, slips }
}

const described = (card: Card, library: Library, number: string, draw: Draw): Written => {
  const { date, year } = dateOf(card, library, draw)
  const edition = card.language === 'chi' ? editionStatement(card.edition, library, draw) : card.edition
  const publisher = card.house.short && draw.chance(0.12) ? card.house.short : card.house.full.han
  return {
    carrier: card.carrier,
    language: card.language,
    ...titleOf(card, library, draw),
    ...responsibility(card, library, draw),
    ...(edition && { edition }),
    roman: romanOf(card, library),
    place: card.house.place.han,
    publisher,
    date,
    year,
    ...extentOf(card, draw),
    isbn: card.isbn.map((isbn) => isbnForm(isbn, card, library, draw)),
    ...(card.csbn && { csbn: card.csbn }),
    ...(card.issn && { issn: card.issn }),
    ...(card.original && draw.chance(0.65) && { original: card.original }),
    ...(card.earlier && { earlier: card.earlier.han }),
    ...(card.later && { later: card.later.han }),
    clc: draw.chance(0.75) ? card.clc : card.clc.slice(0, 3),
    subject: card.topic.han,
    ...(library.copies && draw.chance(0.6) && { agencyNumber: { agency: library.copies, number } }),
  }
}

const romanOf = ({ language, title, subtitle, part, house }: Card, library: Library): Written['roman'] => {
  if (!library.pinyin || language !== 'chi') return {}
  const proper = part?.name && library.parts === 'by name' ? part.name : title
  return {
    title: proper.pinyin,
    ...(subtitle?.pinyin && { subtitle: subtitle.pinyin }),
    place: house.place.pinyin,
    publisher: house.full.pinyin,
  }
}

const titleOf = (
  card: Card,
  library: Library,
  draw: Draw,
): Pick<Written, 'title' | 'subtitle' | 'part' | 'series' | 'set'> => {
  const { part, set, series, title } = card
  const number = part && partNumber(part, library, draw)
  const subtitle = card.subtitle && { subtitle: card.subtitle.han }
  const inSeries = series &&
    draw.chance(0.8) && {
      series: {
        title: series.title.han,
        ...(series.number && draw.chance(0.6) && { number: String(series.number) }),
      },
    }
  const plain = { title: title.han, part: {}, ...subtitle, ...inSeries }
  if (!part) return plain
  const name = part.name && { name: part.name.han }
  const ofSet = set && draw.chance(0.7) ? { set: set.title.han } : {}
  if (part.name && library.parts === 'by name')
    return {
      ...plain,
      title: part.name.han,
      series: { title: title.han, number: number! },
      ...ofSet,
    }
  if (part.counted === 'year' && library.parts !== 'apart')
    return { ...plain, title: draw.chance(0.5) ? `${title.han}${number}` : `${number}${title.han}` }
  if (library.parts === 'apart') return { ...plain, part: { number: number!, ...name }, ...ofSet }
  const spelled = draw.pick([`(${number})`, ` ${number}`, `${number}`, `. ${number}`])
  return {
    ...plain,
    title: `${title.han}${spelled}`,
    ...(part.name && { subtitle: part.name.han }),
    ...ofSet,
  }
}

const responsibility = (
  { people }: Card,
  library: Library,
  draw: Draw,
): Pick<Written, 'statement' | 'headings'> => {
  const writers = people.filter(({ role }) => !/[译注绘点]/.test(role))
  const others = people.filter((one) => !writers.includes(one))
  const tooMany = writers.length > 2 && draw.chance(0.4)
  const first = tooMany ? `${writers[0]!.name.han}等${writers[0]!.role}` : joined(writers, draw)
  const statement = [first, ...(others.length ? [joined(others, draw)] : [])].filter(Boolean)
  const named = tooMany ? [writers[0]!, ...others] : people
  return {
    statement,
    headings:
      library.names === 'statement' ? [] : named.map((person, at) => headingOf(person, at, library, draw)),
  }
}

/** 甲, 乙著: the role once where it is the same. */
const joined = (people: Person[], draw: Draw): string =>
  people
    .map((person, at) => {
      const text = statementOf(person, draw)
      return people[at + 1]?.role === person.role ? text.slice(0, text.length - person.role.length) : text
    })
    .join(', ')

const headingOf = (person: Person, at: number, library: Library, draw: Draw): Heading => {
  const isOther = person.alias && library.names === 'authority' && draw.chance(0.3)
  const used = isOther ? { ...person, name: person.alias! } : person
  const { name, surname, role, isBody, dates, dynasty, country } = used
  return {
    name: name.han,
    pinyin: romanName(used),
    surname,
    role,
    isMain: at === 0,
    isBody: isBody === true,
    ...(dates && draw.chance(0.7) && { dates }),
    ...(dynasty && draw.chance(0.8) && { dynasty }),
    ...(country && draw.chance(0.6) && { country }),
  }
}

const extentOf = (
  { pages, height, set, carrier, language }: Card,
  draw: Draw,
): Pick<Written, 'pages' | 'height'> => {
  if (carrier === 'film') return { pages: draw.pick(['1张光盘', '1光盘(DVD)', '1碟']), height: 12 }
  if (carrier.includes('serial')) return { pages: 'v.', height }
  if (set?.volumes)
    return {
      pages: draw.chance(0.5) ? `${set.volumes}册` : `${set.volumes}册(${pages * set.volumes}页)`,
      height,
    }
  const counted = draw.chance(0.9) ? pages : pages + draw.pick([-2, -1, 1, 2, 8])
  if (carrier === 'electronic') return { pages: `1 online resource (${counted} p.)`, height }
  if (language === 'eng') return { pages: `${counted} p.`, height }
  return {
    pages: draw.chance(0.15) ? `${draw.between(2, 12)},${counted}页` : `${counted}页`,
    height: draw.chance(0.9) ? height : height + 1,
  }
}
