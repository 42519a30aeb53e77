import t from 'tap'
import type { Agent, Description, Title } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'

interface Catalogued extends Said {
  bodies?: string[]
  variants?: Omit<Title, 'kind'>[]
  statement?: string
}

const catalogued = ({ bodies = [], variants = [], statement, ...said }: Catalogued): Description => {
  const one = described(said)
  const agents = bodies.map((value): Agent => {
    const main = one.agents.length === 0
    return { names: [{ value, kind: 'original' }], type: 'organisation', role: 'aut', main }
  })
  return {
    ...one,
    titles: [...one.titles, ...variants.map((title) => ({ ...title, kind: 'variant' as const }))],
    agents: [...one.agents, ...agents],
    ...(statement && { statement }),
  }
}

const compared = (a: Catalogued, b: Catalogued) => compare(cluesOf(catalogued(a)), cluesOf(catalogued(b)))
const outcome = (a: Catalogued, b: Catalogued) => compared(a, b).outcome
const isOne = (one: string) => one === 'work' || one === 'version'

t.test('a title under which cataloguers file many works joins none of them', async (t) => {
  const wilde = { agents: ['Wilde, Oscar'], variants: [{ value: 'Selections' }] }
  const one = { ...wilde, title: 'Literary criticism of Oscar Wilde', year: '1968' }
  t.equal(outcome(one, { ...wilde, title: 'The artist as critic', year: '1969' }), 'apart')
  const laws = { bodies: ['Virginia'], variants: [{ value: 'Laws, etc.' }] }
  t.equal(
    outcome({ ...laws, title: 'The revised code' }, { ...laws, title: 'A digest of statutes in force' }),
    'apart',
  )
  const hamlet = { agents: ['Shakespeare, William'], variants: [{ value: 'Hamlet' }] }
  const tragedy = { ...hamlet, title: 'The tragedy of the prince of Denmark' }
  t.ok(isOne(outcome(tragedy, { ...hamlet, title: 'Shakespeare’s Hamlet, an annotated text' })))
})

t.test('a statement that names nobody does not make two makers one', async (t) => {
  const acts = { title: 'Acts and resolutions of the General Assembly', statement: 'Published by authority' }
  const differs = { name: 'agents', agreement: 'differs' }
  t.match(compared({ ...acts, bodies: ['Louisiana'] }, { ...acts, bodies: ['Georgia'] }).evidence, [
    { name: 'title' },
    differs,
  ])
})

t.test('numbers of parts that stand in another title tell them apart', async (t) => {
  const sheet = (number: string, title: string): Catalogued => ({
    title: `DVGW G 685-${number} (A), ${title}`,
    variants: [{ value: 'DVGW G 685', part: { number: `${number} (A)` } }],
    bodies: ['Deutscher Verein des Gas- und Wasserfaches'],
    publisher: 'DVGW',
    year: '2024',
  })
  t.equal(outcome(sheet('2', 'Gasabrechnung, Brennwert'), sheet('6', 'Gasabrechnung, K-Zahl')), 'apart')
  const issue = (number: string): Catalogued => ({
    title: 'Kulturwissenschaftliches Wörterbuch',
    agents: ['Bill, Claus Heinrich'],
    part: { number },
  })
  t.equal(outcome(issue('Lieferung 13'), issue('Lieferung 14')), 'apart')
  t.ok(isOne(outcome(issue('Lieferung 13'), issue('Lieferung 13'))))
})

t.test('parts whose names differ in a number or a word are two', async (t) => {
  const part = (name: string): Catalogued => ({
    title: 'Bulletin de l’Académie royale de Serbie',
    bodies: ['Académie royale de Serbie'],
    part: { name },
  })
  const name = 'Classe des sciences, Sciences naturelles'
  t.equal(outcome(part(name), part('Classe des sciences, Sciences mathématiques')), 'apart')
  t.equal(outcome(part('Teilband 1, Feste und Konzerte'), part('Teilband 2, Feste und Konzerte')), 'apart')
  t.ok(isOne(outcome(part(name), part('Classe des sciences. Sciences naturelles'))))
})

t.test(
  'a word in the place of another is for a librarian, unless a number says that it is a slip',
  async (t) => {
    const statute = (course: string, isbn?: string): Catalogued => ({
      title: `Satzung zur Änderung der Prüfungsordnung für den Bachelor-Studiengang ${course}`,
      bodies: ['Universität Hohenheim'],
      publisher: 'Universität Hohenheim',
      year: '2023',
      extent: '21 Seiten',
      ...(isbn && { isbn }),
    })
    const [one, other] = ['Wirtschaftswissenschaften', 'Agrarbiologie'] as const
    t.equal(outcome(statute(one), statute(other)), 'grey')
    t.ok(isOne(outcome(statute(one, '9783110000009'), statute(other, '9783110000009'))))
    t.ok(isOne(outcome(statute(one), statute('Wirtschaftswisenschaften'))), 'a letter is a slip')
  },
)

