import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { pairOf } from './pair.js'
import { arePlainlyApart } from './plainly-apart.js'

const arePlain = (a: Description, b: Description): boolean => arePlainlyApart(pairOf(cluesOf(a), cluesOf(b)))

/** Every way to say each thing with every other. */
const choices = {
  title: [
    '中国文学史',
    'The selfish gene',
    'Selected works of the society',
    '秋千与石榴',
    '秋千与石榴上',
    'Gene, the selfish',
    'The selfish gene and the extended phenotype',
    'Reply to: The selfish gene',
    'Re-thinking the selfish gene',
    'The selfish gene. Supplement',
    '中国文学史增刊',
    '中国文学史与思想史',
  ],
  subtitle: [undefined, 'a history', 'an introduction', '绘本', 'supplements'],
  part: [
    undefined,
    { number: '1' },
    { number: '第二册' },
    { number: 'Series B' },
    { name: 'Poems' },
    { name: 'Prose' },
    { name: 'Supplement' },
  ],
  agents: [[], ['游国恩'], ['袁行霈'], ['Dawkins, Richard'], ['Richard Dawkins']],
  year: [undefined, '1963', '1999'],
  publisher: [undefined, '人民文学出版社', 'Oxford University Press'],
  extent: [undefined, '224 p.', '612 p.', '3 v.'],
  isbn: [undefined, '9780192860927', '9787020002207'],
  languages: [[], ['chi'], ['eng'], ['eng', 'chi'], ['eng', 'ara']],
  edition: [undefined, '2nd ed.', '第3版'],
  csbn: [undefined, undefined, '16360·66'],
  oclc: [undefined, undefined, '12345678'],
  statement: [undefined, '游国恩原著；戴敦邦绘', 'Richard Dawkins'],
  note: [undefined, '译自：英文版', '书名原文：The selfish gene'],
} satisfies { [K in keyof Choice]: Choice[K][] }

interface Choice extends Said {
  csbn?: string
  oclc?: string
  statement?: string
  note?: string
}

const whole = ({ csbn, oclc, statement, note, ...said }: Choice): Description => {
  const one = described(said)
  if (csbn) one.identifiers.push({ scheme: 'csbn', value: csbn, valid: true })
  if (oclc) one.controlNumbers.push({ agency: 'oclc', number: oclc })
  if (statement) one.statement = statement
  if (note) one.notes.push({ kind: 'general', value: note })
  return one
}

/** Of so many combinations a few thousand pairs, the same at each run; most of a pair is what the other says. */
const pairs = (count: number): [Description, Description][] => {
  let state = 7
  const next = (of: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % of
  }
  const said = (twin?: Choice): Choice =>
    Object.fromEntries(
      Object.entries(choices).map(([name, list]) => [
        name,
        twin && next(4) > 0 ? twin[name as keyof Choice] : list[next(list.length)],
      ]),
    ) as unknown as Choice
  return Array.from({ length: count }, () => {
    const one = said()
    return [one, said(one)].map((each) => ({
      ...whole(each),
      type: (['book', 'book', 'serial', 'article', 'audio'] as const)[next(5)] ?? 'book',
    })) as [Description, Description]
  })
}

t.test('what is plainly apart is apart by all evidence too, whichever comes first', async (t) => {
  let plain = 0
  let apart = 0
  const wrong: string[] = []
  for (const [a, b] of pairs(12_000)) {
    const isApart = compare(cluesOf(a), cluesOf(b)).outcome === 'apart'
    if (isApart) apart++
    for (const found of [arePlain(a, b), arePlain(b, a)]) {
      if (found) plain++
      if (found && !isApart) wrong.push(JSON.stringify([a, b]))
    }
  }
  t.same(wrong, [])
  t.ok(apart < 12_000 && plain > apart, `${plain / 2} of ${apart} pairs apart are told so`)
})

t.test('volumes of a set, and another author of a plain title, are told apart at once', async (t) => {
  const volume = (number: string) => described({ title: 'Annals of the society', part: { number } })
  t.ok(arePlain(volume('1'), volume('2')))
  const history = (agent: string) =>
    described({ title: '中国文学史', agents: [agent], year: '1999', publisher: '高等教育出版社' })
  t.ok(arePlain(history('游国恩'), history('袁行霈')))
  t.notOk(arePlain(history('游国恩'), history('游国恩')))
})

t.test('two parts of books of which one adds a matter are apart by all evidence too', async (t) => {
  const book = (title: string, part: string, extent: string) =>
    whole({
      title,
      part: { name: part },
      extent,
      year: '2001',
      publisher: 'McGraw-Hill',
      edition: '5th ed.',
      languages: ['eng'],
      isbn: '9780070000001',
      oclc: '12345678',
    })
  const one = book('Strategic management', 'Text', '380 p.')
  const other = book('Strategic management and international business', 'Cases', '612 p.')
  t.ok(arePlain(one, other))
  t.equal(compare(cluesOf(one), cluesOf(other)).outcome, 'apart')
})

t.test('a common number, and a slip in the title of one book, are weighed whole', async (t) => {
  const book = (title: string) =>
    described({ title, isbn: '9787020002207', year: '1999', publisher: '人民文学出版社', extent: '224页' })
  t.notOk(arePlain(book('红楼梦'), book('红搂梦')))
})
