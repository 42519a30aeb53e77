import type { Draw } from './draw.js'
import type { Numbers } from './numbers.js'
import {
  bodies,
  countries,
  foreignGiven,
  foreignSurnames,
  givenCharacters,
  houses,
  housesAbroad,
  surnames,
} from './people.js'
import type { Card, Person, Version } from './truth.js'
import {
  forms,
  images,
  moods,
  places,
  provinces,
  storyEnds,
  subtitles,
  times,
  together,
  topics,
  type Word,
} from './words.js'

/** What every maker of a family draws from. */
export interface Making {
  draw: Draw
  numbers: Numbers
}

export interface Named {
  title: Word
  clc: string
  topic: Word
}

const and: Word = { han: '与', pinyin: 'yu' }

/** 清代江南民俗研究: what scholars call their books. */
export const scholarly = ({ draw }: Making): Named => {
  const [letter, list] = draw.pick(topics)
  const topic = draw.pick(list)
  const before = draw.chance(0.55) ? [draw.pick(times)] : []
  const where = draw.chance(0.45) ? [draw.pick(places)] : []
  const second = draw.chance(0.25) ? [and, draw.pick(draw.pick(topics)[1])] : []
  const title = together(...where, ...before, topic, ...second, draw.pick(forms))
  return { title, clc: `${letter}${draw.between(0, 9)}${draw.between(10, 99)}`, topic }
}

/** 遥远的麦田: what novels are called. */
export const literary = ({ draw }: Making): Named => {
  const image = draw.pick(images)
  const other = draw.pick(images)
  const title = draw.chance(0.4)
    ? together(draw.pick(moods), image, ...(draw.chance(0.3) ? [draw.pick(storyEnds)] : []))
    : draw.chance(0.5)
      ? together(image, draw.pick(storyEnds))
      : together(image, and, other)
  return {
    title,
    clc: `I247.${draw.between(1, 8)}`,
    topic: { han: '长篇小说', pinyin: 'chang pian xiao shuo' },
  }
}

export const named = (making: Making): Named =>
  making.draw.chance(0.7) ? scholarly(making) : literary(making)

export const person = ({ draw }: Making, role: string): Person => {
  const surname = draw.skewed(surnames)
  const given = draw.chance(0.72)
    ? [draw.pick(givenCharacters), draw.pick(givenCharacters)]
    : [draw.pick(givenCharacters)]
  const name = together(surname, ...given)
  return {
    name: { han: name.han, pinyin: `${surname.pinyin} ${given.map(({ pinyin }) => pinyin).join(' ')}` },
    surname: surname.han.length,
    role,
    ...(draw.chance(0.5) && { dates: `${draw.between(1910, 1975)}-` }),
  }
}

/** Who has not yet written a book of this title: two works of one title and author would be one. */
export const authorOf = (making: Making, title: Word, role = '著'): Person => {
  for (;;) {
    const author = person(making, role)
    if (making.numbers.isFirst(`${title.han} ${author.name.han}`)) return author
  }
}

export const foreigner = ({ draw }: Making): { person: Person; forms: Word[] } => {
  const [family, forms] = draw.pick(foreignSurnames)
  const [given, givenWord] = draw.pick(foreignGiven)
  const isNamed = draw.chance(0.6)
  const full = forms.map((form) =>
    isNamed ? { han: `${givenWord.han}·${form.han}`, pinyin: `${givenWord.pinyin} ${form.pinyin}` } : form,
  )
  return {
    person: {
      name: full[0]!,
      surname: 0,
      role: '著',
      country: draw.pick(countries.filter((country) => country !== '日')),
      foreign: `${family}, ${given}`,
    },
    forms: full,
  }
}

export const body = ({ draw }: Making, role = '编'): Person => ({
  name: together(...(draw.chance(0.6) ? [draw.pick(provinces)] : []), draw.pick(bodies)),
  surname: 0,
  role,
  isBody: true,
})

/** A card of a printed book, with numbers of its own. */
export const card = (
  making: Making,
  { title, clc, topic }: Named,
  people: Person[],
  more: Partial<Card> = {},
): Card => {
  const { draw, numbers } = making
  const year = more.year ?? draw.between(1988, 2024)
  const hasSubtitle = draw.chance(0.18)
  return {
    carrier: 'book',
    title,
    ...(hasSubtitle && { subtitle: draw.pick(subtitles) }),
    people,
    house: more.script === 'hant' ? draw.pick(housesAbroad) : draw.pick(houses),
    year,
    printings: draw.chance(0.25) ? [year + draw.between(1, 6)] : [],
    pages: draw.between(90, 720),
    height: draw.pick([19, 20, 21, 21, 23, 24, 26]),
    isbn:
      year >= 1987 ? [numbers.isbn(more.script === 'hant' ? draw.pick(['957', '962'] as const) : '7')] : [],
    language: 'chi',
    script: 'hans',
    clc,
    topic,
    ...(draw.chance(0.15) && {
      series: {
        title: together(draw.pick(times), draw.pick(draw.pick(topics)[1]), {
          han: '丛书',
          pinyin: 'cong shu',
        }),
        number: draw.between(1, 30),
      },
    }),
    ...more,
  }
}

const latest = 2026

/** The same text published once more. */
export const again = ({ draw, numbers }: Making, old: Card, more: Partial<Card> = {}): Card => {
  const year = Math.min(latest, more.year ?? old.year + draw.between(3, 12))
  return {
    ...old,
    year,
    printings: draw.chance(0.2) ? [year + draw.between(1, 4)] : [],
    pages: Math.round(old.pages * (0.95 + draw.between(0, 30) / 100)),
    isbn: year >= 1987 ? [numbers.isbn(more.script === 'hant' ? '957' : '7')] : [],
    csbn: undefined,
    ...more,
  }
}

/** How many libraries have a thing: most things are in few, few in many. */
export const stops = { seldom: 0.6, usual: 0.4, often: 0.22 }

export const version = (work: number, versionNumber: number, part: string, made: Card): Version => ({
  work,
  version: versionNumber,
  part,
  card: made,
})
