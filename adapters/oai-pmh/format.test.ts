import t from 'tap'
import type { HarvestPage } from '../../gateway/contracts/adapter.js'
import { crosswalkFor } from '../../standards/crosswalks/index.js'
import { formatOfPrefix, formatOfRecord } from './format.js'
import { connected, items } from './testing.js'

const mods =
  '<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><nonSort>The</nonSort><title>harvest</title></titleInfo><name><namePart>Li, Wan</namePart></name></mods>'

t.test('prefixes say what they are of; the rest is told from the first record', async (t) => {
  for (const prefix of [
    'oai_dc',
    'qdc',
    'oai_qdc',
    'dcterms',
    'qualifieddc',
    'oai_etdms',
    'etdms',
    'uketd_dc',
  ])
    t.equal(formatOfPrefix(prefix), 'dublin-core', prefix)
  for (const prefix of ['mods', 'oai_mods', 'mods_v3']) t.equal(formatOfPrefix(prefix), 'mods', prefix)
  t.equal(formatOfPrefix('marc21'), undefined)
  const marc = (tag: string) =>
    `<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim"><marc:datafield tag="${tag}" ind1=" " ind2=" "/></marc:record>`
  t.equal(formatOfRecord(marc('245')), 'marc21')
  t.equal(formatOfRecord(marc('200')), 'cnmarc')
  t.equal(formatOfRecord(marc('021A')), 'pica')
  t.equal(
    formatOfRecord('<record><leader>00998nM2.01200024------h</leader><datafield tag="331"/></record>'),
    'mab2',
  )
  t.equal(formatOfRecord(mods), 'mods')
  t.equal(formatOfRecord('<rfc1807><title>x</title></rfc1807>'), null)
})

t.test('MODS is harvested, and its crosswalk reads what came', async (t) => {
  const list = items(3, () => ({ metadata: { mods } }))
  const formats = [{ prefix: 'mods', schema: 'http://x.example/', namespace: 'http://www.loc.gov/mods/v3' }]
  const side = await connected({ items: list, formats }, { metadataPrefix: 'mods' })
  t.teardown(side.close)
  const pages: HarvestPage[] = []
  for await (const page of side.harvest(null)) pages.push(page)
  const [first] = pages.flatMap(({ changes }) => changes)
  t.match(first, { op: 'put', format: 'mods' })
  if (first?.op !== 'put') return
  t.match(crosswalkFor(first.format).describe(first.bytes), {
    description: {
      titles: [{ value: 'The harvest', nonfiling: 4 }],
      agents: [{ names: [{ value: 'Li, Wan' }] }],
    },
  })
})
