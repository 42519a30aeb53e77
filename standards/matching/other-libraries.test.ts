import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { matchingKeys } from './keys.js'

const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome
const isOne = (one: string) => one === 'work' || one === 'version'
const body = (said: Said, name: string, pinyin?: string): Description => ({
  ...described(said),
  agents: [
    {
      names: [
        { value: name, kind: 'original' },
        ...(pinyin ? [{ value: pinyin, kind: 'pinyin' as const }] : []),
      ],
      type: 'organisation',
      role: 'edt',
      main: true,
    },
  ],
})
const serial = (title: string, by: string, issn?: string, more: Partial<Description> = {}): Description => ({
  ...body({ title, publisher: `${title}编辑部` }, by),
  type: 'serial',
  identifiers: issn ? [{ scheme: 'issn', value: issn, valid: true }] : [],
  ...more,
})

t.test('a supplement is not the serial whose number it bears', async (t) => {
  const whole = serial('地质译丛', '浙江农业大学', '1000-0001')
  const part: Description = {
    ...whole,
    titles: [{ value: '地质译丛', part: { name: '增刊' }, kind: 'original' }],
  }
  t.equal(outcome(whole, part), 'apart')
  t.equal(outcome(whole, serial('地质译丛增刊', '浙江农业大学', '1000-0001')), 'apart')
  t.ok(isOne(outcome(part, serial('地质译丛增刊', '浙江农业大学', '1000-0001'))))
  const journal = serial('Journal of hydrology', 'Elsevier', '0022-1694')
  const supplement: Description = {
    ...journal,
    titles: [{ value: 'Journal of hydrology', part: { name: 'Supplement' }, kind: 'original' }],
  }
  t.equal(outcome(journal, supplement), 'apart')
})

t.test('bodies and serials that differ in one character are two', async (t) => {
  const title = (place: string) => `${place}师范大学学报. 自然科学版`
  t.equal(
    outcome(serial(title('山东'), '山东师范大学', '1000-0001'), serial(title('广东'), '广东师范大学')),
    'apart',
  )
  const said = { title: '图书馆工作手册', year: '1990' }
  t.equal(outcome(body(said, '山东师范大学'), body(said, '广东师范大学')), 'apart')
  t.equal(
    outcome(body(said, '吉林大学', 'ji lin da xue'), body(said, '吉林农业大学', 'ji lin nong ye da xue')),
    'apart',
  )
})

t.test('a serial has a number for each carrier', async (t) => {
  const on = (carrier: string, issn: string) =>
    serial('环境通讯', '陕西师范大学', issn, { notes: [{ kind: 'carrier', value: carrier }] })
  t.equal(outcome(on('volume', '1000-0001'), on('volume', '1000-0002')), 'grey')
  t.ok(isOne(outcome(on('volume', '1000-0001'), on('online resource', '1000-0002'))))
})

t.test(
  'a picture book that not every library calls so is one; that of a classic is another work',
  async (t) => {
    const book = {
      title: '小熊找朋友',
      agents: ['休斯'],
      year: '2009',
      publisher: '中华书局',
      extent: '24页',
    }
    t.ok(isOne(outcome(described(book), described({ ...book, subtitle: '绘本' }))))
    const novel = described({ title: '儒林外史', agents: ['吴敬梓'], extent: '268页' })
    const pictures = { title: '儒林外史', agents: ['吴敬梓'], extent: '693页' }
    t.equal(outcome(novel, described({ ...pictures, subtitle: '绘画本' })), 'apart')
    t.equal(outcome(novel, described({ ...pictures, subtitle: '绘本' })), 'apart')
    t.equal(outcome(novel, { ...described(pictures), statement: '吴敬梓原著；阎艳梓绘' }), 'apart')
  },
)

