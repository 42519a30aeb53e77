import { houses } from './people.js'
import {
  again,
  authorOf,
  body,
  card,
  literary,
  type Making,
  named,
  person,
  scholarly,
  stops,
  version,
} from './things.js'
import type { Card, Offer, Person } from './truth.js'
import { collections, commonTitles, homophones, type Word } from './words.js'

/** Families of ordinary books: each maker gives the things that libraries then describe. */

const offer = (made: Card, work = 0, number = 0, part = 'book', stop = stops.usual): Offer => ({
  versions: [version(work, number, part, made)],
  stop,
})

const people = (making: Making, title: Word): Person[] => {
  const role = making.draw.weighted({ 著: 60, 主编: 18, 编著: 16, 编: 6 })
  const others = making.draw.chance(0.25) ? making.draw.count(0.6, 3) : 0
  return [authorOf(making, title, role), ...Array.from({ length: others }, () => person(making, role))]
}

export const plain = (making: Making): Offer[] => {
  const what = named(making)
  return [offer(card(making, what, people(making, what.title)))]
}

/** 第2版, 修订版, 增订本; a third of them at another publisher. */
export const editions = (making: Making): Offer[] => {
  const { draw } = making
  const what = draw.chance(0.4) ? { ...scholarly(making), title: draw.pick(commonTitles) } : scholarly(making)
  const first = card(making, what, people(making, what.title), { year: draw.between(1985, 2008) })
  const count = draw.count(0.55, 3)
  const words = draw.chance(0.6) ? ['第2版', '第3版', '第4版'] : ['修订版', '增订本', '第3版']
  let last = first
  const later = Array.from({ length: count }, (_, at) => {
    last = again(making, last, {
      edition: words[at] as string,
      ...(draw.chance(0.3) && { house: draw.pick(houses) }),
    })
    return offer(last, 0, at + 1, `edition ${at + 2}`)
  })
  return [offer(first, 0, 0, 'edition 1'), ...later]
}

/** One title, publisher and year, and nearly as many pages: only the authors tell them apart. */
export const sameTitle = (making: Making): Offer[] => {
  const { draw } = making
  const what = { ...scholarly(making), title: draw.pick(commonTitles) }
  const first = card(making, what, people(making, what.title))
  const others = Array.from({ length: draw.count(0.6, 3) }, (_, at) => {
    const role = first.people[0]!.role
    const made = card(making, what, [authorOf(making, what.title, role)], {
      house: first.house,
      year: first.year + (draw.chance(0.7) ? 0 : 1),
      pages: first.pages + draw.between(-12, 12),
      height: first.height,
    })
    return offer(made, at + 1, at + 1, `author ${at + 2}`)
  })
  return [offer(first, 0, 0, 'author 1'), ...others]
}

/** Of 1956–86: no ISBN, often no more than title, author and number. Some came out again with an ISBN. */
export const unifiedNumber = (making: Making): Offer[] => {
  const { draw, numbers } = making
  const what = named(making)
  const house = draw.pick(houses)
  const first = card(making, what, people(making, what.title), {
    house,
    year: draw.between(1956, 1985),
    csbn: numbers.csbn(draw.between(1, 17), house.code),
    pages: draw.between(60, 420),
  })
  if (!draw.chance(0.35)) return [offer(first)]
  const house2 = draw.chance(0.5) ? house : draw.pick(houses)
  return [
    offer(first),
    offer(again(making, first, { year: draw.between(1987, 2012), house: house2 }), 0, 1, 'edition of later'),
  ]
}

/** 文集, 诗选: titles that say nothing without the author. */
export const generic = (making: Making): Offer[] => {
  const { draw } = making
  const title = draw.pick(collections)
  const clc = `I21${draw.between(0, 7)}`
  const topic = { han: '文学', pinyin: 'wen xue' }
  return Array.from({ length: 1 + draw.count(0.5, 3) }, (_, at) => {
    const author = authorOf(making, title)
    const withName = draw.chance(0.5)
    const full = withName
      ? { han: author.name.han + title.han, pinyin: `${author.name.pinyin} ${title.pinyin}` }
      : title
    return offer(card(making, { title: full, clc, topic }, [author]), at, at, `author ${at + 1}`)
  })
}

