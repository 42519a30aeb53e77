import t from 'tap'
import { agentsOf, compared, named, read } from './testing.js'

const pair = { agents: ['王伟', '李强'] }

t.test('two of a common Chinese name stay apart when nothing else is shared', async (t) => {
  t.notOk(compared({ title: '园林设计', agents: ['王伟'] }, { title: '桥梁工程', agents: ['王伟'] }).isOne)
  const books = { classes: [{ scheme: 'clc', value: 'TP312' }] }
  t.notOk(
    compared({ title: 'C语言', agents: ['张伟'], ...books }, { title: 'Java', agents: ['张伟'], ...books })
      .isOne,
  )
  t.notOk(
    compared({ title: '高等数学', agents: ['张伟'] }, { title: '高等数学', agents: ['张伟'] }).isOne,
    'textbooks of one title are written by many',
  )
})

t.test('each piece of evidence that joins them is named, with its values', async (t) => {
  const found = compared(
    { title: '高等数学', agents: ['王伟', '李强', '陈静'] },
    { title: '线性代数', agents: ['王伟', '陈静', '李强'] },
  )
  t.ok(found.isOne)
  t.equal(found.relation, 'same-short-name')
  t.same(found.shared, [{ kind: 'co-agents', values: ['李强', '陈静'], weight: 4 }])
  t.notOk(
    compared(pair, { title: '其他', agents: ['王伟', '李强'] }).isOne,
    'one other of a common name is too little',
  )
})

t.test('years of birth join, and certain ones that differ forbid', async (t) => {
  const born = (dates: string) => ({ agents: [named('王伟', { dates })] })
  t.ok(compared(born('1963-'), born('1963-')).isOne)
  t.equal(compared(born('1963-'), born('1971-')).veto, 'birth')
  t.equal(compared({ agents: ['(唐)王维'] }, { agents: ['(清)王维'] }).veto, 'dynasty')
})

t.test('an authority number joins any two forms, and two numbers of one file forbid', async (t) => {
  const gnd = (value: string, id: string) => ({
    agents: [named(value, { authority: { scheme: 'gnd', id } })],
  })
  t.ok(compared(gnd('Twain, Mark', '118624822'), gnd('Clemens, Samuel Langhorne', '118624822')).isOne)
  t.equal(compared(gnd('Müller, Hans', '1'), gnd('Müller, Hans', '2')).veto, 'authority')
  const local = (source: string, id: string) => ({
    source,
    agents: [named('王伟', { authority: { scheme: 'local', id } })],
  })
  t.ok(compared(local('a/main', '7'), local('a/main', '7')).isOne)
  t.notOk(
    compared(local('a/main', '7'), local('b/main', '7')).isOne,
    'a number of its own says nothing elsewhere',
  )
})

t.test('traditional and simplified, marks and none, orders and initials are one name', async (t) => {
  t.ok(compared({ agents: ['(清)曹雪芹'] }, { agents: [named('曹雪芹', { dates: '清' })] }).isOne)
  t.ok(
    compared(
      { title: '呐喊', agents: ['魯迅'], work: 'w_1' },
      { title: '呐喊', agents: ['鲁迅'], work: 'w_1' },
    ).isOne,
  )
  t.ok(
    compared(
      { title: 'Hamlet', agents: ['Shakespeare, William'] },
      { title: 'Hamlet', agents: ['William Shakespeare'] },
    ).isOne,
  )
  t.ok(
    compared(
      { title: 'Sorting', agents: ['Knuth, D. E.', 'Bendix, Peter', 'Pratt, Vaughan'] },
      { title: 'Searching', agents: ['Knuth, Donald Ervin', 'Pratt, Vaughan', 'Bendix, Peter'] },
    ).isOne,
  )
  t.equal(compared({ agents: ['Smith, John'] }, { agents: ['Smith, James'] }).veto, 'given')
})

