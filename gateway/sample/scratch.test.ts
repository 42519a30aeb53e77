import t from 'tap'
import { runSuite } from '../../conformance/runner.js'
import { oaiPmh } from '../../conformance/suites/oai-pmh.js'
import { openShulian } from '../main.js'
import { sampleConsortium } from './consortium.js'
import { startSampleUpstreams } from './upstreams.js'

t.test('x', async (t) => {
  const up = await startSampleUpstreams({ dir: t.testdir() })
  const c = sampleConsortium(up)
  const g = await openShulian(
    {
      host: '127.0.0.1',
      port: 0,
      dataDir: t.testdirName + '-d',
      egressAllow: up.ports,
      logLevel: 'warn',
      language: 'en',
      consortium: null,
    } as any,
    { consortium: c },
  )
  await g.buildApp?.()
  g.jobs.start()
  for (let i = 0; i < 2; i++)
    for (const m of c.members!)
      for (const s of m.sources ?? []) {
        const b = performance.now()
        const r = await g.services.catalogue.harvest(`${m.id}/${s.name}`, {
          signal: AbortSignal.timeout(60000),
        })
        const { read, accepted, warned, quarantined, unchanged, deleted, notes, state, error } = r as any
        console.error(
          m.id,
          s.name,
          Math.round(performance.now() - b),
          JSON.stringify({ read, accepted, warned, quarantined, unchanged, deleted, notes, state, error }),
        )
      }
  console.error(JSON.stringify(await g.services.catalogue.counts()))
  const q = (await g.services.catalogue.quarantine({} as any)) as any
  for (const e of q.entries ?? q) console.error(e.source, e.sourceId, e.finding?.code)
  for (const url of Object.values(up.oai)) {
    const rep = await runSuite(oaiPmh as any, { kind: 'url', location: url }, {
      outside: g.outbound.outside('x'),
      signal: new AbortController().signal,
      now: () => new Date(),
    } as any)
    console.error(
      url,
      rep.verdict,
      JSON.stringify(
        rep.results
          .filter((r: any) => r.outcome !== 'passed')
          .map((r: any) => [r.requirement, r.outcome, r.keyword, r.messages?.en?.came]),
      ).slice(0, 900),
    )
  }
  await g.close()
  await up.close()
})
