import t from 'tap'
import { crosswalkFor } from '../crosswalks/index.js'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { pairOf } from './pair.js'
import { arePlainlyApart } from './plainly-apart.js'

const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome
const isOne = (one: string) => one === 'work' || one === 'version'
const by = (...names: string[]): Description['agents'] =>
  names.map((value) => ({
    names: [{ value, kind: 'original' }],
    type: 'organisation',
    role: 'edt',
    main: true,
  }))

t.test('the family name alone names a foreign author, in a heading and in a statement', async (t) => {
  const of = (agents: string[], more: Partial<Said> = {}) =>
    described({ title: '老人与海', agents, year: '1999', publisher: '译林出版社', ...more })
  const later = { year: '2010', publisher: '上海译文出版社' }
  t.ok(isOne(outcome(of(['海明威']), of(['欧内斯特·海明威'], later))))
  t.ok(
    isOne(
      outcome(of(['雨果'], { title: '悲惨世界' }), of(['雨果, 维克多'], { ...later, title: '悲惨世界' })),
    ),
  )
  const stated = (statement: string): Description => ({ ...of([], later), statement })
  t.ok(isOne(outcome(of(['欧内斯特·海明威']), stated('(美)海明威著'))))
  t.ok(isOne(outcome(of(['欧内斯特·海明威']), stated('(意大利)海明威著 ; 李文译'))), 'whatever the country')
  t.equal(outcome(of(['罗伯特·福特']), stated('(英)玛丽·福特著')), 'apart', 'another given name')
  for (const [heading, statement] of [
    ['弗罗斯特, 罗伯特', '(英)罗伯特·彭斯著'],
    ['尼采, 弗里德里希', '(德)弗里德里希·席勒著'],
  ] as const)
    t.equal(outcome(of([heading]), stated(statement)), 'apart', `a given name alone: ${statement}`)
})

t.test('one character of a short foreign name is written otherwise by another translator', async (t) => {
  const of = (name: string, year: string) =>
    described({ title: '夏日走过山间', agents: [name], year, publisher: `出版社${year}` })
  t.ok(isOne(outcome(of('约翰·缪尔', '1999'), of('约翰·缪而', '2009'))))
  t.ok(isOne(outcome(of('欧文·斯通', '1999'), of('思通, 欧文', '2009'))))
  t.notOk(isOne(outcome(of('约翰·缪尔', '1999'), of('保罗·缪而', '2009'))))
})

t.test('Chinese names whose surname is rare are compared as Chinese names', async (t) => {
  const of = (names: string[], year: string): Description => ({
    ...described({ title: '逻辑学', year, publisher: `出版社${year}` }),
    agents: [
      {
        names: names.map((value, at) => ({
          value,
          kind: at === 0 ? ('original' as const) : ('pinyin' as const),
        })),
        type: 'person',
        role: 'aut',
        main: true,
      },
    ],
  })
  t.equal(outcome(of(['褚锦堂'], '1996'), of(['畅锦堂'], '2003')), 'apart')
  t.equal(outcome(of(['卫愚强', 'Wei, Yuqiang'], '1992'), of(['魏雨佩', 'Wei, Yupei'], '2010')), 'apart')
})

t.test('two places in Han that share a character in another place are two', async (t) => {
  const of = (place: string, pages: string): Description => ({
    ...described({ title: `走遍中国${place}`, year: '2009', publisher: '旅游出版社', extent: pages }),
    agents: by('走遍中国编辑部'),
  })
  t.equal(outcome(of('江南', '295页'), of('丽江', '392页')), 'apart')
})

t.test('the name of a volume behind its number is that of a part, wherever it stands', async (t) => {
  const said = { agents: ['林贤治'], year: '2011', publisher: '花城出版社', extent: '436页' }
  const of = (title: string, part?: Said['part']) => described({ ...said, title, ...(part && { part }) })
  const apart = of('孤独的异邦人', { number: '第2辑', name: '悠悠我心' })
  for (const one of ['孤独的异邦人（第2辑） 悠悠我心', '孤独的异邦人·第2辑——悠悠我心'])
    t.equal(outcome(apart, of(one)), 'version', one)
  t.equal(outcome(of('悠悠我心'), of('孤独的异邦人（第2辑） 悠悠我心')), 'version', 'or by its name alone')
  t.equal(outcome(apart, of('孤独的异邦人', { number: '第2辑' })), 'version', 'a number is enough')
  const named = (place: string) => ({
    ...of(`中国戏曲志（${place}卷）`),
    agents: by('中国戏曲志编辑委员会'),
  })
  t.equal(
    outcome(named('四川'), {
      ...named('四川'),
      titles: [{ value: '中国戏曲志', part: { name: '四川卷' }, kind: 'original' }],
    }),
    'version',
  )
  t.equal(
    outcome(named('四川'), {
      ...named('湖北'),
      titles: [{ value: '中国戏曲志', part: { name: '湖北卷' }, kind: 'original' }],
    }),
    'apart',
  )
  t.equal(outcome(of('会计学 上册'), of('会计学 上册 习题解答')), 'apart', 'what is called after the book')
})