t.test('books in two languages are one only in the same two', async (t) => {
  const book = { title: 'The giant turnip', agents: ['Barkow, Henriette'], year: '2001' }
  const inLanguages = (...languages: string[]) => described({ ...book, languages })
  t.equal(outcome(inLanguages('eng', 'chi'), inLanguages('eng', 'ara')), 'apart')
  t.ok(isOne(outcome(inLanguages('eng', 'chi'), inLanguages('chi', 'eng'))))
  t.ok(isOne(outcome(inLanguages('eng', 'chi'), inLanguages('eng'))))
})

t.test('two translations are one by the title of the original, in whatever field it stands', async (t) => {
  const one = described({ title: '遥远的石桥', agents: ['沃克, 保罗'], languages: ['chi'], year: '2006' })
  const other = described({ title: '燃烧的灯塔', agents: ['沃克, 保罗'], languages: ['chi'], year: '2014' })
  t.equal(outcome(one, other), 'apart')
  const linked: Description = {
    ...one,
    relations: [{ kind: 'translation-of', title: 'The forgotten lighthouse' }],
  }
  for (const value of [
    '书名原文：The forgotten lighthouse',
    '原文题名: The Forgotten Lighthouse.',
    'Translation of: The forgotten lighthouse.',
  ])
    t.ok(isOne(outcome(linked, { ...other, notes: [{ kind: 'general', value }] })), value)
})

t.test('a book that adds another matter to the title is not taken for it without a number', async (t) => {
  const of = (title: string, more: Partial<Said> = {}) =>
    described({ title, agents: ['Hill, Charles W. L.'], year: '2001', ...more })
  const [one, other] = ['Strategic management', 'Strategic management and international business']
  t.equal(outcome(of(one), of(other)), 'grey')
  t.equal(outcome(of(one, { extent: '380 p.' }), of(other, { extent: '612 p.' })), 'apart')
  t.ok(isOne(outcome(of(one, { isbn: '9780070000001' }), of(other, { isbn: '9780070000001' }))))
  t.ok(isOne(outcome(of('Strategic management'), of('Strategic management and its methods'))))
})

t.test('a statement names whose heading is in other letters', async (t) => {
  const said = { title: '失落的春天', languages: ['chi'] }
  const one = { ...described({ ...said, agents: ['贝内特, 托马斯'], year: '2002' }) }
  const other = described({ ...said, agents: ['Bennett, Thomas'], year: '1999' })
  t.equal(outcome(one, { ...other, statement: '(英)托马斯·贝内特著' }), 'work')
})

t.test('a plain title without its maker is known by the pages of a long book', async (t) => {
  const said = { title: '军事概论', year: '1995', publisher: '广西师范大学出版社' }
  const of = (extent: string, more: Partial<Said> = {}) => described({ ...said, extent, ...more })
  t.ok(isOne(outcome(of('401页'), of('401页', { agents: ['朱娜'] }))))
  t.equal(outcome(of('40页'), of('40页', { agents: ['朱娜'] })), 'grey')
  t.equal(
    outcome(of('401页', { isbn: '9787563396870' }), of('401页', { agents: ['朱娜'], isbn: '9787563396887' })),
    'grey',
  )
})

t.test('a slip in the title of a book that bears a 统一书号 is forgiven', async (t) => {
  const of = (title: string): Description => ({
    ...described({ title, year: '1984', publisher: '人民文学出版社', extent: '74页' }),
    identifiers: [{ scheme: 'csbn', value: '16360·66', valid: true }],
  })
  t.ok(isOne(outcome(of('失落的灯塔'), of('失于的灯塔'))))
})

