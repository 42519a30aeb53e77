import { type ConformanceReport, mintCertificate, runSuite } from '../../conformance/index.js'
import type { Gateway } from '../gateway.js'

/** The sample's source whose member has a live service. */
const source = 'public/main'

/**
 * The public library goes the way every member goes: the OAI-PMH suite is run against its server, the certificate it
 * earns is signed, and it becomes active. At a later start the certificate stands.
 */
export const certifySample = async (
  gateway: Gateway,
  signal: AbortSignal,
  note: (text: string) => void,
): Promise<void> => {
  const { members, standards } = gateway.services
  const [member] = source.split('/') as [string, string]
  if ((await members.get(member)).stage === 'active' && (await standards.isCertified(member, 'L2'))) return
  const { options } = await members.source(source)
  const target = { kind: 'source' as const, location: String(options['url']), source }
  const report = await runSuite('oai-pmh', target, {
    outside: gateway.outside(member),
    signal,
    now: gateway.now,
  })
  note(`${source}: OAI-PMH suite ${report.verdict}, level ${report.level.reached ?? 'none'}`)
  const certificate = report.verdict === 'conformant' ? await certificateFor(gateway, report) : undefined
  await standards.record(report, certificate)
  if (certificate) await standards.promote(member)
}

const certificateFor = async (
  { keys, now, version }: Gateway,
  report: ConformanceReport,
): Promise<string> => {
  const { jws } = await mintCertificate(report, {
    signer: keys.signer,
    now: now(),
    issuer: `urn:shulian:${keys.signer.kid}`,
    assurance: 'A2',
    runner: { name: 'shulian', version },
    adapter: { name: 'oai-pmh', version: '2.0' },
  })
  return jws
}
