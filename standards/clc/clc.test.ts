import t from 'tap'
import { clcClasses, clcName, clcPath } from './index.js'

t.test('a number lies in its class, and in those above it', async (t) => {
  const cases: [number: string, ...path: string[]][] = [
    ['I247.57', 'I', 'I2', 'I24', 'I247'],
    ['i24', 'I', 'I2', 'I24'],
    ['K', 'K'],
    ['TP312JA', 'T', 'TP', 'TP3', 'TP31'],
    ['T-0', 'T'],
    ['DF52', 'D', 'DF', 'DF5', 'DF52'],
    ['D920.4', 'D', 'D9', 'D92', 'D920'],
    ['[K204.2]', 'K', 'K2', 'K20', 'K204'],
    ['Ｂ８４-49', 'B', 'B8', 'B84'],
    ['823.7'],
    ['L12'],
    [''],
  ]
  for (const [number, ...path] of cases) t.same(clcPath(number), path, number)
})

t.test('classes have names in Chinese and English', async (t) => {
  t.same(clcName('I'), { zh: '文学', en: 'Literature' })
  t.same(clcName('I24'), { zh: '小说', en: 'Fiction' })
  t.same(clcName('TP18'), { zh: '人工智能理论', en: 'Artificial intelligence' })
  t.equal(clcName('I999'), undefined)
})

t.test('every class of the table is one that a number can lie in, and has both names', async (t) => {
  for (const [number, { zh, en }] of clcClasses) {
    t.equal(clcPath(number).at(-1), number, number)
    t.match(zh, /\p{sc=Han}/u, number)
    t.match(en, /^[A-Z0-9]/, number)
  }
})

t.test('a class below a top class stands under one that is named too', async (t) => {
  const orphans = [...clcClasses.keys()].filter((number) => !clcClasses.has(clcPath(number)[0] as string))
  t.same(orphans, [])
})
