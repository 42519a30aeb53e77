import t from 'tap'
import type { Description } from '../record/v1-draft.js'
import { cluesOf } from './clues.js'
import { compare } from './compare.js'
import { described } from './described-testing.js'

const section = (number: string): Description => ({
  ...described({ title: 'Journal of physics', part: { number }, agents: ['Institute of Physics'] }),
  type: 'serial',
})
const outcome = (a: Description, b: Description) => compare(cluesOf(a), cluesOf(b)).outcome

t.test('sections of a journal that are told by a letter are two', async (t) => {
  t.equal(outcome(section('A'), section('B')), 'apart')
  t.match(outcome(section('A'), section('A.')), /work|version/)
})

t.test('a supplement is told of serials; a book may be about them', async (t) => {
  const of = (title: string, subtitle?: string): Description =>
    described({ title, ...(subtitle && { subtitle }), agents: ['Mason, Pamela'], isbn: '9780853698838' })
  for (const [one, other] of [
    [of('Dietary supplements'), of('Dietary supplements a practical guide')],
    [of('Sports nutrition', 'supplements for athletes'), of('Sports nutrition')],
  ] as const)
    t.match(outcome(one, other), /work|version/)
})

t.test('serials that began in one year at one publisher, and films, need nobody who made them', async (t) => {
  const of = (type: Description['type'], year: string, more: Partial<Description> = {}): Description => ({
    ...described({ title: 'Limnology and conservation', year, publisher: 'Knopf', languages: ['eng'] }),
    type,
    ...more,
  })
  const online = { notes: [{ kind: 'carrier' as const, value: 'online resource' }] }
  t.match(outcome(of('serial', '1911'), of('serial', '1911', online)), /work|version/)
  t.equal(outcome(of('serial', '1911'), of('serial', '1936', online)), 'grey')
  t.match(outcome(of('video', '1975'), of('video', '1975')), /work|version/)
  t.equal(outcome(of('book', '1975'), of('book', '1975')), 'grey')
})

t.test('a slip in a title is forgiven where one record names no publisher', async (t) => {
  const of = (title: string, publisher?: string): Description =>
    described({
      title,
      agents: ['Karr, Kim'],
      year: '2020',
      isbn: '9782070295524',
      extent: '471 p.',
      ...(publisher && { publisher }),
    })
  t.match(outcome(of('Le derneir Rosen'), of('Le dernier Rosen', 'Gallimard')), /work|version/)
})

t.test('a serial is one by its ISSN under a name that is abbreviated or qualified', async (t) => {
  const of = (title: string, issn: string, more: Partial<Description> = {}): Description => ({
    ...described({ title }),
    type: 'serial',
    identifiers: [{ scheme: 'issn', value: issn, valid: true }],
    ...more,
  })
  for (const [one, other] of [
    ['Nature', 'Nature (London)'],
    ['Journal of the American Chemical Society', 'J. Am. Chem. Soc.'],
    ['Biological chemistry', 'Biological chemistry (Print)'],
  ] as const) {
    t.match(outcome(of(one, '0028-0836'), of(other, '0028-0836')), /work|version/, other)
    t.equal(outcome(of(one, '0028-0836'), of(other, '1234-5679')), 'apart', 'of another number')
  }
  for (const [one, other] of [
    ['Acta mathematica', 'Acta mathematica. Series B'],
    ['Physics letters', 'Physics letters and reviews'],
    ['Foo bulletin', 'Annals of bar'],
    ['文献', '文献增刊'],
    ['学报', '学报 自然科学版'],
  ] as const)
    t.notMatch(outcome(of(one, '0028-0836'), of(other, '0028-0836')), /work|version/, other)
})
