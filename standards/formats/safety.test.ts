import t from 'tap'
import { crosswalkFor } from '../crosswalks/index.js'
import { carriers } from './carriers.js'
import { numbersFrom } from './mutations-testing.js'
import { through } from './through-testing.js'

/** What parsing promises of hostile files; each test is named after what comes in and how it attacks. */

const marcxml = (title: string, id = 'x') =>
  `<record><leader>00000nam a2200000   4500</leader><controlfield tag="001">${id}</controlfield><datafield tag="245" ind1=" " ind2=" "><subfield code="a">${title}</subfield></datafield></record>`
const dublinCore = (title: string, id = 'x') =>
  `<record><header><identifier>${id}</identifier></header><metadata><oai_dc:dc xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc></metadata></record>`

const bomb = `<!DOCTYPE c [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
const external = '<!DOCTYPE c [<!ENTITY secret SYSTEM "file:///etc/passwd">]>'
const attributes = Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(' ')
const depth = 200_000

const attacks: [what: string, doctype: string, text: string][] = [
  ['a bomb of entities', bomb, '&a9;'],
  ['an external entity (XXE)', external, '&secret;'],
  ['200,000 attributes', '', `<b ${attributes}/>`],
  ['a depth of 200,000', '', '<b>'.repeat(depth) + '</b>'.repeat(depth)],
  ['a DOCTYPE without end', '', '<!DOCTYPE c ['],
]

for (const [carrier, format, record] of [
  ['marcxml', 'marc21', marcxml],
  ['dublin-core-xml', 'dublin-core', dublinCore],
] as const)
  for (const [what, doctype, text] of attacks)
    t.test(`XML: DTD, depth, attributes: ${what} in ${carrier} costs its record alone`, async (t) => {
      const file = `<?xml version="1.0"?>${doctype}<c>${record('first', '1')}${record(text, '2')}${record('last', '3')}</c>`
      const { kept, faults, octets } = await through({ carrier, format }, Buffer.from(file))
      t.same(faults, [])
      t.ok(octets <= file.length)
      const titles = kept.flatMap((one) => ('titles' in one ? one.titles.map(({ value }) => value) : []))
      t.same(titles, ['first', 'last'], 'the others come in')
      const refusals = kept.flatMap((one) => ('code' in one ? [one.code] : []))
      t.ok(refusals.length > 0, `it is refused: ${refusals}`)
      t.notMatch(JSON.stringify(kept), /haha|root:/, 'no entity is expanded')
    })

const leader = (length: string, base: string) => `${length}nam a22${base} a 4500`
const entry = (tag: string, size: number, start: number) =>
  tag + String(size).padStart(4, '0') + String(start).padStart(5, '0')
const rest = '\x1e10\x1faTitle\x1e\x1d'
const nines = '9'.repeat(24)
const overlapping = entry('245', 9_999, 0).repeat(8_000)

const directories: [what: string, record: string][] = [
  ['24 nines', nines],
  ['24 nines and a separator', `${nines}\x1e\x1d`],
  ['overlapping entries', `${leader('99999', '99999')}${overlapping}\x1e${'x'.repeat(90_000)}\x1e\x1d`],
  ['a base of 0', `${leader('00060', '00000')}${entry('245', 9, 0)}${rest}`],
  ['a base of 99999', `${leader('00060', '99999')}${entry('245', 9, 0)}${rest}`],
  ['a directory of separators', `${nines}${'\x1e'.repeat(500_000)}\x1d`],
]

/** Processor time in ms, the least of three: the others pay for the compiler. */
function least(run: () => void): number {
  const costs = Array.from({ length: 3 }, () => {
    const began = process.cpuUsage()
    run()
    return process.cpuUsage(began).user / 1000
  })
  return Math.min(...costs)
}

for (const [what, record] of directories)
  t.test(`MARC directory: ${what} is mended or MARC_INVALID, and the next record is read`, async (t) => {
    const sound = `${leader('00047', '00037')}${entry('245', 9, 0)}${rest}`
    const file = Buffer.from(record.endsWith('\x1d') ? record + sound : `${record}\x1d${sound}`, 'latin1')
    const { kept, faults } = await through({ carrier: 'iso2709', format: 'marc21' }, file)
    t.same(faults, [])
    t.match(kept.at(-1), { titles: [{ value: 'Title' }] })
    const [first] = kept
    t.ok(first && 'code' in first, JSON.stringify(first))
    t.match(first, { code: /^MARC_/ })
    t.ok(JSON.stringify(kept).length < 10 * file.length + 10_000, 'what is kept is bounded')
    const { describe } = crosswalkFor('marc21')
    t.ok(least(() => attempt(() => describe(file.subarray(0, file.indexOf(0x1d) + 1)))) < 50)
  })

t.test('MARC directory: random octets are never more than they were', async (t) => {
  for (let run = 0; run < 500; run++) {
    const below = numbersFrom(run)
    const bytes = Buffer.from(Array.from({ length: 1 + below(3_000) }, () => below(256)))
    let last = 0
    for await (const piece of carriers.iso2709.split(once(bytes))) {
      t.ok(piece.offset >= last && piece.end <= bytes.length)
      last = piece.end
    }
    t.same((await through({ carrier: 'iso2709', format: 'marc21' }, bytes)).faults, [])
  }
})

async function* once(bytes: Buffer) {
  yield bytes
}

function attempt(run: () => void): void {
  try {
    run()
  } catch {
    // Refused: what it costs is of interest here, and it was seen above that nothing but a refusal is thrown.
  }
}

t.test('line ends in a coded language crash nothing', async (t) => {
  const data = '  \x1faab\nc\nde\nf\x1e'
  const file = `${leader('00000', '00037')}${entry('041', data.length, 0)}\x1e${data}\x1d`
  for (const format of ['marc21', 'cnmarc'] as const)
    t.same(
      (
        await through(
          { carrier: 'iso2709', format },
          Buffer.from(file.replace('041', format === 'cnmarc' ? '101' : '041')),
        )
      ).faults,
      [],
    )
})
