import t from 'tap'
import { startDraft } from '../crosswalks/draft.js'
import type { Description } from '../record/v1-draft.js'
import { recordRules } from './record.js'

const description = (more: Partial<Description>): Description => ({
  ...startDraft().description,
  titles: [{ value: '书', kind: 'original' }],
  ...more,
})
const codes = (more: Partial<Description>): string[] =>
  recordRules.flatMap((rule) => rule.check(description(more))).map(({ code, path }) => `${code} ${path}`)

t.test('a sound record has no finding', async (t) => {
  t.same(codes({}), [])
})

t.test('each rule names what it found and where', async (t) => {
  t.same(codes({ titles: [] }), ['RECORD_TITLE_MISSING titles'])
  t.same(codes({ titles: [{ value: ' ', kind: 'original' }] }), ['RECORD_TITLE_MISSING titles'])
  t.same(codes({ identifiers: [{ scheme: 'isbn', value: '978', valid: false }] }), [
    'ISBN_CHECK_DIGIT identifiers/0',
  ])
  t.same(codes({ identifiers: [{ scheme: 'issn', value: '0001-3073', valid: false }] }), [
    'ISSN_CHECK_DIGIT identifiers/0',
  ])
  t.same(codes({ identifiers: [{ scheme: 'csbn', value: 'x', valid: false }] }), ['CSBN_FORM identifiers/0'])
  t.same(codes({ dates: [{ kind: 'issued', text: 's.a.' }] }), ['DATE_NOT_UNDERSTOOD dates/0'])
  t.same(codes({ languages: [{ code: 'zzz', role: 'text' }] }), ['LANGUAGE_UNKNOWN languages/0'])
  t.same(
    codes({
      classes: [
        { scheme: 'clc', value: '800' },
        { scheme: 'ddc', value: '800' },
      ],
    }),
    ['CLC_FORM classes/0'],
  )
  t.same(codes({ notes: [{ kind: 'link', value: 'www.example.org' }] }), ['LINK_NOT_WEB notes/0'])
  t.same(codes({ titles: [{ value: '\ufffd\ufffd', kind: 'original' }] }), ['TEXT_DAMAGED titles/0'])
})

t.test('a number that the source calls wrong itself is not held against it', async (t) => {
  t.same(codes({ identifiers: [{ scheme: 'isbn', value: '978', valid: false, cancelled: true }] }), [])
})

t.test('only a missing title quarantines; every rule speaks both languages', async (t) => {
  t.same(
    recordRules.filter(({ severity }) => severity === 'quarantine').map(({ id }) => id),
    ['RECORD_TITLE_MISSING'],
  )
  for (const rule of recordRules) t.ok(/[一-鿿]/.test(rule.title.zh) && rule.title.en !== '', rule.id)
  const [found] = recordRules.flatMap((rule) =>
    rule.check(description({ dates: [{ kind: 'issued', text: 's.a.' }] })),
  )
  t.match(found?.detailZh ?? '', /无法/)
})