t.test('the series of a schoolbook is no part of its title', async (t) => {
  const of = (title: string, more: Partial<Said> = {}): Description => ({
    ...described({ title, year: '2008', publisher: '江苏教育出版社', ...more }),
    agents: by('科学教材编写组'),
  })
  const plain = of('科学二年级上册')
  for (const one of [
    of('义务教育课程标准实验教科书 科学二年级上册'),
    of('义务教育课程标准实验教科书', { part: { number: '科学二年级上册' } }),
    of('科学', { subtitle: '义务教育课程标准实验教科书', part: { number: '二年级. 上册' } }),
  ])
    t.equal(outcome(plain, one), 'version', JSON.stringify(one.titles))
  t.equal(
    outcome(
      of('科学', { subtitle: '义务教育教科书', part: { number: '二年级. 上册' } }),
      of('义务教育教科书 英语 二年级 上册'),
    ),
    'apart',
  )
  t.notOk(
    isOne(outcome(plain, of('科学二年级上册', { publisher: '人民教育出版社' }))),
    'each publisher has its own',
  )
})

t.test('commentaries, cases and talks are called after what they explain', async (t) => {
  const of = (title: string) => described({ title, agents: ['卜商'], year: '2005', publisher: '中华书局' })
  for (const one of ['校证', '笺注', '今注今译', '案例', '讲话'])
    t.equal(outcome(of('子夏易传'), of(`子夏易传${one}`)), 'apart', one)
  t.ok(isOne(outcome(of('子夏易传'), of('子夏易传（影印本）'))))
})

t.test('a retelling is no picture book; a picture book not called so has its number', async (t) => {
  const novel = { title: '老残游记', agents: ['刘鹗'], year: '2010' }
  t.equal(
    outcome(described({ ...novel, subtitle: '青少版' }), described({ ...novel, subtitle: '连环画' })),
    'apart',
  )
  const book = {
    title: '小熊找朋友',
    agents: ['休斯'],
    year: '2009',
    publisher: '中华书局',
    isbn: '9787101000016',
  }
  t.ok(isOne(outcome(described(book), described({ ...book, subtitle: '绘本' }))))
})

t.test('nobody named: other pages, number or publisher are another book, until somebody knows', async (t) => {
  const of = (more: Partial<Said>) =>
    described({ title: '西方经济学', subtitle: '以江南为例', year: '1999', publisher: '大学出版社', ...more })
  const named = of({ agents: ['郭光杰'], extent: '438页', isbn: '9787101000016' })
  t.equal(outcome(named, of({ extent: '374页', isbn: '9787101000023' })), 'grey')
  t.equal(outcome(named, of({ extent: '374页', publisher: '人民出版社' })), 'grey')
  t.equal(outcome(named, of({ extent: '437页', year: '2000', isbn: '9787101000023' })), 'grey')
  t.ok(isOne(outcome(named, of({ extent: '438页', isbn: '9787101000023' }))), 'bound otherwise')
  t.ok(isOne(outcome(named, of({ extent: '374页' }))))
})

t.test('a slip in a short title is forgiven where makers, publisher, year and pages are one', async (t) => {
  const said = { agents: ['章世英'], year: '2014', publisher: '文艺出版社', extent: '234页' }
  const [one, other] = ['大学语文', '大语学文'].map((title) => described({ ...said, title }))
  t.ok(isOne(outcome(one as Description, other as Description)))
  t.notOk(arePlainlyApart(pairOf(cluesOf(one as Description), cluesOf(other as Description))))
  for (const [title, twin] of [
    ['小学语文', '小学数学'],
    ['高中英语一', '高中英语二'],
    ['French grammar', 'German grammar'],
  ] as const)
    t.equal(outcome(described({ ...said, title }), described({ ...said, title: twin })), 'apart', twin)
})

t.test('one creator that names two', async (t) => {
  const of = (creator: string) =>
    crosswalkFor('dublin-core')
      .describe(
        Buffer.from(
          `<dc xmlns="http://purl.org/dc/elements/1.1/"><title>专业主义</title><creator>${creator}</creator></dc>`,
        ),
      )
      .description?.agents.map(({ names: [name], role }) => `${name?.value} ${role}`)
  t.strictSame(of('（日）大前研一，裴立杰著'), ['大前研一 aut', '裴立杰 aut'])
  t.strictSame(of('史密斯，约翰'), ['史密斯，约翰 aut'])
  t.strictSame(of('史密斯，约翰著'), ['史密斯，约翰 aut'], 'a given name alone is nobody')
  t.strictSame(of('（美）福特，罗伯特，史密斯，J. A.著；王小波译'), [
    '福特，罗伯特 aut',
    '史密斯，J. A. aut',
    '王小波 trl',
  ])
  t.strictSame(of('马克思，恩格斯著'), ['马克思 aut', '恩格斯 aut'])
  t.strictSame(of('约翰·福特，玛丽著'), ['约翰·福特 aut', '玛丽 aut'], 'who is named whole is whole')
  t.strictSame(of('史密斯、约翰著'), ['史密斯 aut', '约翰 aut'], '、 stands between names only')
  t.strictSame(of('大前研一，裴立杰著，王小波译'), ['大前研一 aut', '裴立杰 aut', '王小波 trl'])
  t.strictSame(of('鲁迅，著'), ['鲁迅 aut'], 'a word for a role is nobody')
  t.equal(of('（美）史密斯（Smith，John）著')?.length, 1, 'what stands in brackets is of one')
})
