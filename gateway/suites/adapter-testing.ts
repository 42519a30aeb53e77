import { createHash } from 'node:crypto'
import type { Test } from 'tap'
import { Compile } from 'typebox/compile'
import type { Change } from '../../standards/record/change.js'
import { Availability } from '../../standards/service/availability.js'
import type { Adapter, AdapterKind, Call, HarvestPage, Resume } from '../contracts/adapter.js'
import { ShulianError } from '../contracts/errors.js'
import { silentLog } from '../contracts/log.js'
import type { Outside } from '../contracts/outside.js'

export { openOutside } from './outside.js'

export interface AdapterCase {
  /** As `openOutside` gives it. */
  outside: Outside
  /** Settings that reach a real upstream with records or copies. */
  options: unknown
  /** Settings of the same form that reach nothing. */
  unreachable: unknown
  /** For availability: one id the upstream knows. */
  knownId?: string
}

/** What every adapter keeps, whoever wrote it. Runs against a real upstream. */
export const adapterSuite = (
  t: Test,
  kind: AdapterKind,
  { outside, options, unreachable, knownId }: AdapterCase,
): void => {
  const call = (signal = new AbortController().signal): Call => ({ signal, log: silentLog, trace: 't_suite' })
  const connect = (): Adapter => kind.connect(options, outside)

  t.test('it says what it is, what it can do, and which settings it takes', async (t) => {
    t.match(kind.kind, /^[a-z][a-z0-9-]*$/)
    t.ok(kind.summary.length > 10)
    const check = Compile(kind.options)
    t.ok(check.Check(options), 'its own settings fit')
    t.notOk(check.Check({ ...(options as object), unheardOf: true }), 'an unknown setting is refused')
    const adapter = connect()
    const able = (['harvest', 'availability'] as const).filter(
      (capability) => adapter[capability] !== undefined,
    )
    t.same([...kind.capabilities].sort(), able, 'a capability is a method that exists')
    await adapter.close?.()
  })

  t.test('connecting does no I/O', async (t) => {
    const touched: string[] = []
    const guarded = new Proxy(outside, { get: (_target, name) => () => touched.push(String(name)) })
    await kind.connect(options, guarded).close?.()
    t.same(touched, [])
  })

  t.test('a probe says who is there', async (t) => {
    const { name, protocol } = await connect().probe(call())
    t.ok(name.length > 0 && protocol.length > 0)
  })

  t.test('what cannot be reached is told with a code, not with the other side’s text', async (t) => {
    const error: unknown = await kind
      .connect(unreachable, outside)
      .probe(call())
      .catch((cause: unknown) => cause)
    t.ok(error instanceof ShulianError, String(error))
    t.match((error as ShulianError).code, /^[A-Z][A-Z0-9_]+$/)
  })

  if (kind.capabilities.includes('harvest')) harvestSuite(t, connect, call)
  if (kind.capabilities.includes('availability')) availabilitySuite(t, connect, call, knownId as string)
}

const harvestSuite = (t: Test, connect: () => Adapter, call: (signal?: AbortSignal) => Call): void => {
  const pagesFrom = async (resume: Resume | null): Promise<HarvestPage[]> => {
    const pages: HarvestPage[] = []
    for await (const page of connect().harvest!(resume, call())) pages.push(page)
    return pages
  }

  t.test(
    'a harvest gives changes that can be kept, and bookmarks that survive being written down',
    async (t) => {
      const pages = await pagesFrom(null)
      const changes = pages.flatMap((page) => page.changes)
      t.ok(changes.length > 0)
      t.ok(changes.every(isWellFormed), 'every change is of one of the four forms')
      for (const { resume } of pages) t.same(JSON.parse(JSON.stringify(resume)), resume)
    },
  )

  t.test('a harvest that goes on at any page gives exactly what was still to come', async (t) => {
    const pages = await pagesFrom(null)
    const idsFrom = (list: HarvestPage[]) => list.flatMap(({ changes }) => changes.map(identityOf))
    for (const at of new Set([0, Math.floor(pages.length / 2), pages.length - 2])) {
      const page = pages[at]
      if (!page || at >= pages.length - 1) continue
      const rest = await pagesFrom(JSON.parse(JSON.stringify(page.resume)))
      t.same(idsFrom(rest), idsFrom(pages.slice(at + 1)), `after page ${at + 1} of ${pages.length}`)
    }
  })

  t.test('a harvest that is called off ends at once', async (t) => {
    const controller = new AbortController()
    controller.abort(new Error('called off'))
    await t.rejects(async () => {
      for await (const _page of connect().harvest!(null, call(controller.signal)))
        t.fail('a page came all the same')
    })
  })
}

const isWellFormed = (change: Change): boolean => {
  if (change.op === 'empty') return true
  if (change.op === 'delete') return change.sourceId.length > 0
  if (change.op === 'broken') return change.bytes.length > 0 && /^[A-Z][A-Z0-9_]+$/.test(change.finding.code)
  return change.bytes.length > 0 && ['bib', 'authority', 'holding'].includes(change.kind)
}

const identityOf = (change: Change): string =>
  [
    change.op,
    'sourceId' in change ? change.sourceId : '',
    'bytes' in change ? createHash('sha256').update(change.bytes).digest('hex') : '',
  ].join(' ')

const availabilitySuite = (t: Test, connect: () => Adapter, call: () => Call, knownId: string): void => {
  t.test('availability comes in the one shape, for the ids that are known', async (t) => {
    const check = Compile(Availability)
    const answers = await connect().availability!([knownId, 'no-such-record'], call())
    t.ok(answers.every((answer) => check.Check(answer)))
    t.same(
      answers.map(({ recordId }) => recordId),
      [knownId],
    )
    t.ok((answers[0]?.items.length ?? 0) > 0)
  })
}
