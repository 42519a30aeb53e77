import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described, type Said } from './described-testing.js'
import { matchingKeys } from './keys.js'
import { pairOf } from './pair.js'
import { arePlainlyApart } from './plainly-apart.js'

const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome
const isOne = (one: string) => one === 'work' || one === 'version'
const article = (said: Said & { journal?: string; place?: string }): Description => ({
  ...described(said),
  type: 'article',
  relations:
    said.journal || said.place
      ? [
          {
            kind: 'host',
            ...(said.journal && { title: said.journal }),
            ...(said.place && { number: said.place }),
          },
        ]
      : [],
})

t.test('a review that is brought up to date keeps its number and is another', async (t) => {
  const of = (year: string, place: string) =>
    article({
      title: 'Interventions for malignant pleural effusion',
      agents: ['Kobr, J.', 'Sasek, L.'],
      journal: 'Cochrane Database of Systematic Reviews',
      year,
      place,
    })
  t.equal(outcome(of('2001', 'Vol. 4, p. CD001431'), of('2006', 'Vol. 3, p. CD001431')), 'apart')
  t.ok(isOne(outcome(of('2001', 'Vol. 4, p. CD001431'), of('2001', 'Vol. 3, p. CD001431'))), 'a slip')
})

t.test('an erratum, and what answers a title with an article before it, are others', async (t) => {
  const title = 'The phase II trial of talc and bleomycin for malignant pleural effusions'
  const of = (title: string) =>
    article({ title, agents: ['Zhu, Y.', 'Shi, H.'], year: '2001', journal: 'Chest', place: 'Vol. 4' })
  for (const before of ['Re: ', 'Erratum: ', 'Corrigendum: '])
    t.equal(outcome(of(title), of(before + title)), 'apart', before)
  t.ok(isOne(outcome(of(title), of(`Retracted: ${title}`))), 'the article itself')
})

t.test('numbers are one in words and in digits; a given name may be a particle', async (t) => {
  const of = (number: string) =>
    article({
      title: `Comparison of ${number} intracavitary regimens for effusions`,
      agents: ['Rosales, F.'],
      year: '2002',
    })
  t.ok(isOne(outcome(of('three'), of('3'))))
  t.notOk(isOne(outcome(of('three'), of('4'))))
  const by = (agent: string) =>
    article({
      title: 'Management of lupus pleuritis',
      agents: [agent],
      year: '2002',
      place: 'Vol. 8, p. 312-316',
    })
  t.ok(isOne(outcome(by('Wang, Der-Yuan'), by('Wang D.Y.'))))
  t.ok(isOne(outcome(by('Berg, Pauline van der'), by('van der Berg, P.'))))
})

t.test('what a database puts behind a title is no part of it', async (t) => {
  const meeting = (title: string) =>
    matchingKeys(cluesOf(article({ title, year: '2002' }))).find(({ kind }) => kind === 'title')?.value
  const title = 'Diagnosis and management of lupus pleuritis'
  for (const behind of ['[In French]', '[Article in German]', '(extended abstract)'])
    t.equal(meeting(`${title} ${behind}`), meeting(title), behind)
})

t.test('references without a year, or without a name', async (t) => {
  const paper = {
    title: 'On views and XML',
    agents: ['Serge Abiteboul'],
    journal: 'SIGMOD Record',
    year: '1999',
  }
  const undated = article({ title: 'On views and XML', agents: ['S. Abiteboul'] })
  t.ok(isOne(outcome(article(paper), undated)))
  t.equal(
    outcome(article({ ...paper, title: 'Editorial' }), {
      ...undated,
      titles: [{ value: 'Editorial', kind: 'original' }],
    }),
    'grey',
  )
  const title = 'Closest pair queries in large spatial databases'
  const [named, nameless] = [
    article({ title, agents: ['Antonio Corral'], year: '2000' }),
    article({ title, year: '2000' }),
  ]
  t.ok(isOne(outcome(named, nameless)))
  t.notOk(arePlainlyApart(pairOf(cluesOf(named), cluesOf(nameless))))
  t.equal(outcome(named, article({ title, year: '2003' })), 'apart')
  t.equal(
    outcome(
      described({ title, agents: ['Antonio Corral'], year: '2000' }),
      described({ title, year: '2000' }),
    ),
    'grey',
    'a book',
  )
})

t.test('a slip in the first words of a short title keeps nobody apart', async (t) => {
  const keys = (title: string, name: string) =>
    matchingKeys(cluesOf(article({ title, agents: [name] }))).map(({ kind, value }) => `${kind} ${value}`)
  const others = keys('Distributed transactions in practice', 'Pamela Drew')
  t.ok(keys('Distriubted transactions in practice', 'P. Drew').some((key) => others.includes(key)))
})

t.test('a slip in a title of one word, an index, and large print', async (t) => {
  const said = { agents: ['Plante, David'], year: '1984', publisher: 'Atheneum', isbn: '9780689115011' }
  const of = (title: string, more: Partial<Said> = {}) =>
    described({ ...said, title, extent: '237 p.', ...more })
  t.ok(isOne(outcome(of('The foreigner'), of('The forigner'))))
  t.equal(outcome(of('Episomes'), of('Episomes', { subtitle: 'index', extent: '40 p.' })), 'apart')
  t.equal(outcome(of('The foreigner'), of('The foreigner', { extent: '410 p. (large print)' })), 'work')
})