t.test('a part that is not read as a volume is not the set', async (t) => {
  const novel = { title: 'Herzerfrischende Atempausen', agents: ['Schnellmann, Ernst'] }
  const sets = ['2 Bände 22 cm', '2 Bände'.normalize('NFD'), 'Bände 22 cm', 'v. ; 22 cm']
  for (const extent of sets)
    for (const part of [{ number: 'Folge 2' }, { name: 'Festschrift' }]) {
      const one = { ...novel, part, extent: '252 Seiten' }
      t.equal(outcome(one, { ...novel, extent }), 'apart', extent)
    }
  t.ok(isOne(outcome(novel, { ...novel, extent: '252 Seiten' })))
  t.ok(isOne(outcome({ ...novel, extent: 'Bände 22 cm' }, { ...novel, extent: '2 Bände' })))
})

t.test('of a common title with two subtitles a librarian decides', async (t) => {
  const perl = (subtitle: string): Catalogued => ({
    title: 'Perl',
    subtitle,
    agents: ['Brown, Martin C.'],
    publisher: 'Osborne',
    year: '1999',
  })
  t.equal(outcome(perl('programmer’s reference'), perl('the complete guide')), 'grey')
  t.ok(isOne(outcome(perl('the complete guide'), perl('the complete guide'))))
})

t.test('years in titles, and on the title pages of bodies, tell them apart', async (t) => {
  const premiums = (year: string, isbn?: string): Catalogued => ({
    title: 'Premiums offered by the Dublin Society for manufactures and fine arts',
    subtitle: year,
    bodies: ['Dublin Society'],
    ...(isbn && { isbn }),
  })
  const { outcome: found, evidence } = compared(premiums('1787'), premiums('1788'))
  t.equal(found, 'apart')
  t.match(
    evidence.find(({ name }) => name === 'part'),
    { a: '1787', b: '1788', veto: 'work' },
  )
  t.ok(
    isOne(outcome(premiums('1787', '9783110000009'), premiums('1788', '9783110000009'))),
    'a number is more',
  )
  const acts = (when: string): Catalogued => ({
    title: 'Acts and resolutions of the General Assembly of the State of South-Carolina',
    statement: `Passed in December, ${when}`,
    bodies: ['South Carolina'],
  })
  t.equal(outcome(acts('1813'), acts('1814')), 'apart')
  t.ok(isOne(outcome(acts('1813'), acts('1813'))))
  const person = (statement: string): Catalogued => ({
    title: 'The travels of a gentleman through Carolina',
    agents: ['Smyth, John'],
    statement,
  })
  t.ok(isOne(outcome(person('by John Smyth, 1784'), person('by John Smyth, reprinted 1968'))))
})

t.test('bodies whose names share all but the place are two', async (t) => {
  const letter = (parish: string): Catalogued => ({
    title: 'Gemeindebrief',
    bodies: [`Evangelische Kirchengemeinde ${parish}`],
  })
  t.equal(outcome(letter('Unna'), letter('Hahn')), 'apart')
  const stated = { title: 'Gemeindebrief', statement: 'Evangelische Kirchengemeinde Hahn' }
  t.not(isOne(outcome(letter('Unna'), stated)), true)
  t.ok(isOne(outcome(letter('Hahn'), stated)))
})

t.test('a platform beside every author is no common maker', async (t) => {
  const book = (title: string, author: string): Catalogued => ({
    title,
    agents: [author],
    bodies: ['EBSCO Publishing (Firm)'],
    variants: [{ value: 'EBSCOhost eBook collection' }],
  })
  t.equal(outcome(book('Sense and sensibility', 'Austen, Jane'), book('On sense', 'Aristotle')), 'apart')
})

t.test('parts of one gazetteer are told by one character', async (t) => {
  const of = (name: string, extent: string): Catalogued => ({
    title: '四川省志',
    part: { name },
    bodies: ['四川省地方志编纂委员会'],
    year: '1996',
    publisher: '四川辞书出版社',
    extent,
  })
  for (const [one, other] of [
    ['农业志', '林业志'],
    ['教育志', '体育志'],
    ['唐代卷', '宋代卷'],
    ['山东分册', '山西分册'],
  ] as const)
    t.equal(outcome(of(one, '364页'), of(other, '364页')), 'apart', `${one}, ${other}`)
  t.ok(isOne(outcome(of('农业志', '364页'), of('农业志', '364页'))))
})

t.test('a beginning that says the opposite is no slip', async (t) => {
  const of = (title: string): Catalogued => ({
    title,
    agents: ['Mankiw, N. Gregory'],
    year: '2004',
    publisher: 'Thomson',
    extent: '504 p.',
  })
  t.equal(outcome(of('Principles of microeconomics'), of('Principles of macroeconomics')), 'apart')
  t.ok(isOne(outcome(of('Principles of microeconomics'), of('Principles of microeconmics'))), 'a slip')
})

t.test('reports of two years are two, wherever the year stands', async (t) => {
  const of = (subtitle: string): Catalogued => ({
    title: '中国经济发展报告',
    subtitle,
    agents: ['李扬'],
    year: '2011',
    publisher: '社会科学文献出版社',
    extent: '366页',
  })
  t.equal(outcome(of('2010'), of('2011')), 'apart')
  t.ok(isOne(outcome(of('2010年修订版'), of('2011年修订版'))), 'a year of an edition')
})

t.test('what is read in a work is not the work', async (t) => {
  const marx = { agents: ['马克思'], year: '1975', publisher: '人民出版社', extent: '310页' }
  t.equal(outcome({ ...marx, title: '资本论' }, { ...marx, title: '资本论选读' }), 'apart')
})
