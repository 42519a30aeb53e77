import { type Static, Type } from 'typebox'
import type { Adapter, AdapterKind, Call, Identity } from '../../gateway/contracts/adapter.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { type Ask, type Asking, createClient, type Pause, pause } from './client.js'
import { notOaiPmh, oaiError } from './faults.js'
import { harvest } from './harvest.js'
import { formatsOf } from './offers.js'

const PAGE_CAP = 1_000_000
const LIST_SECONDS = 86_400
const ANSWER_SECONDS = 180
const setSpec = Type.String({
  pattern: "^[A-Za-z0-9\\-_.!~*'()]+(:[A-Za-z0-9\\-_.!~*'()]+)*$",
})

export const OaiPmhOptions = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', description: 'Base URL of the provider, without a verb' }),
    metadataPrefix: Type.Optional(
      Type.String({
        pattern: "^[A-Za-z0-9\\-_.!~*'()]+$",
        description: 'As ListMetadataFormats names it; left out, the richest that is read here',
      }),
    ),
    set: Type.Optional(
      Type.Union([setSpec, Type.Array(setSpec, { minItems: 1, maxItems: 100 })], {
        description: 'Only this set (setSpec), or these; those within them come along',
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
    listSeconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        default: LIST_SECONDS,
        description: 'A list that takes longer is taken for one without end',
      }),
    ),
    answerSeconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 3_600,
        default: ANSWER_SECONDS,
        description: 'How long one answer may take to come whole',
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
  const { url, pageCap = PAGE_CAP, listSeconds = LIST_SECONDS, answerSeconds = ANSWER_SECONDS } = options
  const ask = createClient({ url, answerSeconds }, outside, wait)
  const now = () => outside.now().getTime()
  const plan = { ...options, sets: outermost(options.set), pageCap, listSeconds, now }
  return {
    probe: (call) => probe(url, ask, call),
    harvest: (resume, call) => harvest(plan, ask, resume, call),
  }
}

/** §2.6: a set holds what is in the sets below it; those are not asked for twice. */
const outermost = (set: string | string[] = []): string[] => {
  const sets = [...new Set([set].flat())]
  return sets.filter((one) => !sets.some((other) => one.startsWith(`${other}:`)))
}

/** §4.2. @throws ShulianError UPSTREAM_INVALID when the answer states no repository */
async function probe(url: string, ask: Ask, { signal }: Call): Promise<Identity> {
  const page = await ask({ verb: 'Identify' }, { signal })
  if (page.errors.length > 0) throw oaiError(page)
  const name = page.identify.get('repositoryName')?.[0]
  if (!name) throw notOaiPmh(new URL(url).host, 'Identify names no repository')
  return {
    name,
    protocol: `OAI-PMH ${page.identify.get('protocolVersion')?.[0] || '(version not stated)'}`,
    details: { ...detailsOf(page.identify), ...(await offersOf(ask, { signal })) },
  }
}

async function offersOf(ask: Ask, asking: Asking): Promise<Record<string, string>> {
  const formats = await formatsOf(ask, asking)
  return formats.length === 0 ? {} : { metadataPrefixes: formats.map(({ prefix }) => prefix).join(', ') }
}

function detailsOf(identify: ReadonlyMap<string, string[]>): Record<string, string> {
  const stated = ['earliestDatestamp', 'deletedRecord', 'granularity', 'adminEmail'].map(
    (name) => [name, (identify.get(name) ?? []).join(', ')] as const,
  )
  return Object.fromEntries(stated.filter(([, value]) => value !== ''))
}
