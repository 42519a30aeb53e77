import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { crosswalkPages } from './page.js'

t.test('the printed tables are those that the crosswalk runs on', async (t) => {
  for (const [name, page] of Object.entries(crosswalkPages))
    t.equal(
      readFileSync(join(process.cwd(), 'standards/crosswalks', name), 'utf8'),
      page(),
      `${name}: npm run generate`,
    )
})

t.test('a field, its subfields, its place, its step and the reason stand in one line', async (t) => {
  const marc21 = crosswalkPages['marc21.md']?.() ?? ''
  t.match(marc21, /\| 020 \| a z q c b \| `identifiers\/isbn` \| isbn \| ISO 2108\./)
  t.match(marc21, /\| 337 \| all \| — \| {2}\| media type/)
  t.match(marc21, /\| 760 762 765 [\d ]+\| b c d /, 'rows that say the same of several fields are one')
  t.match(crosswalkPages['cnmarc.md']?.(), /\| 690 \| a v \| `classes\/clc` \| class \| 中国图书馆分类法/)
})
