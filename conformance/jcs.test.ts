import t from 'tap'
import { canonicalJson, digestOf } from './jcs.js'

t.test('the example of RFC 8785 §3.2.4 comes out as printed there', async (t) => {
  const input = {
    // RFC 8785 writes 333333333.33333329, which is the same double.
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"\u002f',
    literals: [null, true, false],
  }
  t.equal(
    canonicalJson(input),
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  )
})

t.test('keys are sorted by UTF-16 code units, not by code points (§3.2.3)', async (t) => {
  const input = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
  t.same(Object.keys(JSON.parse(canonicalJson(input))), [
    '1',
    '\r',
    '\u0080',
    '\u00f6',
    '\u20ac',
    '\ud83d\ude00',
    '\ufb33',
  ])
})

t.test('minus zero is zero', async (t) => t.equal(canonicalJson(-0), '0'))

t.test('members without a value are left out, so that a digest does not depend on them', async (t) => {
  t.equal(digestOf({ a: 1, b: undefined }), digestOf({ a: 1 }))
})

t.test('what JSON cannot say is refused', async (t) => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', 1n, () => 1, undefined])
    t.throws(() => canonicalJson(value), TypeError)
})
