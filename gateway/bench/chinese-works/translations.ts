import { givenCharacters } from './people.js'
import { card, foreigner, literary, type Making, person, scholarly, stops, version } from './things.js'
import type { Offer, Person } from './truth.js'
import { together, type Word } from './words.js'

/** Families that cross from one language into another. */

const english =
  'River Winter Garden Memory Harbour Silence Empire Stranger Mountain Letters Orchard Shadow Compass Markets Justice Machines Evolution Cities Weather Kingdom Bridge Lantern Migration Liberty'.split(
    ' ',
  )
const englishForms =
  'The {a} and the {b}|A History of {b}|{a} in the Age of {b}|The Last {a}|Beyond the {a} of {b}|{a}, {b} and the Modern World|The {a} of {b}'.split(
    '|',
  )

const englishTitle = (making: Making, author: string): string => {
  for (;;) {
    const [a, b] = making.draw.some(english, 2) as [string, string]
    const title = making.draw.pick(englishForms).replace('{a}', a).replace('{b}', b)
    if (making.numbers.isFirst(`${title} ${author}`)) return title
  }
}

/** Several translators of one original, each with a spelling of the author, some with a title of their own. */
export const translation = (making: Making): Offer[] => {
  const { draw, numbers } = making
  const { person: author, forms } = foreigner(making)
  const original = englishTitle(making, author.foreign!)
  const what = draw.chance(0.5) ? literary(making) : scholarly(making)
  if (!numbers.isFirst(`${what.title.han} ${author.foreign}`)) return translation(making)
  const year = draw.between(1985, 2015)
  const translated = Array.from({ length: draw.count(0.55, 4) }, (_, at): Offer => {
    const people = [
      { ...author, name: draw.pick(forms) },
      person(making, '译'),
      ...(draw.chance(0.2) ? [person(making, '译')] : []),
    ]
    const title = at > 0 && draw.chance(0.2) ? draw.pick(retitled(what.title)) : what.title
    const isAbroad = at > 0 && draw.chance(0.25)
    const made = card(making, { ...what, title }, people, {
      year: year + at * draw.between(0, 9),
      original: { title: original, language: 'eng' },
      ...(isAbroad && { script: 'hant' as const }),
    })
    return { versions: [version(0, at, `translation ${at + 1}`, made)], stop: stops.usual }
  })
  if (!draw.chance(0.5)) return translated
  return [...translated, originalOf(making, original, author, year)]
}

/** Another word for it: 物语 in Taiwan, 传 by a second translator. */
const retitled = (title: Word): Word[] => [
  together(title, { han: '物语', pinyin: 'wu yu' }),
  together({ han: '新译', pinyin: 'xin yi' }, title),
  together(title, { han: '传', pinyin: 'zhuan' }),
]

const originalOf = (making: Making, title: string, author: Person, year: number): Offer => {
  const made = card(
    making,
    { title: { han: title, pinyin: title }, clc: 'I561.45', topic: { han: 'Fiction', pinyin: 'Fiction' } },
    [{ ...author, name: { han: author.foreign!, pinyin: author.foreign! }, role: 'author' }],
    {
      year: year - making.draw.between(1, 20),
      language: 'eng',
      script: 'latn',
      isbn: [making.numbers.isbn('0')],
      house: {
        place: { han: 'London', pinyin: 'London' },
        full: { han: 'Albion Press', pinyin: 'Albion Press' },
        code: '',
      },
    },
  )
  const { subtitle, series, ...kept } = made
  return { versions: [version(9, 9, 'original', kept)], stop: stops.seldom }
}

/** 経済学入門 and 经济学入门 are one when folded: the language says that they are not. */
export const japanese = (making: Making): Offer[] => {
  const { draw, numbers } = making
  const [topicHan, topicPinyin] = draw.pick([
    ['経済史', 'jing ji shi'],
    ['図書館学', 'tu shu guan xue'],
    ['中国語学', 'zhong guo yu xue'],
    ['書誌学', 'shu zhi xue'],
    ['農業気象', 'nong ye qi xiang'],
    ['環境倫理', 'huan jing lun li'],
    ['東洋史', 'dong yang shi'],
    ['数学教育', 'shu xue jiao yu'],
  ] as const)
  const [formHan, formPinyin] = draw.pick([
    ['入門', 'ru men'],
    ['概説', 'gai shuo'],
    ['研究', 'yan jiu'],
    ['序説', 'xu shuo'],
  ] as const)
  const plain: Record<string, string> = {
    経: '经',
    済: '济',
    図: '图',
    書: '书',
    館: '馆',
    学: '学',
    国: '国',
    語: '语',
    誌: '志',
    農: '农',
    業: '业',
    気: '气',
    環: '环',
    倫: '伦',
    東: '东',
    数: '数',
    門: '门',
    説: '说',
  }
  const chinese: Word = {
    han: [...(topicHan + formHan)].map((one) => plain[one] ?? one).join(''),
    pinyin: `${topicPinyin} ${formPinyin}`,
  }
  const surname = draw.pick([
    ['田中', 'tian zhong'],
    ['山本', 'shan ben'],
    ['小林', 'xiao lin'],
    ['高桥', 'gao qiao'],
    ['中村', 'zhong cun'],
    ['松田', 'song tian'],
  ] as const)
  const given = together(draw.pick(givenCharacters), draw.pick(givenCharacters))
  const name = { han: surname[0] + given.han, pinyin: `${surname[1]} ${given.pinyin}` }
  if (!numbers.isFirst(`${chinese.han} ${name.han}`)) return japanese(making)
  const author: Person = { name, surname: 2, role: '著' }
  const topic = { han: '学术', pinyin: 'xue shu' }
  const original = card(
    making,
    { title: { han: topicHan + formHan, pinyin: topicHan }, clc: 'C', topic },
    [author],
    {
      language: 'jpn',
      script: 'jpan',
      isbn: [numbers.isbn('4')],
      house: {
        place: { han: '東京', pinyin: 'dong jing' },
        full: { han: '神田書房', pinyin: 'shen tian shu fang' },
        code: '',
      },
    },
  )
  const chineseCard = card(
    making,
    { title: chinese, clc: 'C', topic },
    [{ ...author, country: '日' }, person(making, '译')],
    { year: original.year + draw.between(1, 8), original: { title: topicHan + formHan, language: 'jpn' } },
  )
  const { subtitle, series, ...kept } = original
  return [
    { versions: [version(0, 0, 'original', kept)], stop: stops.usual },
    { versions: [version(1, 1, 'translation', chineseCard)], stop: stops.usual },
  ]
}
