import { writeIso2709 } from '../../standards/formats/iso2709-write.js'

/** A small generator of numbers, so that a seed gives the same records everywhere (mulberry32). */
export const randomFrom = (seed: number) => {
  let state = seed >>> 0
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const words =
  'history theory practice introduction society science library information systems culture early modern china europe city water language law music economy education nature study method essays collected handbook research design public art memory war peace trade river mountain letters'.split(
    ' ',
  )
const characters = [
  ...'中国文学史图书馆学研究概论现代社会经济教育方法理论实践历史文化艺术科学技术信息管理城市环境法律语言音乐哲学思想古代近代民族地理',
]
const surnames = ['Wang', 'Li', 'Zhang', 'Smith', 'Jones', 'Müller', 'Dubois', 'Tanaka', 'Novák', 'García']

/** Real-shaped MARC 21 records in UTF-8, two thirds English and one third Chinese. One in twenty shares its ISBN and title with the one before. */
export function* marcRecords(count: number, seed: number): Iterable<Uint8Array> {
  const random = randomFrom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let last = { title: '', isbn: '' }
  for (let number = 0; number < count; number++) {
    const isChinese = random() < 1 / 3
    const fresh = {
      title: isChinese
        ? Array.from({ length: 4 + Math.floor(random() * 10) }, () => pick(characters)).join('')
        : Array.from({ length: 3 + Math.floor(random() * 6) }, () => pick(words)).join(' '),
      isbn: isbn13(Math.floor(random() * 1e9)),
    }
    const { title, isbn } = random() < 0.05 && number > 0 ? last : fresh
    last = { title, isbn }
    const year = 1950 + Math.floor(random() * 75)
    const data = (tag: string, indicators: string, ...subfields: [string, string][]) => ({
      tag,
      ind1: indicators[0] as string,
      ind2: indicators[1] as string,
      subfields: subfields.map(([code, value]) => ({ code, value })),
    })
    yield writeIso2709(
      {
        leader: '00000nam a2200000 a 4500',
        fields: [
          { tag: '001', value: `g${String(number).padStart(9, '0')}` },
          { tag: '008', value: `850101s${year}    xx            000 0 ${isChinese ? 'chi' : 'eng'} d` },
          data('020', '  ', ['a', isbn]),
          data(
            '100',
            '1 ',
            ['a', `${pick(surnames)}, ${String.fromCharCode(65 + Math.floor(random() * 26))}.`],
            ['e', 'author'],
          ),
          data(
            '245',
            '10',
            ['a', `${title} :`],
            ['b', `${pick(words)} and ${pick(words)} /`],
            ['c', 'by the author.'],
          ),
          data('260', '  ', ['a', 'Beijing :'], ['b', `${pick(words)} press,`], ['c', `${year}.`]),
          data('300', '  ', ['a', `${100 + Math.floor(random() * 500)} p. ;`], ['c', '24 cm.']),
          data('520', '  ', ['a', Array.from({ length: 30 }, () => pick(words)).join(' ')]),
          data('650', ' 0', ['a', pick(words)], ['x', pick(words)]),
          data('650', ' 0', ['a', pick(words)], ['z', 'China']),
          data('852', '  ', ['b', 'MAIN'], ['h', `Z${Math.floor(random() * 900)}`]),
        ],
      },
      'utf-8',
    )
  }
}

const isbn13 = (number: number): string => {
  const body = `978${String(number).padStart(9, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 ? 3 : 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
