import { type Static, Type } from 'typebox'
import type { AdapterKind, Call, HarvestPage, Identity, Resume } from '../../gateway/contracts/adapter.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { RecordUnreadable } from '../../standards/crosswalks/crosswalk.js'
import { readIso2709 } from '../../standards/formats/iso2709.js'
import { iso2709Splitter } from '../../standards/formats/iso2709-split.js'
import type { Change } from '../../standards/record/change.js'
import { changeOf, piecesOf } from './changes.js'
import { type OpenedFile, openFile } from './open-file.js'

const PAGE_RECORDS = 200
const PAGE_BYTES = 8 * 1024 * 1024

const MarcFormat = Type.Enum(['marc21', 'cnmarc'])
export type MarcFormat = Static<typeof MarcFormat>

export const MarcFileOptions = Type.Object(
  {
    path: Type.Union(
      [Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })],
      {
        description: 'File paths or http(s) addresses of ISO 2709, MARCXML or MARC-in-JSON, plain or gzip',
      },
    ),
    format: Type.Optional(MarcFormat),
  },
  { additionalProperties: false },
)
export type MarcFileOptions = Static<typeof MarcFileOptions>

/** Which file, and the octet of its content at which the next record begins. `done` after a clean end. */
interface Bookmark {
  file: number
  path: string
  offset: number
}

/** Reads MARC files in order. A clean end starts anew next time: a file says nothing of what changed in it. */
export const marcFile: AdapterKind<MarcFileOptions> = {
  kind: 'marc-file',
  summary:
    'Files of MARC 21 or CNMARC: ISO 2709, MARCXML or MARC-in-JSON, plain or gzip, on disk or at an address.',
  capabilities: ['harvest'],
  options: MarcFileOptions,
  connect(options, outside) {
    const paths = [options.path].flat()
    return {
      probe: (call) => probe(paths, options.format, outside, call),
      harvest: (resume, call) => harvest(paths, options.format, outside, resume, call),
    }
  },
}

async function probe(
  paths: string[],
  format: MarcFormat | undefined,
  outside: Outside,
  call: Call,
): Promise<Identity> {
  const file = await openFile(outside, paths[0] as string, { format, offset: 0, signal: call.signal })
  await file.close()
  return {
    name: file.location.split('/').at(-1) || file.location,
    protocol: protocols[file.carrier],
    details: {
      format: file.format,
      carrier: file.carrier,
      encoding: encodingOf(file),
      files: String(paths.length),
      ...(file.isGzip ? { compression: 'gzip' } : {}),
      ...(file.reason ? { 'format told from': file.reason } : {}),
    },
  }
}

const protocols = { iso2709: 'ISO 2709', marcxml: 'MARCXML', json: 'MARC-in-JSON' }

/** Of the first record that can be read. */
function encodingOf(file: OpenedFile): string {
  if (file.carrier !== 'iso2709') return file.xmlEncoding
  for (const piece of iso2709Splitter().push(file.head)) {
    try {
      if (piece.kind === 'record') return readIso2709(piece.bytes).encoding
    } catch (error) {
      if (!(error instanceof RecordUnreadable)) throw error
    }
  }
  return 'unknown'
}

async function* harvest(
  paths: string[],
  format: MarcFormat | undefined,
  outside: Outside,
  resume: Resume | null,
  { signal }: Call,
): AsyncGenerator<HarvestPage> {
  const begin = bookmarkOf(resume, paths)
  for (let index = begin.file; index < paths.length; index++) {
    const path = paths[index] as string
    const offset = index === begin.file ? begin.offset : 0
    const file = await openFile(outside, path, { format, offset, signal })
    const notes = index === begin.file ? [...begin.notes, ...notesOf(file)] : notesOf(file)
    yield* pages(file, offset, { file: index, path, next: paths[index + 1] }, notes)
  }
}

/** A bookmark of a file that the settings no longer name counts for nothing. */
function bookmarkOf(
  resume: Resume | null,
  paths: string[],
): { file: number; offset: number; notes: string[] } {
  const { file, offset, path, done } = (resume ?? {}) as Partial<Bookmark> & { done?: boolean }
  if (done || typeof file !== 'number' || typeof offset !== 'number') return { file: 0, offset: 0, notes: [] }
  if (paths[file] === path) return { file, offset, notes: [] }
  return {
    file: 0,
    offset: 0,
    notes: [`The settings no longer name "${path}" at this place: reading starts anew.`],
  }
}

const notesOf = (file: OpenedFile): string[] =>
  file.reason ? [`"${file.location}" was taken for ${file.format}: ${file.reason}.`] : []

async function* pages(
  file: OpenedFile,
  offset: number,
  at: { file: number; path: string; next: string | undefined },
  notes: string[],
): AsyncGenerator<HarvestPage> {
  let changes: Change[] = []
  let size = 0
  let end = offset
  let isEmpty = true
  for await (const piece of piecesOf(file, offset)) {
    if (changes.length >= PAGE_RECORDS || size > PAGE_BYTES) {
      yield { changes, resume: { file: at.file, path: at.path, offset: end }, ...noted() }
      changes = []
      size = 0
    }
    changes.push(changeOf(piece, file))
    size += piece.kind === 'empty' ? 0 : piece.bytes.length
    end = piece.end
    isEmpty = false
  }
  if (isEmpty && offset === 0) notes.push(`"${file.location}" holds no MARC record.`)
  const next = at.next === undefined ? { done: true } : { file: at.file + 1, path: at.next, offset: 0 }
  yield { changes, resume: next, ...noted() }

  function noted(): { notes?: string[] } {
    const told = notes.splice(0)
    return told.length > 0 ? { notes: told } : {}
  }
}
