import t from 'tap'
import { broaderClass, captionOf, classNumber, linksOf, narrowerClasses } from './classes.js'
import { ddcCaptions, lccCaptions } from './ddc-lcc.js'
import { classRows } from './table.js'
import { classOfHeading } from './together.js'

t.test('every row has its captions and a reason, and names only classes that there are', async (t) => {
  for (const { clc, zh, en, ddc, lcc, reason } of classRows) {
    t.ok(zh && en && reason.length > 10, clc)
    for (const [sign, number] of ddc) t.ok('=<>'.includes(sign) && ddcCaptions[number], `${clc} ${number}`)
    for (const [sign, letters] of lcc) t.ok('=<>'.includes(sign) && lccCaptions[letters], `${clc} ${letters}`)
  }
  const numbers = classRows.map(({ clc }) => clc)
  t.same(numbers, [...new Set(numbers)], 'each once')
  t.equal(numbers.filter((number) => number.length === 1).length, 22, 'all top classes')
})

t.test('a number is taken as deep as catalogues agree', async (t) => {
  t.equal(classNumber('clc', 'TP391.1/23'), 'TP391')
  t.equal(classNumber('clc', 'Ｉ２４２．４'), 'I242')
  t.equal(classNumber('clc', '[TU-856]'), 'TU')
  t.equal(classNumber('ddc', '823/.3'), '823')
  t.equal(classNumber('lcc', 'QA76.73 .J38'), 'QA76.73')
  t.equal(classNumber('clc', '唐诗'), undefined)
  t.equal(classNumber('udc', '51'), undefined)
})

t.test('classes stand under each other as the tables name them', async (t) => {
  t.equal(broaderClass('clc', 'TP391'), 'TP3')
  t.equal(broaderClass('clc', 'TP3'), 'TP')
  t.equal(broaderClass('clc', 'I242'), 'I2')
  t.equal(broaderClass('clc', 'I'), undefined)
  t.equal(broaderClass('ddc', '823'), '820')
  t.equal(broaderClass('ddc', '820'), '800')
  t.equal(broaderClass('ddc', '800'), undefined)
  t.equal(broaderClass('lcc', 'QA76.73'), 'QA')
  t.ok(narrowerClasses('clc', 'TP').includes('TP3'))
  t.same(captionOf('clc', 'I2'), { zh: '中国文学', en: 'Chinese literature' })
})

t.test('a class has its counterparts in the other schemes, each with the reason', async (t) => {
  t.match(linksOf('clc', 'O1'), [
    { scheme: 'ddc', number: '510', relation: 'close', reason: /Mathematics/ },
    { scheme: 'lcc', number: 'QA', relation: 'close' },
  ])
  t.match(linksOf('ddc', '820'), [{ scheme: 'clc', number: 'I5', relation: 'broader' }])
  t.match(
    linksOf('clc', 'I5').find(({ number }) => number === '820'),
    { relation: 'narrower' },
  )
})

t.test(
  'a number that the tables do not name has the counterparts of the class above it, as broader ones',
  async (t) => {
    t.match(linksOf('clc', 'O175'), [
      { number: '510', relation: 'broader', reason: /^O1: / },
      { number: 'QA', relation: 'broader' },
    ])
    t.same(linksOf('lcc', 'KZ'), linksOf('lcc', 'KZ1'))
  },
)

t.test('works say where a heading belongs only when they are enough and agree', async (t) => {
  const of = (works: number, all: number) => classOfHeading([{ number: 'O1', works, of: all }])
  t.match(of(5, 5), { number: 'O1' })
  t.equal(of(4, 4), undefined)
  t.equal(of(4, 5), undefined)
  t.match(of(70, 100), { works: 70 })
  t.equal(of(55, 100), undefined)
})
