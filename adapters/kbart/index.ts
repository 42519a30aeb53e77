import { Type } from 'typebox'
import type {
  Adapter,
  AdapterKind,
  Call,
  HarvestPage,
  Identity,
  Resume,
} from '../../gateway/contracts/adapter.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { fetchList } from './list.js'
import { pagesOf } from './pages.js'

export interface KbartOptions {
  path: string | string[]
  package?: string
}

const options = Type.Object(
  {
    path: Type.Union(
      [Type.String({ minLength: 1 }), Type.Array(Type.String({ minLength: 1 }), { minItems: 1 })],
      {
        description: 'Files or addresses of title lists',
      },
    ),
    package: Type.Optional(
      Type.String({ minLength: 1, description: 'Name of the package that the lists are of' }),
    ),
  },
  { additionalProperties: false },
)

/** Title lists of publishers and aggregators: KBART Phase II (NISO RP-9-2014), and what resembles it. */
export const kbart: AdapterKind<KbartOptions> = {
  kind: 'kbart',
  summary:
    'Title lists in KBART Phase II, or resembling it: tab, comma or semicolon, other labels, other encodings',
  capabilities: ['harvest'],
  options,
  connect: (settings, outside) => connect(settings, outside),
}

function connect(settings: KbartOptions, outside: Outside): Adapter {
  const locations = [settings.path].flat()
  return {
    probe: (call) => probe(locations, outside, call),
    harvest: (resume, call) => harvest(locations, settings.package, outside, resume, call),
  }
}

/** Reads the first list far enough to know its columns. */
async function probe(locations: string[], outside: Outside, { signal }: Call): Promise<Identity> {
  const [location = ''] = locations
  const list = await fetchList(location, outside, signal, probeBytes)
  const known = list.header.columns.filter(Boolean).length
  return {
    name: list.header.package ?? location,
    protocol: 'KBART Phase II',
    details: { columns: String(known), encoding: list.text.encoding, lists: String(locations.length) },
  }
}
const probeBytes = 64 * 1024

/** A list is always whole: after a clean end the next harvest starts over. */
async function* harvest(
  locations: string[],
  packageName: string | undefined,
  outside: Outside,
  resume: Resume | null,
  { signal }: Call,
): AsyncGenerator<HarvestPage> {
  const start = resume && resume['done'] !== true ? resume : {}
  const [file, row] = [numberIn(start['file']), numberIn(start['row'])]
  let before = 0
  for (let index = file; index < locations.length; index++) {
    const list = await fetchList(locations[index] as string, outside, signal)
    const isLast = index === locations.length - 1
    for (const page of pagesOf(list, { packageName, firstRow: index === file ? row : 0 })) {
      signal.throwIfAborted()
      const next =
        page.nextRow === undefined
          ? isLast
            ? { done: true }
            : { file: index + 1, row: 0 }
          : { file: index, row: page.nextRow }
      yield {
        changes: page.changes,
        resume: next,
        progress: { done: before + page.end, of: before + list.size },
        ...(page.notes.length && { notes: page.notes }),
      }
    }
    before += list.size
  }
}

const numberIn = (value: unknown): number => (typeof value === 'number' && value >= 0 ? value : 0)
