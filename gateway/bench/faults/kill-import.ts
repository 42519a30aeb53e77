import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marc } from '../../../plugins/catalogue/testing.js'
import { writeIso2709 } from '../../../standards/formats/iso2709-write.js'
import type { MarcRecord } from '../../../standards/formats/marc.js'
import { jsonLines, shulian, startShulian } from '../../command-testing.js'
import { marcRecords, randomFrom } from '../generated-records.js'
import { type Difference, differences, endState } from './end-state.js'
import { isFinished, killedAt, type Sizes, timed } from './killing.js'
import { settled } from './settled.js'

export interface Outcome {
  killed: number
  differences: Difference[]
  /** Of the undisturbed run as it ended, and of the killed one as it is kept. */
  reports: [Report, Report]
}
export type Report = Record<string, number | string>

/** The same files imported undisturbed, and with the process killed at each point. */
export const killImport = async (sizes: Sizes): Promise<Outcome> => {
  const files = writeFiles(sizes.folder, sizes.records)
  const words = ['import', ...files, '--member', 'city', '--format', 'marc21', '--json']
  const [calm, rough] = [join(sizes.folder, 'calm'), join(sizes.folder, 'rough')]
  const addMember = (dir: string) =>
    done(dir, 'members', 'add', 'city', '--name', 'City', '--type', 'library')
  await addMember(calm)
  const [, start] = await timed(() => addMember(rough))
  const [undisturbed, whole] = await timed(() => done(calm, ...words))
  const [records, pages] = [Number(undisturbed['read']), Number(undisturbed['pages'])]
  const pace = { start, page: (whole - start) / pages }
  const killed = await killedAt(rough, { ...sizes, records }, pace, () => startShulian(rough, ...words))
  if (!isFinished(rough)) await done(rough, ...words)
  const last = await done(rough, 'runs', 'list', '--json')
  for (const dataDir of [calm, rough])
    await settled(dataDir, () => startShulian(dataDir, 'serve', '--empty', '--json'))
  return {
    killed,
    differences: differences(endState(rough), endState(calm)),
    reports: [undisturbed, last],
  }
}

const done = async (dataDir: string, ...words: string[]): Promise<Report> => {
  const { code, stdout, stderr } = await shulian(dataDir, ...words)
  if (code !== 0) throw new Error(`shulian ${words[0]} ended with ${code}: ${stderr}`)
  return (words.includes('--json') ? jsonLines(stdout).at(-1) : {}) as Report
}

/**
 * Two files of everything that may come: pairs, records without a title, broken ones, repeats, changes, deletions,
 * authorities and holdings with the records that point to them, before and after they come.
 */
const writeFiles = (folder: string, records: number): string[] => {
  const random = randomFrom(7)
  const half = Math.floor(records / 2)
  return [mixed(random, half, 1, 0), mixed(random, half, 2, 50)].map((bytes, at) => {
    const path = join(folder, `${at}.mrc`)
    writeFileSync(path, bytes)
    return path
  })
}

const mixed = (random: () => number, count: number, seed: number, from: number): Buffer => {
  const pieces: Uint8Array[] = []
  let number = from
  const known = () => `x${Math.floor(random() * 100)}`
  for (const record of marcRecords(count, seed)) {
    pieces.push(record)
    const chance = random()
    const id = `x${number++}`
    if (chance < 0.01) pieces.push(marc({ id }))
    else if (chance < 0.02) pieces.push(Buffer.from('00042nam a2200000 a 4500 no directory\u001e\u001d'))
    else if (chance < 0.03) pieces.push(marc({ id, title: 'Gone', deleted: true }))
    else if (chance < 0.06) pieces.push(marc({ id: known(), title: `Changed ${id}`, isbn: '9780691096124' }))
    else if (chance < 0.08) pieces.push(record)
    else if (chance < 0.09) pieces.push(marc({ id: known(), title: 'Gone', deleted: true }))
    else if (chance < 0.13) pieces.push(linked(chance, Math.floor(random() * 200), number))
  }
  return Buffer.concat(pieces)
}

/** One of three that belong together: an authority record, a record that names its number, a holdings record of that. */
const linked = (chance: number, pair: number, number: number): Uint8Array => {
  const field = (tag: string, ind1: string, ...subfields: [string, string][]) => ({
    tag,
    ind1,
    ind2: ' ',
    subfields: subfields.map(([code, value]) => ({ code, value })),
  })
  const record = (type: string, id: string, ...fields: MarcRecord['fields']) =>
    writeIso2709(
      { leader: `00000n${type}  a2200000 n 4500`, fields: [{ tag: '001', value: id }, ...fields] },
      'utf-8',
    )
  const name = `Writer ${pair}, A.`
  if (chance < 0.103)
    return record(
      'z',
      `a${pair}`,
      field('100', '1', ['a', name]),
      field('400', '1', ['a', `Alias ${number}`]),
    )
  if (chance < 0.117)
    return record(
      'am',
      `b${pair}`,
      field('100', '1', ['a', name], ['0', `a${pair}`]),
      field('245', '1', ['a', `Pair ${number}`]),
    )
  return record(
    'x',
    `h${pair}`,
    { tag: '004', value: `b${pair}` },
    field('852', '0', ['a', 'MAIN'], ['h', `Z${number}`]),
  )
}
