import { authorOf, body, card, type Making, named, person, scholarly, stops, version } from './things.js'
import type { Card, Offer, Part } from './truth.js'
import { places, serialForms, times, together, topics, type Word } from './words.js'

/** Families of things in several pieces: sets and their volumes, yearbooks, serials. */

/** 上 and 下册, 第一卷 … One number for all, or one each; some volumes have titles and authors of their own. */
export const setAndVolumes = (making: Making): Offer[] => {
  const { draw, numbers } = making
  const what = named(making)
  const author = authorOf(making, what.title, draw.weighted({ 著: 60, 主编: 40 }))
  const of = draw.weighted({ '2': 45, '3': 25, '4': 15, '5': 8, '6': 7 })
  const counted = Number(of) <= 3 && draw.chance(0.6) ? 'halves' : 'numbered'
  const unit = counted === 'halves' ? draw.pick(['册', '卷', '部']) : draw.pick(['卷', '册', '辑', '编'])
  const isNamed = counted === 'numbered' && draw.chance(0.35)
  const all = card(making, what, [author], { set: { title: what.title, volumes: Number(of) } })
  const hasOneNumber = draw.chance(0.5)
  const names = draw.some(isNamed ? draw.pick(topics)[1] : [], Number(of))
  const volumes = Array.from({ length: Number(of) }, (_, at) => {
    const part: Part = {
      number: at + 1,
      of: Number(of),
      counted,
      unit,
      ...(names[at] && { name: names[at] }),
    }
    const made: Card = {
      ...all,
      part,
      set: { title: what.title },
      pages: draw.between(180, 700),
      people: names[at] && draw.chance(0.5) ? [author, person(making, '著')] : [author],
      isbn: hasOneNumber ? all.isbn : all.isbn.length ? [numbers.isbn('7')] : [],
    }
    return version(at + 1, at + 1, `volume ${at + 1}`, made)
  })
  const isbn = hasOneNumber
    ? all.isbn
    : [...(draw.chance(0.3) ? all.isbn : []), ...volumes.flatMap(({ card }) => card.isbn)]
  return [{ set: version(0, 0, 'set', { ...all, isbn }), versions: volumes, stop: stops.usual }]
}

/** Catalogued by the year, with a number for each; a few libraries keep one record for all of it. */
export const yearbook = (making: Making): Offer[] => {
  const { draw, numbers } = making
  for (;;) {
    const [letter, list] = draw.pick(topics)
    const topic = draw.pick(list)
    const title = together(
      draw.pick(places),
      ...(draw.chance(0.6) ? [topic] : []),
      draw.pick([
        { han: '年鉴', pinyin: 'nian jian' },
        { han: '统计年鉴', pinyin: 'tong ji nian jian' },
        { han: '发展蓝皮书', pinyin: 'fa zhan lan pi shu' },
      ]),
    )
    if (!numbers.isFirst(title.han)) continue
    const from = draw.between(1990, 2015)
    const base = card(
      making,
      { title, clc: `${letter}-54`, topic },
      [body(making, draw.pick(['编', '主编']))],
      { year: from },
    )
    const { series, subtitle, ...kept } = base
    const years = Array.from({ length: draw.between(2, 5) }, (_, at): Offer => {
      const part: Part = { number: from + at, of: 0, counted: 'year', unit: '' }
      const made = {
        ...kept,
        part,
        year: from + at + (draw.chance(0.3) ? 1 : 0),
        printings: [],
        pages: draw.between(300, 900),
        isbn: [numbers.isbn('7')],
      }
      return { versions: [version(at + 1, at + 1, `year ${from + at}`, made)], stop: stops.usual }
    })
    if (draw.chance(0.6)) return years
    const whole: Card = { ...kept, carrier: 'serial', isbn: [], issn: numbers.issn() }
    return [...years, { versions: [version(0, 0, 'serial', whole)], stop: stops.usual }]
  }
}

/** A serial, printed and online, and what it was called before: 江南农业 then 江南农业学报. */
export const serial = (making: Making): Offer[] => {
  const { draw, numbers } = making
  for (;;) {
    const topic = draw.pick(draw.pick(topics)[1])
    const start = together(draw.pick([...places, ...times]), topic, draw.pick(serialForms))
    const later = draw.pick<Word>([
      together(start, { han: '通讯', pinyin: 'tong xun' }),
      together(start, { han: '（社会科学版）', pinyin: 'she hui ke xue ban' }),
      together({ han: '新', pinyin: 'xin' }, start),
    ])
    if (!numbers.isFirst(start.han) || !numbers.isFirst(later.han)) continue
    const what = { ...scholarly(making), title: start }
    const { subtitle, series, ...kept } = card(making, what, [body(making, '主办')], {
      year: draw.between(1955, 1998),
    })
    const first: Card = { ...kept, carrier: 'serial', isbn: [], issn: numbers.issn(), printings: [] }
    const isRenamed = draw.chance(0.6)
    const offers: Offer[] = [
      { versions: [version(0, 0, 'serial', isRenamed ? { ...first, later } : first)], stop: stops.often },
    ]
    if (isRenamed) {
      const renamed = {
        ...first,
        title: later,
        earlier: start,
        year: first.year + draw.between(4, 25),
        issn: numbers.issn(),
      }
      offers.push({ versions: [version(1, 1, 'later title', renamed)], stop: stops.often })
    }
    if (draw.chance(0.4)) {
      const online: Card = { ...first, carrier: 'electronic serial', issn: numbers.issn() }
      offers.push({ versions: [version(0, 2, 'online', online)], stop: stops.seldom })
    }
    return offers
  }
}
