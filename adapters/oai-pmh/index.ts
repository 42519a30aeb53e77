import { type Static, Type } from 'typebox'
import type { Adapter, AdapterKind, Call, Identity } from '../../gateway/contracts/adapter.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { type Ask, createClient, type Pause, pause } from './client.js'
import { notOaiPmh, oaiError } from './faults.js'
import { harvest } from './harvest.js'

const PAGE_CAP = 1_000_000

export const OaiPmhOptions = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', description: 'Base URL of the provider, without a verb' }),
    metadataPrefix: Type.Optional(
      Type.String({
        pattern: "^[A-Za-z0-9\\-_.!~*'()]+$",
        default: 'oai_dc',
        description: 'As ListMetadataFormats names it',
      }),
    ),
    set: Type.Optional(
      Type.String({
        pattern: "^[A-Za-z0-9\\-_.!~*'()]+(:[A-Za-z0-9\\-_.!~*'()]+)*$",
        description: 'Only this set (setSpec)',
      }),
    ),
    from: Type.Optional(
      Type.String({
        pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}Z)?$',
        description: 'Nothing older than this UTC date, by the datestamps of the provider',
      }),
    ),
    format: Type.Optional(
      Type.Enum(['marc21', 'cnmarc'], {
        description: 'Of MARCXML; told from the first record when left out',
      }),
    ),
    pageCap: Type.Optional(
      Type.Integer({
        minimum: 1,
        default: PAGE_CAP,
        description: 'A list of more pages is taken for one without end',
      }),
    ),
  },
  { additionalProperties: false },
)
export type OaiPmhOptions = Static<typeof OaiPmhOptions>

/** Open Archives Initiative Protocol for Metadata Harvesting 2.0: whole lists first, then what changed. */
export const oaiPmh: AdapterKind<OaiPmhOptions> = {
  kind: 'oai-pmh',
  summary:
    'OAI-PMH 2.0 providers: Dublin Core, MARC 21 or CNMARC as XML; deletions and changes since the last harvest.',
  capabilities: ['harvest'],
  options: OaiPmhOptions,
  connect: (options, outside) => connectOaiPmh(options, outside, pause),
}

/** With the waiting given, so that a test need not wait. */
export function connectOaiPmh(options: OaiPmhOptions, outside: Outside, wait: Pause): Adapter {
  const { url, metadataPrefix = 'oai_dc', pageCap = PAGE_CAP } = options
  const ask = createClient(url, outside, wait)
  const plan = { ...options, metadataPrefix, pageCap }
  return {
    probe: (call) => probe(url, ask, call),
    harvest: (resume, call) => harvest(plan, ask, resume, call),
  }
}

/** §4.2. @throws ShulianError UPSTREAM_INVALID when the answer states no repository */
async function probe(url: string, ask: Ask, { signal }: Call): Promise<Identity> {
  const page = await ask({ verb: 'Identify' }, signal)
  if (page.errors.length > 0) throw oaiError(page)
  const name = page.identify.get('repositoryName')?.[0]
  if (!name) throw notOaiPmh(new URL(url).host, 'Identify names no repository')
  return {
    name,
    protocol: `OAI-PMH ${page.identify.get('protocolVersion')?.[0] || '(version not stated)'}`,
    details: detailsOf(page.identify),
  }
}

function detailsOf(identify: ReadonlyMap<string, string[]>): Record<string, string> {
  const stated = ['earliestDatestamp', 'deletedRecord', 'granularity', 'adminEmail'].map(
    (name) => [name, (identify.get(name) ?? []).join(', ')] as const,
  )
  return Object.fromEntries(stated.filter(([, value]) => value !== ''))
}
