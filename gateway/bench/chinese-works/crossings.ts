import { dynasties, givenCharacters, houses, surnames } from './people.js'
import { again, authorOf, card, literary, type Making, person, stops, version } from './things.js'
import type { Card, Offer, Person } from './truth.js'
import { images, together } from './words.js'

/** Families that cross a border of time, or of the art. */

/** （清）…著: known by another name too, published by many houses, with notes by this one and that. */
export const oldWork = (making: Making): Offer[] => {
  const { draw, numbers } = making
  const [dynasty, from, to] = draw.pick(dynasties)
  const title = together(
    draw.pick(images),
    draw.pick(images),
    draw.pick([
      { han: '记', pinyin: 'ji' },
      { han: '集', pinyin: 'ji' },
      { han: '传', pinyin: 'zhuan' },
      { han: '志', pinyin: 'zhi' },
      { han: '笔谈', pinyin: 'bi tan' },
    ]),
  )
  const surname = draw.skewed(surnames)
  const name = together(surname, draw.pick(givenCharacters))
  if (!numbers.isFirst(`${title.han} ${name.han}`)) return oldWork(making)
  const alias = together(surname, draw.pick(givenCharacters), draw.pick(givenCharacters))
  const born = draw.between(from, to)
  const author: Person = {
    name,
    surname: surname.han.length,
    role: draw.pick(['著', '撰']),
    dynasty,
    alias,
    ...(draw.chance(0.6) && { dates: `${born}-${born + draw.between(38, 82)}` }),
  }
  const what = {
    title,
    clc: `I242.${draw.between(1, 4)}`,
    topic: { han: '古典文学', pinyin: 'gu dian wen xue' },
  }
  let made = card(making, what, [author], { year: draw.between(1954, 1995) })
  return Array.from({ length: draw.between(2, 6) }, (_, at): Offer => {
    const notes = draw.chance(0.4) ? [person(making, draw.pick(['校注', '点校', '注释']))] : []
    const { series, subtitle, ...base } = made
    made = {
      ...again(making, base, { house: draw.pick(houses) }),
      people: [author, ...notes],
      pages: made.pages + draw.between(-20, 60),
    }
    const abroad = draw.chance(0.12) ? card(making, what, made.people, { script: 'hant' }) : undefined
    return { versions: [version(0, at, `publisher ${at + 1}`, abroad ?? made)], stop: stops.usual }
  })
}

/** The novel, the film after it, its music, and the picture book. */
export const otherForms = (making: Making): Offer[] => {
  const { draw } = making
  const what = literary(making)
  const author = authorOf(making, what.title)
  const novel = card(making, what, [author])
  const { subtitle, series, ...kept } = novel
  const near = { ...kept, printings: [], isbn: [], year: novel.year + draw.between(0, 6) }
  const others: Card[] = [
    { ...near, carrier: 'film', people: [person(making, '导演'), { ...author, role: '原著' }] },
    { ...near, carrier: 'score', people: [person(making, '作曲')] },
    {
      ...near,
      carrier: 'pictures',
      isbn: [making.numbers.isbn('7')],
      pages: draw.between(40, 130),
      people: [{ ...author, role: '原著' }, person(making, '改编'), person(making, '绘画')],
      subtitle: { han: '连环画', pinyin: 'lian huan hua' },
    },
  ]
  return [
    { versions: [version(0, 0, 'novel', novel)], stop: stops.often },
    ...draw.some(others, draw.between(1, 3)).map(
      (made, at): Offer => ({
        versions: [version(at + 1, at + 1, made.carrier, made)],
        stop: stops.seldom,
      }),
    ),
  ]
}
