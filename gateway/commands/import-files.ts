import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { carriers } from '../../standards/formats/carriers.js'
import { guessFormat } from '../../standards/formats/detect.js'
import { noRecordsBecause } from '../../standards/formats/no-records.js'
import type { Format } from '../../standards/record/change.js'
import type { ImportFile } from '../contracts/catalogue.js'
import { ShulianError } from '../contracts/errors.js'
import { fileAdapters } from '../contracts/file-adapters.js'

/** Vocabularies a file may be in, and the adapter that reads it. MARCXML carries either MARC: which is told from it. */
export const vocabularies: Record<string, { adapter: string; format?: Format }> = {
  ...Object.fromEntries(
    (Object.keys(fileAdapters) as Format[]).map((format) => [
      format,
      { adapter: fileAdapters[format], format },
    ]),
  ),
  marcxml: { adapter: 'marc-file' },
}

/** What a file was taken for, in words, and the files taken so. */
type Taken = Map<string, string[]>

/**
 * Files to import, each with its adapter; `notes` say what was guessed.
 * @throws ShulianError FILE_NOT_FOUND, FILE_NOT_READABLE, FORMAT_UNKNOWN
 */
export const readInputs = async (
  locations: string[],
  format: string | undefined,
): Promise<{ files: ImportFile[]; notes: string[] }> => {
  const files: ImportFile[] = []
  const taken: Taken = new Map()
  for (const given of locations) {
    const isWeb = /^https?:\/\//i.test(given)
    const location = isWeb ? given : resolve(given)
    const identity = isWeb ? { fingerprint: given } : identityOf(given)
    const known = format === undefined ? await guessed(location, isWeb, taken) : vocabularies[format]!
    files.push({ location, ...identity, ...known })
  }
  return { files, notes: [...taken].map(noteOf) }
}

/** Names in one note; a run keeps few notes, and a folder of files is no reason to leave out the others. */
const named = 3

const noteOf = ([guess, names]: [string, string[]]): string => {
  const more = names.length > named ? ` and ${names.length - named} more` : ''
  return `${names.slice(0, named).join(', ')}${more}: taken as ${guess}. If that is wrong, say what it is: --format ${Object.keys(vocabularies).join('|')}.`
}

const identityOf = (path: string): { fingerprint: string; size: number } => {
  if (!existsSync(path))
    throw new ShulianError('FILE_NOT_FOUND', `There is no file ${path}.`, { status: 404 })
  const stats = statSync(path)
  if (stats.isDirectory())
    throw new ShulianError(
      'FILE_NOT_READABLE',
      `${path} is a folder. Name the files in it: ${path.replace(/\/$/, '')}/*`,
      {
        status: 422,
      },
    )
  const { size, mtimeMs } = stats
  return { fingerprint: `${size} ${mtimeMs}`, size }
}

const guessed = async (
  location: string,
  isWeb: boolean,
  taken: Taken,
): Promise<{ adapter: string; format?: Format }> => {
  if (isWeb) return { adapter: 'marc-file' }
  const head = await headOf(location)
  const guess = guessFormat(head, location)
  if (!guess) throw unknown(location, head)
  const words = `${guess.format}, ${carriers[guess.carrier].name} (${guess.reason})`
  taken.set(words, [...(taken.get(words) ?? []), basename(location)])
  return { adapter: fileAdapters[guess.format], format: guess.format }
}

const unknown = (location: string, head: Uint8Array): ShulianError => {
  const why = noRecordsBecause(head)
  return new ShulianError(
    'FORMAT_UNKNOWN',
    why
      ? `${location} holds no records as it is. It is ${why}.`
      : `The format of ${location} cannot be told. Name it with --format ${Object.keys(vocabularies).join('|')}.`,
    { status: 422 },
  )
}

const headOf = async (path: string): Promise<Uint8Array> => {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(path, { end: 65_535 })) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (cause) {
    throw new ShulianError(
      'FILE_NOT_READABLE',
      `The file ${path} cannot be read. Is it a file, and may this user read it?`,
      { cause, status: 422 },
    )
  }
}
