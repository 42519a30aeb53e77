import t from 'tap'
import type { Agent } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compareMakers, likenessOfNames } from './compare-names.js'
import { described } from './described-testing.js'
import { type NameClue, nameClues } from './name-clues.js'

const named = (...names: string[]): NameClue => {
  const agent: Agent = {
    names: names.map((value) => ({ value, kind: 'original' })) as Agent['names'],
    type: 'person',
    role: 'aut',
    main: true,
  }
  return nameClues([agent])[0] as NameClue
}

t.test('a name is one in either order, with initials, and in either script of Chinese', async (t) => {
  for (const [one, other] of [
    ['Smith, John', 'John Smith'],
    ['Smith, J. A.', 'John A. Smith'],
    ['Wang, Xiaoming', 'Xiao-Ming Wang'],
    ['van der Berg, P.', 'P. van der Berg'],
    ['Berg, Paul van der', 'P van der Berg'],
    ['Wang, Du', 'D. Wang'],
    ['Wang, XM', 'Wang Xiaoming'],
    ['(清)曹雪芹', '曹雪芹'],
    ['魯迅', '鲁迅'],
    ['马克·吐温', '吐温, 马克'],
    ['德拉克鲁瓦, 伊迪丝', '伊迪丝·德拉克洛瓦'],
    ['barbar &#225; , daniel', 'Daniel Barbará'],
    ['Dostoevskiĭ, Fedor Mikhaĭlovich', 'Dostoyevsky, Fyodor'],
    ['Chekhov, Anton Pavlovich', 'Čechov, Anton P.'],
    ['Tchaikovsky, Peter Ilich', 'Chaĭkovskiĭ, Petr Ilʹich'],
    ['Gorky, Maksim', "Gor'kij, Maksim"],
    ['Yevtushenko, Yevgeny', 'Evtushenko, Evgeniĭ'],
    ['Fox Development Team', 'corporate Fox Development Team Microsoft'],
  ] as const)
    t.equal(likenessOfNames(named(one), named(other)), 1, `${one} = ${other}`)
})

t.test('another name is another', async (t) => {
  for (const [one, other] of [
    ['Smith, John', 'Smythe-Jones, John'],
    ['Smith, John', 'Jones, John'],
    ['Dumas, Alexandre, père', 'Dumas, Alexandre, fils'],
    ['King, Martin Luther, Sr.', 'Martin Luther King, Jr.'],
    ['Petrov, Ivan', 'Petrovskii, Ivan'],
    ['Chernov, Ivan', 'Chernyi, Ivan'],
    ['王小明', '王小敏'],
    ['胡玉', '胡玉忠'],
    ['司马晓玮', '司马晓伟'],
  ] as const)
    t.equal(likenessOfNames(named(one), named(other)), 0, `${one} ≠ ${other}`)
  t.ok(
    likenessOfNames(named('Squire, Cass'), named('Squire, Case')) < 1,
    'a given name written out must agree',
  )
})

t.test('a foreign name in Han is told by the family, not by a given name', async (t) => {
  for (const [one, other, likeness] of [
    ['约翰·格林', '约翰·格雷', 0],
    ['约翰·格林', '格雷, 约翰', 0],
    ['约翰·缪尔', '缪而, 约翰', 1],
    ['阿尔贝·加缪', '阿尔贝·卡缪', 1],
    ['格林', '约翰·格林', 1],
    ['格林', '格林, 约翰', 1],
    ['约翰', '约翰·格林', 0.5],
    ['约翰', '格林, 约翰', 0.5],
  ] as const)
    t.equal(likenessOfNames(named(one), named(other)), likeness, `${one}, ${other}`)
})

t.test('romanised Chinese names say nothing where both are given in Han', async (t) => {
  t.equal(likenessOfNames(named('刘炜', 'Liu Wei'), named('李伟', 'Li Wei')), 0)
  t.equal(likenessOfNames(named('刘炜', 'Liu Wei'), named('Liu, Wei')), 1)
})

t.test('several Chinese names in one field are several persons; publishers made nothing', async (t) => {
  const agent = (value: string, role = 'aut'): Agent => ({
    names: [{ value, kind: 'original' }],
    type: 'person',
    role,
    main: true,
  })
  t.same(
    nameClues([agent('刘佩希 徐毅曦'), agent('中华书局', 'pbl')]).map(({ names }) => names),
    [['刘佩希'], ['徐毅曦']],
  )
  t.same(
    nameClues([agent('马克·吐温')]).map(({ names }) => names),
    [['马克 吐温']],
  )
})

t.test('a statement names whom a heading names, whatever its word for the role folds to', async (t) => {
  const of = (agents: string[], statement?: string) =>
    cluesOf({ ...described({ title: '外国文学史', agents }), ...(statement && { statement }) })
  t.equal(compareMakers(of(['张斯']), of([], '[明]张斯著')), 'same')
  t.equal(compareMakers(of(['张斯']), of([], '張斯編著')), 'same')
  for (const role of ['纂', '笺释', '评点', '标点', '整理', '补订', '摄影'])
    t.equal(compareMakers(of(['张斯']), of([], `[清]张斯${role}`)), 'same', role)
  t.equal(compareMakers(of(['张斯']), of([], '张斯忠著')), 'differs')
})

t.test('two statements that have no name in common name others', async (t) => {
  const of = (statement: string) => cluesOf({ ...described({ title: '外国文学史' }), statement })
  const compared = (one: string, other: string) => compareMakers(of(one), of(other))
  t.equal(compared('范军凯, 姜森雪主编', '薛河丽主编'), 'differs')
  for (const [one, other] of [
    ['王文著', '李明, 王文编著'],
    ['(美)海明威著', '欧内斯特·海明威著'],
    ['郭丽主编', '薛河丽主编'],
    ['Smith, J.', '薛河丽主编'],
  ] as const)
    t.equal(compared(one, other), 'unknown', `${one}, ${other}`)
})
