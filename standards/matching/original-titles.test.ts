import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'
import { originalTitles } from './original-titles.js'

const noted = (...values: string[]): Description => ({
  ...described({ title: '老人与海', agents: ['海明威'], languages: ['chi'] }),
  notes: values.map((value) => ({ kind: 'general', value })),
})
const inNote = (value: string) => originalTitles(noted(value)).map((title) => title.value)

t.test('languages, editions and where else to look are no titles of an original', async (t) => {
  for (const value of [
    '译自：英文版',
    '译自：英文',
    '译自: 英文第5版',
    '译自：英文原版',
    'Translated from: English',
    'Translated from: the 2nd German edition.',
    'Translation of: 2nd ed.',
    '原书名: 见版权页',
    '原书名：不详',
  ]) {
    t.same(inNote(value), [], value)
    const other = described({ title: '太阳照常升起', agents: ['海明威'], languages: ['chi'] })
    const { outcome } = compare(cluesOf(noted(value)), cluesOf({ ...other, notes: noted(value).notes }))
    t.equal(outcome, 'apart', value)
  }
  for (const title of ['It', '1984', 'English hours', 'The second sex', '見知らぬ妻へ', 'Walden'])
    t.same(inNote(`原文题名：${title}`), [title])
})

t.test('a title does not end with an abbreviation, nor with the line', async (t) => {
  for (const [value, title] of [
    ['Translation of: Mr. Palomar. Torino, 1983', 'Mr. Palomar'],
    ['书名原文: The J. R. R. Tolkien reader.', 'The J. R. R. Tolkien reader'],
    ['书名原文：Node.js in action', 'Node.js in action'],
    ['书名原文：The forgotten lighthouse.译自第二版', 'The forgotten lighthouse'],
    ['Translation of: The forgotten lighthouse. 2nd ed.', 'The forgotten lighthouse'],
    ['Translation of: Le café. Paris', 'Le café'],
    [' Translation of:\n  The forgotten\n  lighthouse / Paul Walker', 'The forgotten lighthouse'],
    ['原书名：The forgotten lighthouse, 1983', 'The forgotten lighthouse'],
  ] as const)
    t.same(inNote(value), [title], value)
})

t.test('a note of any length is read at once', async (t) => {
  t.same(inNote(`Translation of: Walden${' '.repeat(400_000)}\n. Boston`), ['Walden'])
})

t.test('what a collection translates keeps no title of its own out', async (t) => {
  const description = noted(...['One', 'Two', 'Three', 'Four', 'Five'].map((name) => `译自: ${name} hours`))
  description.titles.push({ value: 'The old man and the sea', kind: 'variant' })
  const titles = cluesOf(description).titles.map(({ main }) => main)
  t.same(titles.slice(0, 3), ['老人与海', 'one hours', 'old man and the sea'])
})
