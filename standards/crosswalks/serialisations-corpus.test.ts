import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { type CarrierName, carriers } from '../formats/carriers.js'
import { corpus, skip } from './corpus-testing.js'
import { crosswalkFor } from './index.js'

async function describedIn(path: string, carrier: CarrierName): Promise<unknown[]> {
  const bytes = readFileSync(join(corpus, path))
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += 4_096) yield bytes.subarray(at, at + 4_096)
  }
  const found: unknown[] = []
  for await (const piece of carriers[carrier].split(chunks(), { head: bytes.subarray(0, 65_536) })) {
    if (piece.kind !== 'record') throw new Error(`${path}: ${piece.kind} at ${piece.offset}`)
    const { sourceId, description } = crosswalkFor('marc21').describe(piece.bytes)
    found.push({ sourceId, description })
  }
  return found
}

t.test(
  'thirty real records say the same as ISO 2709, as MARCXML and as MARC-in-JSON',
  { skip },
  async (t) => {
    const iso = await describedIn('marc21/traject/test_data.utf8.mrc', 'iso2709')
    t.equal(iso.length, 30)
    t.same(await describedIn('marcxml/traject/test_data.utf8.marc.xml', 'marcxml'), iso)
    t.same(await describedIn('marcxml/traject/test_data.utf8.json', 'json'), iso)
  },
)
