import type { Call, HarvestPage, Resume } from '../../gateway/contracts/adapter.js'
import { silentLog } from '../../gateway/contracts/log.js'
import type { Outside } from '../../gateway/contracts/outside.js'
import { createEgress } from '../../gateway/outbound/egress.js'
import { createOutbound } from '../../gateway/outbound/outbound.js'
import { type OaiItem, type OaiProviderOptions, startOaiProvider } from '../../gateway/sample/oai-provider.js'
import type { Change } from '../../standards/record/change.js'
import { connectOaiPmh, type OaiPmhOptions } from './index.js'

export const call = (signal: AbortSignal = new AbortController().signal): Call => ({
  signal,
  log: silentLog,
  trace: 't_test',
})

/** The guarded way out, with the loopback let through. */
export function loopbackOutside(): { outside: Outside; close(): Promise<void> } {
  const egress = createEgress({ allow: ['127.0.0.0/8'] })
  const outbound = createOutbound({ egress, log: silentLog, now: () => new Date() })
  return { outside: outbound.outside('test'), close: outbound.close }
}

/** Items `oai:test.example:01` … with datestamps a day apart, from 2020-01-01 on. */
export const items = (
  count: number,
  change: (item: OaiItem, i: number) => Partial<OaiItem> = () => ({}),
): OaiItem[] =>
  Array.from({ length: count }, (_, i) => {
    const number = String(i + 1).padStart(2, '0')
    const item: OaiItem = {
      identifier: `oai:test.example:${number}`,
      datestamp: new Date(Date.UTC(2020, 0, 1 + i)).toISOString().replace('.000', ''),
      sets: [],
      metadata: { oai_dc: dublinCore(`Title ${number}`) },
    }
    return { ...item, ...change(item, i) }
  })

export const dublinCore = (title: string): string =>
  `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}</dc:title></oai_dc:dc>`

/** A provider and an adapter that speaks to it; waits are written down instead of waited. */
export async function connected(
  options: Omit<OaiProviderOptions, 'port'>,
  settings: Partial<OaiPmhOptions> = {},
) {
  const provider = await startOaiProvider(options)
  const { outside, close } = loopbackOutside()
  const waits: number[] = []
  const adapter = connectOaiPmh({ url: provider.url, ...settings }, outside, async (milliseconds, signal) => {
    signal.throwIfAborted()
    waits.push(milliseconds)
  })
  return {
    provider,
    waits,
    probe: () => adapter.probe(call()),
    harvest: (resume: Resume | null, signal?: AbortSignal) =>
      adapter.harvest?.(resume, call(signal)) as AsyncGenerator<HarvestPage>,
    close: async () => {
      await close()
      await provider.close()
    },
  }
}

/** A provider that gives these bodies, in order, whatever it is asked. */
export function scripted(answers: (string | Uint8Array)[]): Outside {
  let next = 0
  return {
    now: () => new Date(),
    assertAllowed: async () => undefined,
    open: () => {
      throw new Error('not used')
    },
    fetch: async ({ url }) => {
      const body = answers[next++]
      if (body === undefined) throw new Error(`a request too many: ${url}`)
      return { status: 200, headers: {}, url, body: typeof body === 'string' ? Buffer.from(body) : body }
    },
  }
}

export async function pagesOf(harvest: AsyncIterable<HarvestPage>): Promise<HarvestPage[]> {
  const pages: HarvestPage[] = []
  // As the catalogue does: what is kept went through JSON.
  for await (const page of harvest) pages.push({ ...page, resume: JSON.parse(JSON.stringify(page.resume)) })
  return pages
}

/** `put 01`, `delete 02`, `broken 03`. */
export const told = (pages: HarvestPage[]): string[] => pages.flatMap(({ changes }) => changes).map(toldOf)

const toldOf = (change: Change): string =>
  `${change.op} ${'sourceId' in change ? change.sourceId?.split(':').at(-1) : ''}`.trim()
