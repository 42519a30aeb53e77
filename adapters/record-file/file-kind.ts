import { basename } from 'node:path'
import { type TSchema, Type } from 'typebox'
import type { AdapterKind, Call, HarvestPage, Identity, Resume } from '../../gateway/contracts/adapter.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { RecordUnreadable } from '../../standards/crosswalks/crosswalk.js'
import { carriers, remarksOn } from '../../standards/formats/carriers.js'
import { readIso2709 } from '../../standards/formats/iso2709.js'
import { iso2709Splitter } from '../../standards/formats/iso2709-split.js'
import type { Change, Format } from '../../standards/record/change.js'
import { changeOf, piecesOf } from './changes.js'
import { type Accepted, type OpenedFile, openFile } from './open-file.js'

/**
 * One page is one transaction of the catalogue. In a large one it changes nearly all of the indexes' pages, whatever it
 * brings: beside 300,000 records 180 KB are written for a record by 2,000 at once, 110 KB by twice as many.
 */
const PAGE_RECORDS = 4_000
const PAGE_BYTES = 8 * 1024 * 1024

export interface FileOptions {
  path: string | string[]
  /** Told from the content when left out. */
  format?: Format
}

const optionsOf = (formats: readonly Format[]): TSchema =>
  Type.Object(
    {
      path: Type.Union(
        [Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })],
        { description: 'File paths or http(s) addresses, plain or gzip' },
      ),
      format: Type.Optional(
        Type.Enum([...formats], { description: 'Vocabulary; told from the content when left out' }),
      ),
    },
    { additionalProperties: false },
  )

/** Which file, and the octet of its content at which the next record begins. `done` after a clean end. */
interface Bookmark {
  file: number
  path: string
  offset: number
}

/** What a harvest of files is told by its settings. */
interface Plan {
  paths: string[]
  format: Format | undefined
  accepted: Accepted
}

/**
 * A kind of source that reads files in order. A clean end starts anew next time: a file says nothing of what changed in
 * it.
 */
export const fileKind = (
  about: Accepted & {
    kind: string
    summary: string
  },
): AdapterKind<FileOptions> => ({
  kind: about.kind,
  summary: about.summary,
  capabilities: ['harvest'],
  options: optionsOf(about.formats),
  connect({ path, format }, outside) {
    const plan = { paths: [path].flat(), format, accepted: about }
    return {
      probe: (call) => probe(plan, outside, call),
      harvest: (resume, call) => harvest(plan, outside, resume, call),
    }
  },
})

async function probe({ paths, format, accepted }: Plan, outside: Outside, call: Call): Promise<Identity> {
  const opening = { format, accepted, offset: 0, signal: call.signal }
  const file = await openFile(outside, paths[0] as string, opening)
  await file.close()
  return {
    name: file.location.split('/').at(-1) || file.location,
    protocol: carriers[file.carrier].name,
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

/** Of the first record that can be read. */
function encodingOf(file: OpenedFile): string {
  if (file.carrier !== 'iso2709') return file.encoding
  for (const piece of iso2709Splitter().push(file.head)) {
    try {
      if (piece.kind === 'record') return readIso2709(piece.bytes, file.usualEncoding).encoding
    } catch (error) {
      if (!(error instanceof RecordUnreadable)) throw error
    }
  }
  return 'unknown'
}

async function* harvest(
  { paths, format, accepted }: Plan,
  outside: Outside,
  resume: Resume | null,
  { signal }: Call,
): AsyncGenerator<HarvestPage> {
  const begin = bookmarkOf(resume, paths)
  for (let index = begin.file; index < paths.length; index++) {
    const path = paths[index] as string
    const offset = index === begin.file ? begin.offset : 0
    const file = await openFile(outside, path, { format, accepted, offset, signal })
    const notes = index === begin.file ? [...begin.notes, ...notesOf(file)] : notesOf(file)
    const at = { file: index, path, next: paths[index + 1], nothing: accepted.nothing }
    yield* pages(file, offset, at, notes)
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
    notes: [`The settings no longer name "${nameOf(path ?? '')}" at this place: reading starts anew.`],
  }
}

/** Runs are shown to anyone, the operator's folders are not. */
const nameOf = basename

const notesOf = (file: OpenedFile): string[] => [
  ...(file.reason
    ? [
        `"${nameOf(file.location)}" was taken for ${file.format}: ${file.reason} (${carriers[file.carrier].name}).`,
      ]
    : []),
  ...remarksOn(file.carrier, file.head).map((remark) => `"${nameOf(file.location)}": ${remark}.`),
]

async function* pages(
  file: OpenedFile,
  offset: number,
  at: { file: number; path: string; next: string | undefined; nothing: string },
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
  if (isEmpty && offset === 0) notes.push(`"${nameOf(file.location)}" ${at.nothing}.`)
  const next = at.next === undefined ? { done: true } : { file: at.file + 1, path: at.next, offset: 0 }
  yield { changes, resume: next, ...noted() }

  function noted(): { notes?: string[] } {
    const told = notes.splice(0)
    return told.length > 0 ? { notes: told } : {}
  }
}