t.test('a section, or a word more, is another serial unless a number says that it is not', async (t) => {
  const by = 'Society for Banking'
  const whole = serial('Bulletin of banking in Boston', by)
  const section: Description = {
    ...whole,
    titles: [{ value: 'Bulletin of banking in Boston', part: { number: 'Series B' }, kind: 'original' }],
  }
  t.equal(outcome(whole, section), 'grey')
  const [one, more] = [
    'Bulletin of banking studies in Boston',
    'Bulletin of banking and insurance studies in Boston',
  ]
  t.equal(outcome(serial(one, by), serial(more, by)), 'apart')
  t.ok(isOne(outcome(serial(one, by, '1000-0001'), serial(more, by, '1000-0001'))))
  t.ok(isOne(outcome(serial(one, by), serial('Bulletin of banknig studies in Boston', by))))
})

t.test('volumes of which nobody says how many are print', async (t) => {
  const on = (extent: string, issn: string) =>
    serial('Review of nursing', 'Society for Nursing', issn, { extent })
  t.ok(isOne(outcome(on('v. ; 24 cm', '1000-0001'), on('1 online resource', '1000-0002'))))
})

t.test('what a body calls many of its documents does not make two of them one', async (t) => {
  const of = (title: string, subtitle: string): Description => ({
    ...body({ title, subtitle, year: '1838', publisher: 'Blair & Rives' }, 'United States. President'),
  })
  const message = 'Message from the President of the United States'
  const [banks, roads] = [
    'a report on the affairs of banks in Hungary',
    'a survey for the making of military roads',
  ]
  t.equal(outcome(of(message, banks), of(message, roads)), 'grey')
  t.equal(outcome(of(message, banks), of('Message from the Presdient of the United States', roads)), 'grey')
  t.ok(isOne(outcome(of(message, banks), of(message, banks))))
  const translated = (subtitle: string): Description => {
    const one = of(message, subtitle)
    const translator = {
      names: [{ value: 'Dupont, Anne', kind: 'original' as const }],
      type: 'person' as const,
    }
    return { ...one, agents: [...one.agents, { ...translator, role: 'trl' }] }
  }
  t.equal(outcome(translated(banks), translated(roads)), 'grey', 'whoever translated it')
})

t.test(
  'what answers an article, in front of its title or behind, and what goes beside a book, is another',
  async (t) => {
    const article = (title: string): Description => ({
      ...described({ title, agents: ['West, Ivan E.'], year: '2015' }),
      type: 'article',
    })
    const title = 'Efficient integration of graphs in heterogeneous networks'
    for (const answer of ['Reply to: ', 'Comment on ', 'Re: ', 'Correction to '])
      t.equal(outcome(article(title), article(answer + title)), 'apart', answer)
    const book = { title: 'Cost accounting', agents: ['Harris, Margaret'], year: '1983' }
    t.equal(outcome(described(book), described({ ...book, subtitle: "instructor's manual" })), 'apart')
  },
)

t.test('a slip in the title of a book is forgiven though its publisher is named in short', async (t) => {
  const of = (title: string, publisher: string) =>
    described({ title, publisher, year: '1998', extent: '24 p.', isbn: '9781852958077' })
  t.ok(isOne(outcome(of('The Slepy Bear', 'Mantra'), of('The Sleepy Bear', 'Mantra Lingua'))))
})

t.test('books with a slip in a short title, and names with initials, meet', async (t) => {
  const meet = (a: Said, b: Said) => {
    const [one, other] = [a, b].map((said) =>
      matchingKeys(cluesOf(described(said))).map(({ kind, value }) => `${kind} ${value}`),
    )
    return one?.some((key) => other?.includes(key))
  }
  const said = { agents: ['Kowalski, Elena'], year: '1978', extent: '135 p.' }
  t.ok(meet({ ...said, title: 'Ecoogy after empire' }, { ...said, title: 'Ecology after empire' }))
  const title = 'Effects of oxygen therapy on mobile systems'
  for (const [one, other] of [
    ['Ford, Robert F.', 'Ford, R. F.'],
    ['Robert Ford', 'R. Ford'],
    ['van der Berg, Pauline', 'van der Berg, P.'],
  ] as const)
    t.ok(meet({ title, agents: [one] }, { title: `${title} and others`, agents: [other] }), one)
})
