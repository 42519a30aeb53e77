import t from 'tap'
import { startDraft } from '../crosswalks/draft.js'
import type { Format } from '../record/change.js'
import type { Description } from '../record/v1-draft.js'
import { completeness, isAsked, yearOf } from './completeness.js'

const description = (more: Partial<Description>): Description => ({ ...startDraft().description, ...more })
const asked = (more: Partial<Description>, format: Format): string[] =>
  completeness.filter((one) => isAsked(one, description(more), format)).map(({ field }) => field)

t.test('a title list is not asked for what it has no place for', async (t) => {
  t.ok(asked({ type: 'book' }, 'marc21').includes('subjects'))
  t.notOk(asked({ type: 'book' }, 'kbart').includes('subjects'))
  t.ok(asked({ type: 'book' }, 'kbart').includes('year'))
})

t.test('a journal is asked for an ISSN, and for nobody’s name', async (t) => {
  t.ok(asked({ type: 'serial' }, 'marc21').includes('identifiers'))
  t.notOk(asked({ type: 'serial' }, 'marc21').includes('agents'))
})

t.test('a book is asked for an ISBN only since there are any', async (t) => {
  const issued = (edtf: string): Partial<Description> => ({
    type: 'book',
    dates: [{ kind: 'issued', edtf, text: edtf }],
  })
  t.ok(asked(issued('1996'), 'marc21').includes('identifiers'))
  t.notOk(asked(issued('1934'), 'marc21').includes('identifiers'))
})

t.test('the year is that of the publication, however exact', async (t) => {
  const dates = (kind: 'issued' | 'original', edtf: string) => [{ kind, edtf, text: edtf }]
  t.equal(yearOf(dates('issued', '1985-07')), 1985)
  t.equal(yearOf(dates('issued', '1998?')), 1998)
  t.equal(yearOf(dates('original', '1791')), undefined)
  t.equal(yearOf([{ kind: 'issued', text: 's.a.' }]), undefined)
})
