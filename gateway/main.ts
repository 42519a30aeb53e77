import { adapters } from '../adapters/index.js'
import { suites, verifyCertificate } from '../conformance/index.js'
import { createPlugins } from '../plugins/index.js'
import type { Schema } from './backup/restore.js'
import type { Config } from './config.js'
import type { Consortium } from './consortium.js'
import type { AdapterKind } from './contracts/adapter.js'
import type { Services } from './contracts/services.js'
import { type Gateway, kernelMigrations, openGateway } from './gateway.js'
import type { Keys } from './identity/keys.js'
import { loadAdapters, loadPlugins } from './packages.js'

/**
 * The composition root: the only place that knows every plugin and adapter. Opens the data folder with them,
 * those of other packages included, and brings the members up to what the consortium file says.
 */
export const openShulian = async (
  config: Config,
  extra: { consortium?: Consortium; now?: () => Date; isToBeThere?: boolean } = {},
): Promise<Gateway> => {
  const consortium = extra.consortium ?? config.consortium
  const strangers = await loadPlugins(consortium?.plugins ?? [])
  const signIn = consortium?.issuers?.find((issuer) => issuer.signIn !== undefined)?.signIn
  const gateway = await openGateway({
    config: { ...config, consortium },
    adapterKinds: await adapterKinds({ ...config, consortium }),
    plugins: (keys) => [...createPlugins({ standards: conformanceWith(keys), signIn }), ...strangers],
    now: extra.now ?? (() => new Date()),
    isToBeThere: extra.isToBeThere ?? false,
  })
  try {
    if (consortium) await applyConsortium(consortium, gateway.services)
    return gateway
  } catch (error) {
    await gateway.close()
    throw error
  }
}

/** What this version and its plugins make of a database, without opening one. */
export const schemaOf = async ({ consortium }: Config): Promise<Schema> => {
  const strangers = await loadPlugins(consortium?.plugins ?? [])
  const ours = createPlugins({ standards: conformanceWith({ jwks: { keys: [] } }), signIn: undefined })
  const plugins = [...ours, ...strangers].map(({ plugin }) => plugin)
  return {
    migrations: [...kernelMigrations, ...plugins.flatMap(({ migrations = [] }) => migrations)],
    outliving: plugins.flatMap(({ outliving = [] }) => outliving),
  }
}

/** What the standards plugin needs of conformance: the suites, and certificates checked against our own keys. */
const conformanceWith = ({ jwks }: Pick<Keys, 'jwks'>) => ({
  suites,
  verify: (certificate: string, { now }: { now: Date }) => verifyCertificate(certificate, jwks, { now }),
})

export const adapterKinds = async (config: Config): Promise<readonly AdapterKind[]> => [
  ...adapters,
  ...(await loadAdapters(config.consortium?.adapters ?? [])),
]

/** Members, sources and services of the file are added or changed; nothing is taken away. */
export const applyConsortium = async (
  { members: wanted = [] }: Consortium,
  { members, services }: Services,
): Promise<void> => {
  for (const { sources = [], services: live = [], ...member } of wanted) {
    await members.save(member)
    for (const source of sources) await members.saveSource({ ...source, member: member.id })
    for (const service of live) await services.save({ ...service, member: member.id })
  }
}
