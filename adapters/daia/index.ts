import { type Static, Type } from 'typebox'
import type { Adapter, AdapterKind, Call, Identity } from '../../gateway/contracts/adapter.js'
import { ShulianError } from '../../gateway/contracts/errors.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import type { Availability } from '../../standards/service/availability.js'
import { type Answer, readAnswer } from './answer.js'
import { availabilityOf } from './translate.js'

export const DaiaOptions = Type.Object(
  {
    url: Type.String({ pattern: '^https?://', description: 'Base URL of the DAIA 1.0 service' }),
  },
  { additionalProperties: false },
)
export type DaiaOptions = Static<typeof DaiaOptions>

/** A reader waits for the answer: later than this it comes too late. */
const DEADLINE = 8_000
const MAX_BYTES = 2 * 1024 ** 2
/** Ids in one request: addresses of some 2,000 characters pass everywhere. */
const IDS_AT_ONCE = 50

/** Document Availability Information API 1.0, https://purl.org/NET/DAIA: where copies are and what may be done with them. */
export const daia: AdapterKind<DaiaOptions> = {
  kind: 'daia',
  summary:
    'DAIA 1.0 services: live availability of copies, by loan, presentation, interloan, copy and remote use.',
  capabilities: ['availability'],
  options: DaiaOptions,
  connect: (options, outside) => connect(options, outside),
}

function connect({ url }: DaiaOptions, outside: Outside): Adapter {
  return { probe, availability }

  /** No id is known yet: an answer without documents proves that the service speaks DAIA. */
  async function probe(call: Call): Promise<Identity> {
    const { institution, version } = await ask(['shulian-probe'], call.signal)
    return {
      name: institution ?? new URL(url).host,
      protocol: `DAIA ${version ?? '1.0'}`,
    }
  }

  async function availability(ids: string[], { signal }: Call): Promise<Availability[]> {
    const found: Availability[] = []
    for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
      const asked = ids.slice(at, at + IDS_AT_ONCE)
      const answer = await ask(asked, signal)
      found.push(...availabilityOf(answer, asked, outside.now()))
    }
    return found
  }

  /** @throws ShulianError UPSTREAM_STATUS, UPSTREAM_INVALID, and those of `outside.fetch` */
  async function ask(ids: string[], signal: AbortSignal): Promise<Answer & { version?: string }> {
    const response = await outside.fetch({
      url: addressOf(url, ids),
      headers: { accept: 'application/json' },
      signal,
      deadline: DEADLINE,
      maxBytes: MAX_BYTES,
    })
    if (response.status !== 200) throw badStatus(url, response.status, response.headers['retry-after'])
    const answer = readAnswer(response.body)
    if (!answer) throw invalid(url)
    const version = response.headers['x-daia-version']
    return version && /^\d{1,3}(\.\d{1,3}){0,2}$/.test(version) ? { ...answer, version } : answer
  }
}

/** §2.1: one `id` for each document. */
function addressOf(base: string, ids: string[]): string {
  const url = new URL(base)
  for (const id of ids) url.searchParams.append('id', id)
  url.searchParams.set('format', 'json')
  return url.href
}

const badStatus = (url: string, status: number, retryAfter: string | undefined): ShulianError =>
  new ShulianError(
    'UPSTREAM_STATUS',
    `${new URL(url).host} answers ${status} to a DAIA request; 200 was expected. Try again later, or ask the member.`,
    { status: 502, ...(/^\d{1,6}$/.test(retryAfter ?? '') ? { retryAfter: Number(retryAfter) } : {}) },
  )

const invalid = (url: string): ShulianError =>
  new ShulianError(
    'UPSTREAM_INVALID',
    `${new URL(url).host} did not answer in DAIA 1.0: an object with an array "document" was expected. Check the address in the member's settings.`,
    { status: 502 },
  )
