import { createHash } from 'node:crypto'
import { ShulianError } from '../../contracts/errors.js'
import { EngineRefused } from './exchange.js'
import type { Server } from './servers.js'
import { digest, type Label, labelIn, labelled } from './settings.js'
import { succeeded } from './tasks.js'

/** Whose index it is: one engine may serve several gateways. */
export interface Naming {
  /** The data folder's or database's own id. */
  folder: string
}

export const liveUid = ({ folder }: Naming): string => `shulian_${folder}_works`
export const nextUid = ({ folder }: Naming): string => `shulian_${folder}_works_next`

/** Creates the index with its settings where it is not there yet; what is there stays as it is. */
export const ensureIndex = async (server: Server, uid: string, closing: AbortSignal): Promise<void> => {
  const label = await labelOf(server, uid)
  if (label === undefined) await createIndex(server, uid, closing)
  if (!label) await applySettings(server, uid, { digest, build: 'first' }, closing)
}

/** Null for an index without a label, undefined for none at all. */
export const labelOf = async (server: Server, uid: string): Promise<Label | null | undefined> => {
  try {
    return labelIn(await server.read((client) => client.index(uid).getSynonyms()))
  } catch (error) {
    if (error instanceof EngineRefused && error.engineCode === 'index_not_found') return undefined
    throw told(server, error)
  }
}

/** Always created first: adding documents to an absent index makes one with settings of its own. */
export const createIndex = async (server: Server, uid: string, closing: AbortSignal): Promise<void> => {
  await succeeded(server, (client) => client.createIndex(uid, { primaryKey: 'id' }), closing).catch(
    async (error: unknown) => {
      // Another process was faster.
      if ((await labelOf(server, uid)) === undefined) throw error
    },
  )
}

/** @throws ShulianError SEARCH_ENGINE_UNSUPPORTED */
export const applySettings = (
  server: Server,
  uid: string,
  label: Label,
  closing: AbortSignal,
): Promise<void> =>
  succeeded(server, (client) => client.index(uid).updateSettings(labelled(label) as never), closing).catch(
    async (error: unknown) => {
      throw error instanceof EngineRefused && error.statusCode === 400
        ? await unsupported(server, error)
        : error
    },
  )

/** Settings that an engine does not know are those of another version. */
const unsupported = async (server: Server, error: EngineRefused) => {
  const version = await server.read((client) => client.getVersion()).catch(() => undefined)
  return new ShulianError(
    'SEARCH_ENGINE_UNSUPPORTED',
    `The search engine at ${server.host} (Meilisearch ${version?.pkgVersion ?? 'of an unknown version'}) does not take the settings of the index. Meilisearch 1.50 or later is needed. ${error.message}`,
    { status: 503, cause: error },
  )
}

const told = (server: Server, error: unknown): unknown =>
  error instanceof EngineRefused && [401, 403].includes(error.statusCode)
    ? new ShulianError(
        'SEARCH_ENGINE_KEY_INVALID',
        `The search engine at ${server.host} does not accept the key: ${error.engineCode}. Set SHULIAN_MEILI_KEY to its master key, or to a key that may do everything.`,
        { status: 503, cause: error },
      )
    : error

/**
 * The key that may only search, only in this gateway's indexes. Made under an id derived from them, so that it is
 * found again. Empty for a server without a master key: it has no keys, and asks nobody for one.
 */
export const searchKeyOf = async (server: Server, naming: Naming): Promise<string> => {
  const uid = uuidOf(liveUid(naming))
  try {
    return (await server.read((client) => client.getKey(uid))).key
  } catch (error) {
    if (error instanceof EngineRefused && error.engineCode === 'missing_master_key') return ''
    if (!(error instanceof EngineRefused) || error.statusCode !== 404) throw told(server, error)
  }
  const wanted = {
    uid,
    name: `Shulian ${naming.folder}: search`,
    description: 'Searches the works of one gateway, and nothing else',
    actions: ['search'],
    indexes: [liveUid(naming), nextUid(naming)],
    expiresAt: null,
  }
  const made = await server
    .write((client) => client.createKey(wanted))
    .catch(async (error: unknown) => {
      // Another process was faster.
      if (error instanceof EngineRefused && error.statusCode === 409)
        return server.read((client) => client.getKey(uid))
      throw error
    })
  return made.key
}

/** RFC 9562 §5.8: version 8, its bits our own. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
