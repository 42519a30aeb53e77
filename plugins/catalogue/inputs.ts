import type {
  AdapterKind,
  Call,
  HarvestPage,
  ImportFile,
  Outside,
  Resume,
  Source,
} from '../../gateway/contracts/index.js'
import { ShulianError } from '../../gateway/contracts/index.js'
import type { Change } from '../../standards/record/change.js'

/** @throws ShulianError ADAPTER_UNKNOWN, CAPABILITY_MISSING */
export const connectHarvest = (
  adapters: ReadonlyMap<string, AdapterKind>,
  kind: string,
  options: unknown,
  outside: Outside,
) => {
  const adapterKind = adapters.get(kind)
  if (!adapterKind) {
    throw new ShulianError(
      'ADAPTER_UNKNOWN',
      `There is no adapter '${kind}'. There are: ${[...adapters.keys()].join(', ')}.`,
      { status: 422 },
    )
  }
  const adapter = adapterKind.connect(options, outside)
  if (!adapter.harvest) {
    throw new ShulianError(
      'CAPABILITY_MISSING',
      `The adapter '${kind}' cannot be harvested. See: shulian adapters show ${kind}`,
      { status: 422 },
    )
  }
  return { harvest: adapter.harvest.bind(adapter), close: async () => adapter.close?.() }
}

/** Each page with whether it is the last: what ends a list must be stored together with its last page. */
export async function* markLast<P extends HarvestPage>(
  pages: AsyncIterable<P>,
): AsyncIterable<{ page: P; isLast: boolean }> {
  let held: P | undefined
  try {
    for await (const page of pages) {
      if (held) yield { page: held, isLast: false }
      held = page
    }
  } catch (cause) {
    // What came before the connection was cut is kept.
    if (held) yield { page: held, isLast: false }
    throw cause
  }
  if (held) yield { page: held, isLast: true }
}

export async function* pagesOfSource(
  adapters: ReadonlyMap<string, AdapterKind>,
  source: Source,
  outside: Outside,
  resume: Resume | null,
  call: Call,
): AsyncIterable<HarvestPage> {
  const adapter = connectHarvest(adapters, source.adapter, source.options, outside)
  try {
    yield* adapter.harvest(resume, call)
  } finally {
    await adapter.close()
  }
}

/** Files one after the other as one list of pages; the bookmark says which file and where in it. */
export async function* pagesOfFiles(
  adapters: ReadonlyMap<string, AdapterKind>,
  files: ImportFile[],
  outside: Outside,
  resume: Resume | null,
  call: Call,
): AsyncIterable<HarvestPage> {
  const start = resume as { file: number; inner: Resume | null } | null
  for (const [file, { location, bytes, adapter: kind, format }] of files.entries()) {
    if (start && file < start.file) continue
    const options = { path: location, ...(format && kind !== 'kbart' ? { format } : {}) }
    const adapter = connectHarvest(adapters, kind, options, bytes ? sentBytes(outside, bytes) : outside)
    try {
      const inner = start && file === start.file ? start.inner : null
      for await (const { page, isLast } of markLast(adapter.harvest(inner, call))) {
        yield {
          ...page,
          progress: page.progress ?? progressOf(files, file, page),
          resume: isLast ? { file: file + 1, inner: null } : { file, inner: page.resume },
        }
      }
    } finally {
      await adapter.close()
    }
  }
}

/** How far into all the files the last record of a page lies; unknown when a size is. */
const progressOf = (
  files: ImportFile[],
  file: number,
  { changes }: HarvestPage,
): { done: number; of: number } | undefined => {
  const of = files.reduce((sum, { size }) => sum + (size ?? Number.NaN), 0)
  const before = files.slice(0, file).reduce((sum, { size }) => sum + (size ?? 0), 0)
  return Number.isNaN(of) ? undefined : { done: Math.min(before + (changes.at(-1)?.offset ?? 0), of), of }
}

/** What was sent is read as a file is. */
const sentBytes = (outside: Outside, bytes: Uint8Array): Outside => ({
  ...outside,
  async *open(_location, { offset = 0 }) {
    yield bytes.subarray(offset)
  },
})

const pageSize = 500

export async function* pagesOfChanges(changes: Change[], resume: Resume | null): AsyncIterable<HarvestPage> {
  const from = typeof resume?.['done'] === 'number' ? resume['done'] : 0
  for (let at = from; at < changes.length; at += pageSize) {
    const page = changes.slice(at, at + pageSize)
    yield { changes: page, resume: { done: at + page.length }, total: changes.length }
  }
}
