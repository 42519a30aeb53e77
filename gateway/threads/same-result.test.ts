import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { marc } from '../../plugins/catalogue/testing.js'
import { differences, endState } from '../bench/faults/end-state.js'
import { marcRecords } from '../bench/generated-records.js'
import { startShulianAt } from '../command-testing.js'

const alone = ['taskset', '-c', '0']

/** Books, and among them broken ones, repeats, changes and deletions. */
const mixed = (): Buffer => {
  const pieces: Uint8Array[] = []
  let count = 0
  for (const record of marcRecords(5_000, 3)) {
    const id = `m${count % 200}`
    pieces.push(record)
    if (count % 40 === 0)
      pieces.push(record, Buffer.from('00042nam a2200000 a 4500 no directory\u001e\u001d'))
    if (count % 50 === 0) pieces.push(marc({ id, title: `Changed ${count}`, isbn: '9780691096124' }))
    if (count % 70 === 0) pieces.push(marc({ id, title: 'Gone', deleted: true }))
    count++
  }
  return Buffer.concat(pieces)
}

t.test('an import on one processor and on all leaves the same', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'shulian-threads-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'mixed.mrc')
  writeFileSync(file, mixed())
  const imported = async (name: string, through: string[]) => {
    const dataDir = join(folder, name)
    for (const words of [
      ['members', 'add', 'city', '--name', 'City', '--type', 'library'],
      ['import', file, '--member', 'city', '--format', 'marc21'],
    ]) {
      const { code, stderr } = await startShulianAt({ dataDir, through }, ...words).finished
      t.equal(code, 0, stderr.slice(-300))
    }
    return endState(dataDir)
  }
  const [one, all] = [await imported('one', alone), await imported('all', [])]
  t.ok(one.records.length > 4_900 && one.quarantine.length > 0 && one.index.length > 4_000)
  t.same(differences(all, one), [])
})
