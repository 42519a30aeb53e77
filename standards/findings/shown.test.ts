import t from 'tap'
import { writeIso2709 } from '../formats/iso2709-write.js'
import { showRecord } from './shown.js'

const record = Buffer.from(
  writeIso2709(
    {
      leader: '00000nam a2200000 a 4500',
      fields: [
        { tag: '001', value: 'b1' },
        {
          tag: '245',
          ind1: '1',
          ind2: ' ',
          subfields: [
            { code: 'a', value: '红楼梦' },
            { code: 'c', value: '曹雪芹' },
          ],
        },
        { tag: '500', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: 'x'.repeat(3_000) }] },
      ],
    },
    'utf-8',
  ),
)
const finding = (more: object) => ({ code: 'X', detail: 'x', ...more })

t.test('a field that a finding names is marked in the bytes, in the text and among the fields', async (t) => {
  const shown = showRecord(record, finding({ path: '245' }), true)
  t.equal(shown.text.marked, '1 ␟a红楼梦␟c曹雪芹␞')
  t.equal(shown.text.encoding, 'utf-8')
  t.same(
    shown.fields?.filter(({ isMarked }) => isMarked),
    [{ text: '245 1# $a 红楼梦 $c 曹雪芹', isMarked: true }],
  )
  const marked = shown.rows.flatMap(({ hex, mark }) => (mark ? hex.split(' ').slice(mark.from, mark.to) : []))
  t.equal(Buffer.from(marked.join(''), 'hex').toString(), '1 \x1fa红楼梦\x1fc曹雪芹\x1e')
})

t.test('positions of the leader, a subfield’s field and a bare offset are places too', async (t) => {
  t.match(showRecord(record, finding({ path: 'leader/12-16' }), true).place, { from: 12, to: 17 })
  t.equal(showRecord(record, finding({ path: '245$a' }), true).text.marked.slice(-1), '␞')
  t.match(showRecord(record, finding({ offset: 30, got: 'ab' }), true).place, { from: 30, to: 32 })
  t.notOk('place' in showRecord(record, finding({ path: 'titles', offset: 99_999 }), true))
})

t.test('of a long record only what stands around the place is shown', async (t) => {
  const at = record.length - 40
  const { rows, size, from, to } = showRecord(record, finding({ offset: at }), true)
  t.equal(size, record.length)
  t.ok(from <= at && at < to && to - from <= 512 && rows.length <= 32)
  t.equal(rows[0]?.at, from)
})

t.test('what is no MARC, no UTF-8 or nothing at all is shown as what it is', async (t) => {
  const gb = Buffer.concat([
    Buffer.from('<title>'),
    Buffer.from('b0aecec4d1a7a1a2bfc6d1a7baccbbd8d2e4bcc7d0c2d6d0b9fa', 'hex'),
    Buffer.from('</title>'),
  ])
  t.match(showRecord(gb, finding({}), false).text, { encoding: 'gb18030', before: /爱文学/ })
  t.notOk('fields' in showRecord(Buffer.from('not a record'), finding({}), true))
  t.match(showRecord(Buffer.alloc(0), finding({ offset: 3 }), true), { size: 0, rows: [] })
})
