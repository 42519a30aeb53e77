import t from 'tap'
import type { BrokenChange, PutChange } from '../../standards/record/change.js'
import { connected, items, pagesOf, told } from './testing.js'

t.test('a record that came broken in a list is asked for by itself', async (t) => {
  const brokenPage = { identifiers: ['oai:test.example:02'] }
  const side = await connected({ items: items(5), pageSize: 3, faults: { brokenPage } })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(told(pages), ['put 01', 'put 02', 'put 03', 'put 04', 'put 05'])
  t.match(pages[0]?.notes, [/1 asked for again, 0 remain broken/])
})

t.test('one that is broken everywhere is kept with its text, and the list goes on', async (t) => {
  const brokenPage = { identifiers: ['oai:test.example:02'], everywhere: true }
  const side = await connected({ items: items(5), pageSize: 3, faults: { brokenPage } })
  t.teardown(side.close)
  const pages = await pagesOf(side.harvest(null))
  t.same(told(pages), ['put 01', 'broken 02', 'put 03', 'put 04', 'put 05'])
  t.match(pages[0]?.notes, [/0 asked for again, 1 remains broken/])
  const broken = pages[0]?.changes[1] as BrokenChange
  t.equal(broken.finding.code, 'XML_NOT_WELL_FORMED')
  t.match(Buffer.from(broken.bytes).toString(), /^<record><header>.*Title 02.*<\/record>$/s)
})

t.test('MARC is told from its first record: 245 or 200', async (t) => {
  const marc = (tag: string) =>
    `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam  2200000   4500</leader><datafield tag="${tag}" ind1="1" ind2=" "><subfield code="a">题名</subfield></datafield></record>`
  for (const [tag, format] of [
    ['200', 'cnmarc'],
    ['245', 'marc21'],
  ] as const) {
    const list = items(2, () => ({ metadata: { marcxml: marc(tag) } }))
    const side = await connected({ items: list, pageSize: 1 }, { metadataPrefix: 'marcxml' })
    t.teardown(side.close)
    const pages = await pagesOf(side.harvest(null))
    t.same(
      pages.map(({ changes }) => (changes[0] as PutChange).format),
      [format, format],
    )
    t.equal(pages.at(-1)?.resume['format'], format)
  }
})

t.test('a prefix of a vocabulary that no crosswalk knows is refused', async (t) => {
  const list = items(1, () => ({
    metadata: { rfc1807: '<rfc1807 xmlns="http://x.example/rfc1807"><title>x</title></rfc1807>' },
  }))
  const formats = [{ prefix: 'rfc1807', schema: 'http://x.example/', namespace: 'http://x.example/rfc1807' }]
  const side = await connected({ items: list, formats }, { metadataPrefix: 'rfc1807' })
  t.teardown(side.close)
  await t.rejects(pagesOf(side.harvest(null)), { code: 'FORMAT_UNKNOWN', status: 422 })
})
