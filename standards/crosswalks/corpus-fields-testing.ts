import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { carriers } from '../formats/carriers.js'
import { guessFormat } from '../formats/detect.js'
import { readMab2 } from '../formats/mab2/mab2.js'
import type { MarcField } from '../formats/marc.js'
import { readPica } from '../formats/pica/pica.js'
import { descendants, readTree, type XmlNode } from '../formats/xml-tree.js'
import type { Format } from '../record/change.js'
import { corpus, filesUnder, marcRecordsUnder } from './corpus-testing.js'
import type { CoveredFormat, Fields } from './coverage.js'
import { isBeside, nameOfLeaf } from './dublin-core/elements.js'

/** What the crosswalks are held to: folders of the corpus and the format of their records. */
export const coveredFolders: [folder: string, format: CoveredFormat][] = [
  ['marc21', 'marc21'],
  ['marcxml', 'marc21'],
  ['sru', 'marc21'],
  ['unimarc', 'cnmarc'],
  ['pica', 'pica'],
  ['oai-pmh', 'mab2'],
  ['metadata-xml', 'mods'],
  ['oai-pmh', 'mods'],
  ['sru', 'mods'],
  ['metadata-xml', 'dublin-core'],
  ['oai-pmh', 'dublin-core'],
  ['sru', 'dublin-core'],
]

/** The records of one format under a folder, as fields; those of a classification (leader/06 = w) are set aside before. */
export async function* fieldsUnder(folder: string, format: CoveredFormat): AsyncGenerator<Fields> {
  if (format === 'marc21' || format === 'cnmarc')
    for await (const { record } of marcRecordsUnder(folder)) {
      if (record.leader[6] !== 'w') yield record
    }
  else
    for await (const record of recordsUnder(folder))
      if (record.format === format) yield readers[format](record.bytes)
}

/** Every record under a folder that an import would take, with the format that it was told to be. */
export async function* recordsUnder(folder: string): AsyncGenerator<{ format: Format; bytes: Uint8Array }> {
  for (const path of filesUnder(join(corpus, folder))) {
    const bytes = readFileSync(path)
    const head = bytes.subarray(0, 65_536)
    const guess = guessFormat(head, path)
    if (!guess || guess.format === 'kbart') continue
    for await (const piece of carriers[guess.carrier].split(chunksOf(bytes), { head }))
      if (piece.kind === 'record') yield { format: guess.format, bytes: piece.bytes }
  }
}

async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

const readers: Record<Exclude<CoveredFormat, 'marc21' | 'cnmarc'>, (bytes: Uint8Array) => Fields> = {
  pica: (bytes) => readPica(bytes).record,
  mab2: (bytes) => readMab2(bytes).record,
  mods(bytes) {
    const root = readTree(bytes, [])
    const [found] = root.name === 'mods' ? [root] : descendants(root, 'mods')
    return { fields: found ? [...paths(found, [])] : [] }
  },
  'dublin-core': (bytes) => ({ fields: [...leaves(readTree(bytes, []), [])] }),
}

function* paths(node: XmlNode, around: string[]): Generator<MarcField> {
  for (const child of node.children) {
    const path = [...around, child.name]
    if (child.text) yield { tag: path.join('/'), value: child.text }
    yield* paths(child, path)
  }
}

/** Elements with words, told as the crosswalk tells them: by what they label, or by the thing beside that they are of. */
function* leaves(node: XmlNode, around: string[]): Generator<MarcField> {
  const beside = around.find((name, at) => isBeside(name, around.slice(0, at)))
  if (node.children.length === 0 && node.text)
    yield {
      tag: beside ? `${beside}/${node.name}` : (nameOfLeaf(node.name, around) ?? node.name),
      value: node.text,
    }
  for (const child of node.children) yield* leaves(child, [...around, node.name])
}
