import type { Draw } from './draw.js'
import type { Library } from './libraries.js'
import { givenCharacters } from './people.js'
import type { Card } from './truth.js'
import type { Written } from './written.js'

/**
 * What goes wrong or is left out, out of a thousand records of a library of usual care; each is told in the truth, so
 * that a pair that was missed can be explained.
 */
export const slipRates = {
  'no author': 15,
  'no heading': 25,
  'no statement': 20,
  'no ISBN': 35,
  'no year': 15,
  'no publisher': 10,
  'no pages': 40,
  'no subtitle': 60,
  'no edition': 25,
  'character of title': 12,
  'character of author': 6,
  'digit of ISBN': 8,
  'year of printing': 25,
  'subtitle in title': 40,
  'series in title': 25,
  'marks in title': 30,
  'edition in title': 12,
  'romanised alone': 4,
}
export type Slip = keyof typeof slipRates

/** Changes `written` in place; tells which slips it made. */
export const slipsInto = (written: Written, card: Card, library: Library, draw: Draw): Slip[] =>
  (Object.keys(slipRates) as Slip[]).filter(
    (slip) =>
      draw.chance((slipRates[slip] / 1000) * library.careless) && make[slip](written, draw, card, library),
  )

/** Each says whether there was anything to get wrong. */
const make: Record<Slip, (written: Written, draw: Draw, card: Card, library: Library) => boolean> = {
  'no author': (written) => {
    written.statement = []
    written.headings = []
    return true
  },
  'no heading': (written) => emptied(written, 'headings'),
  'no statement': (written) => emptied(written, 'statement'),
  'no ISBN': (written) => emptied(written, 'isbn'),
  'no year': (written) => dropped(written, 'date') && dropped(written, 'year'),
  'no publisher': (written) => dropped(written, 'publisher'),
  'no pages': (written) => dropped(written, 'pages'),
  'no subtitle': (written) => dropped(written, 'subtitle'),
  'no edition': (written) => dropped(written, 'edition'),
  'character of title': (written, draw) => {
    if (written.title.length < 4) return false
    written.title = mistyped(written.title, draw)
    return true
  },
  'character of author': (written, draw) => {
    const [heading] = written.headings
    if (!heading || heading.name.length < 2) return false
    const name = mistyped(heading.name, draw)
    written.statement = written.statement.map((text) => text.replace(heading.name, name))
    heading.name = name
    return true
  },
  'digit of ISBN': (written, draw) => {
    const [isbn] = written.isbn
    if (!isbn) return false
    const at = draw.between(2, 8)
    isbn.number = isbn.number.slice(0, at) + draw.between(0, 9) + isbn.number.slice(at + 1)
    return true
  },
  'year of printing': (written, _, { printings: [printing] }) => {
    if (!printing || written.year === printing) return false
    written.date = String(printing)
    written.year = printing
    return true
  },
  'subtitle in title': (written, draw) => {
    if (!written.subtitle) return false
    written.title += `${draw.pick([':', '——', ' ', ''])}${written.subtitle}`
    return dropped(written, 'subtitle')
  },
  'series in title': (written, draw) => {
    if (!written.series || written.part.number) return false
    const { title } = written.series
    written.title = draw.chance(0.5) ? `${title}. ${written.title}` : `${written.title}(${title})`
    return dropped(written, 'series')
  },
  'marks in title': (written, draw) => {
    if (!/\p{sc=Han}/u.test(written.title)) return false
    written.title = draw.pick([
      `《${written.title}》`,
      `${written.title}.`,
      `${written.title}　`,
      written.title.replace('与', '　与'),
    ])
    return true
  },
  'edition in title': (written) => {
    if (!written.edition) return false
    written.title += `(${written.edition})`
    return dropped(written, 'edition')
  },
  'romanised alone': (written, _, card, library) => {
    if (library.pinyin !== '880' || card.language !== 'chi') return false
    written.title = capital(written.roman.title ?? written.title)
    delete written.subtitle
    written.statement = []
    for (const heading of written.headings) heading.name = heading.pinyin
    written.publisher = capital(card.house.full.pinyin)
    written.place = capital(card.house.place.pinyin)
    return true
  },
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const emptied = (written: Written, name: 'headings' | 'statement' | 'isbn'): boolean => {
  const had = written[name].length > 0
  written[name] = []
  return had
}

const dropped = (
  written: Written,
  name: 'date' | 'year' | 'publisher' | 'pages' | 'subtitle' | 'edition' | 'series',
): boolean => {
  const had = written[name] !== undefined
  delete written[name]
  return had
}

/** A character left out, put twice, changed places with the next, or another one of the same sound. */
const mistyped = (text: string, draw: Draw): string => {
  const at = draw.between(1, text.length - 2 > 0 ? text.length - 2 : 1)
  const [before, one, next, after] = [
    text.slice(0, at),
    text[at] ?? '',
    text[at + 1] ?? '',
    text.slice(at + 2),
  ]
  return draw.pick([
    before + next + after,
    before + one + one + next + after,
    before + next + one + after,
    before + draw.pick(givenCharacters).han + next + after,
  ])
}