t.test('characters are never joined for their sound alone', async (t) => {
  t.equal(compared({ agents: ['王伟'], work: 'w' }, { agents: ['王薇'], work: 'w' }).veto, 'written')
  const both = (value: string) => ({
    title: 'x',
    agents: [
      {
        names: [
          { value, kind: 'original' as const },
          { value: 'Wang, Wei', kind: 'pinyin' as const },
        ],
      },
    ],
  })
  t.equal(compared(both('王伟'), both('王薇')).veto, 'written')
  t.notOk(compared({ title: 'a', agents: ['王小波'] }, { title: 'b', agents: ['Wang, Xiaobo'] }).isOne)
})

t.test('the same person across scripts is joined by evidence', async (t) => {
  const years = { dates: '1952-1997' }
  t.ok(compared({ agents: [named('王小波', years)] }, { agents: [named('Wang, Xiaobo', years)] }).isOne)
  t.ok(compared({ agents: ['王小波'], work: 'w_1' }, { agents: ['Wang, Xiaobo'], work: 'w_1' }).isOne)
  const found = compared(
    { agents: ['（英）莎士比亚(Shakespeare, William, 1564-1616)'] },
    { agents: [named('Shakespeare, William', { dates: '1564-1616' })] },
  )
  t.ok(found.isOne, 'a form in its own language stands beside the Chinese one')
})

t.test('a body is its name, but not one that every book may have', async (t) => {
  const body = (value: string) => ({ agents: [named(value, { type: 'organisation' })] })
  t.ok(compared(body('中国科学院图书馆'), body('中國科學院圖書館')).isOne)
  t.ok(compared(body('National Library of China'), body('NATIONAL LIBRARY OF CHINA')).isOne)
  t.notOk(compared(body('本书编写组'), body('本书编写组')).isOne)
  t.equal(compared(body('王伟工作室'), { agents: ['王伟工作室'] }).veto, 'type')
})

t.test('an initial does not chain John to James', async (t) => {
  const agents = (name: string) => [name, 'Brown, Alice', 'Green, Robert']
  const found = agentsOf([
    { title: 'a', agents: agents('Smith, John') },
    { title: 'b', agents: agents('Smith, J.') },
    { title: 'c', agents: agents('Smith, James') },
  ])
  const smiths = found.filter((names) => names.some((name) => name.includes('Smith')))
  t.equal(smiths.length, 2)
  t.notOk(
    smiths.some((names) => names.some((n) => n.includes('John')) && names.some((n) => n.includes('James'))),
  )
})

t.test('what is joined does not depend on the order of records', async (t) => {
  const records = [
    { title: '高等数学', agents: ['王伟', '李强', '陈静'] },
    { title: '线性代数', agents: ['王伟', '陈静', '李强'] },
    { title: '诗', agents: ['王伟'] },
    { title: '词', agents: [named('王伟', { dates: '1963-' })] },
  ]
  const shape = (list: typeof records) =>
    agentsOf(list)
      .map((names) =>
        names
          .map((name) => list[Number(name.split(':')[0]) - 1]?.title + name.split(':')[1])
          .sort()
          .join(),
      )
      .sort()
  t.same(shape(records.toReversed()), shape(records))
  t.equal(shape(records).length, 5)
})

t.test('a name is the same everywhere only when it says enough by itself', async (t) => {
  const isSufficient = (agent: Parameters<typeof named>) =>
    read({ agents: [named(...agent)] })[0]?.isSufficient
  t.equal(isSufficient(['王伟']), false)
  t.equal(isSufficient(['王伟', { dates: '1963-' }]), true)
  t.equal(isSufficient(['Peebles, Peyton Z.']), false)
  t.equal(isSufficient(['(唐)李白']), true)
  t.equal(isSufficient(['中国科学院', { type: 'organisation' }]), false)
  t.equal(isSufficient(['中国科学院图书馆', { type: 'organisation' }]), true)
})
