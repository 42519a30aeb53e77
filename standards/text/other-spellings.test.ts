import t from 'tap'
import { otherSpellings, spelledOtherwise } from './other-spellings.js'

t.test('the same words as others write them', async (t) => {
  const cases: [string, string[]][] = [
    ['Städte-Schönheiten', ['StädteSchönheiten', 'Staedte-Schoenheiten', 'StaedteSchoenheiten']],
    ['Öl', ['oel']],
    ['Leitlinie "Kita für alle"', ['Leitlinie "Kita fuer alle"']],
    ['Øst for Århus', ['oest', 'aarhus']],
    ['Women’s studies', ['Womens']],
    ["L'amour", ['Lamour']],
    ['Война и мир', ['voina i mir', 'voyna i mir']],
    ['Юность', ['iunost', 'yunost']],
    ['Acts of 1813-1814', []],
    ['红楼梦', []],
    ['数据库系统概论-第五版', []],
    ['β-内酰胺类抗生素', []],
    ['өнөөдөр', []],
  ]
  for (const [text, others] of cases) t.same(otherSpellings(text), others, text)
})

t.test('marks that stand apart from their letters are the same', async (t) => {
  t.same(otherSpellings('Schön'.normalize('NFD')), ['Schoen'])
})

t.test('several texts are spelt otherwise together, each as a whole', async (t) => {
  t.same(spelledOtherwise(['Städte-Bau', 'Müller']), [
    ['StädteBau', 'Müller'],
    ['Staedte-Bau', 'Mueller'],
    ['StaedteBau', 'Mueller'],
  ])
  t.same(spelledOtherwise(['Война', 'Leo']), [
    ['voina', 'Leo'],
    ['voyna', 'Leo'],
  ])
  t.same(spelledOtherwise(['War and peace', '红楼梦']), [])
})