/** Titles of one sound, by authors of one sound where the dice will have it, of one publisher and year. */
export const soundAlike = (making: Making): Offer[] => {
  const { draw } = making
  const what = scholarly(making)
  const [one, ...others] = draw.pick(homophones)
  const first = card(making, { ...what, title: one! }, [authorOf(making, one!)])
  return [
    offer(first, 0, 0, 'homophone 1'),
    ...others.map((title, at) => {
      const near = { house: first.house, year: first.year, pages: first.pages + draw.between(-20, 20) }
      const author =
        draw.chance(0.3) && making.numbers.isFirst(`${title.han} ${first.people[0]!.name.han}`)
          ? first.people[0]!
          : authorOf(making, title)
      return offer(card(making, { ...what, title }, [author], near), at + 1, at + 1, `homophone ${at + 2}`)
    }),
  ]
}

/** A publisher gave the number of a book that was out of print to another. */
export const reusedNumber = (making: Making): Offer[] => {
  const [one, two] = [named(making), named(making)]
  const first = card(making, one, people(making, one.title), { year: making.draw.between(1987, 2000) })
  const isNear = making.draw.chance(0.3)
  const second = card(making, two, people(making, two.title), {
    house: first.house,
    isbn: first.isbn,
    year: first.year + (isNear ? 0 : making.draw.between(1, 8)),
  })
  return [offer(first, 0, 0, 'first of the number'), offer(second, 1, 1, 'second of the number')]
}

export const electronic = (making: Making): Offer[] => {
  const what = named(making)
  const print = card(making, what, people(making, what.title), { year: making.draw.between(2000, 2024) })
  const isbn = making.draw.chance(0.5)
    ? print.isbn
    : making.draw.chance(0.5)
      ? []
      : [making.numbers.isbn('7')]
  const { series, ...rest } = print
  return [
    offer(print, 0, 0, 'print'),
    offer({ ...rest, carrier: 'electronic', isbn }, 0, 1, 'electronic', stops.seldom),
  ]
}

/** Reports of one body under one title, told apart by a subtitle or a year, or one alone. */
export const corporate = (making: Making): Offer[] => {
  const { draw } = making
  const what = scholarly(making)
  for (;;) {
    const author = body(making)
    if (!making.numbers.isFirst(`${what.title.han} ${author.name.han}`)) continue
    const subtitle = draw.chance(0.3) ? draw.pick(['编者的话', '技术部分', '统计部分', '试行']) : undefined
    const made = card(making, what, [author], subtitle ? { subtitle: { han: subtitle, pinyin: '' } } : {})
    return [offer(made)]
  }
}

/** Simplified in the mainland, traditional in Taiwan or Hong Kong, with another publisher. */
export const traditional = (making: Making): Offer[] => {
  const what = named(making)
  const first = card(making, what, people(making, what.title))
  const { series, ...rest } = first
  const abroad = card(making, what, first.people, {
    script: 'hant',
    year: first.year + making.draw.between(0, 6),
  })
  const second = {
    ...rest,
    house: abroad.house,
    isbn: abroad.isbn,
    year: abroad.year,
    script: 'hant' as const,
    printings: [],
    pages: abroad.pages,
  }
  return [offer(first, 0, 0, 'simplified'), offer(second, 0, 1, 'traditional')]
}

/** A novel and what is written about it, and about its author. */
export const about = (making: Making): Offer[] => {
  const what = literary(making)
  const novel = card(making, what, [authorOf(making, what.title)])
  const title = (before: string, after: string, pinyin: string): Word => ({
    han: `${before}${what.title.han}${after}`,
    pinyin: `${what.title.pinyin} ${pinyin}`,
  })
  const study = making.draw.pick([
    title('', '研究', 'yan jiu'),
    title('《', '》评论集', 'ping lun ji'),
    title('《', '》导读', 'dao du'),
  ])
  const studied = card(making, { ...what, title: study, clc: 'I207.42' }, [authorOf(making, study)])
  return [offer(novel, 0, 0, 'novel'), offer(studied, 1, 1, 'study')]
}
