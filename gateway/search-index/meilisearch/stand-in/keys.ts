import { createHmac, randomBytes } from 'node:crypto'
import { Refusal } from './refusals.js'

export interface Key {
  name: string | null
  description: string | null
  key: string
  uid: string
  actions: string[]
  indexes: string[]
  expiresAt: string | null
  createdAt: string
  updatedAt: string
}

/** What the bearer of a request may do. */
export interface Rights {
  isAdmin: boolean
  mayUse(uid: string): void
  filterFor(uid: string): unknown
}

const invalid = (message = 'The provided API key is invalid.') =>
  new Refusal(403, 'invalid_api_key', message, 'auth')

export const createKeys = (adminKey: string) => {
  const keys = new Map<string, Key>()

  const add = (given: Partial<Key>): Key => {
    const uid = given.uid ?? crypto.randomUUID()
    if (keys.has(uid))
      throw new Refusal(
        409,
        'api_key_already_exists',
        `\`uid\` field value \`${uid}\` is already an existing API key.`,
      )
    const now = new Date().toISOString()
    const key: Key = {
      name: given.name ?? null,
      description: given.description ?? null,
      key: createHmac('sha256', adminKey).update(uid).digest('hex'),
      uid,
      actions: given.actions ?? [],
      indexes: given.indexes ?? [],
      expiresAt: given.expiresAt ?? null,
      createdAt: now,
      updatedAt: now,
    }
    keys.set(uid, key)
    return key
  }

  /** @throws Refusal */
  const rightsOf = (authorization: string | undefined): Rights => {
    if (adminKey === '') return everything
    if (authorization === undefined)
      throw new Refusal(
        401,
        'missing_authorization_header',
        'The Authorization header is missing. It must use the bearer authorization method.',
        'auth',
      )
    const bearer = authorization.replace(/^Bearer /, '')
    if (bearer === adminKey) return everything
    const known = [...keys.values()].find(({ key }) => key === bearer)
    if (known) return searchRights(known.indexes)
    return tokenRights(bearer, keys)
  }

  return {
    keys,
    add,
    rightsOf,
    find: (name: string) => {
      if (adminKey === '')
        throw new Refusal(401, 'missing_master_key', 'Meilisearch is running without a master key.', 'auth')
      return keys.get(name) ?? [...keys.values()].find(({ key }) => key === name)
    },
  }
}

const everything: Rights = { isAdmin: true, mayUse: () => undefined, filterFor: () => undefined }

const mayUse = (uid: string, indexes: readonly string[]) => indexes.some((one) => one === '*' || one === uid)

const searchRights = (indexes: readonly string[]): Rights => ({
  isAdmin: false,
  mayUse: (uid) => {
    if (!mayUse(uid, indexes))
      throw invalid(
        `The API key cannot acces the index \`${uid}\`, authorized indexes are ${JSON.stringify(indexes)}.`,
      )
  },
  filterFor: () => undefined,
})

const tokenRights = (token: string, keys: ReadonlyMap<string, Key>): Rights => {
  const [header, payload, signature] = token.split('.')
  if (signature === undefined) throw invalid()
  const claims = JSON.parse(Buffer.from(payload!, 'base64url').toString()) as {
    apiKeyUid: string
    exp?: number
    searchRules: string[] | Record<string, { filter?: unknown } | null>
  }
  const key = keys.get(claims.apiKeyUid)
  if (!key || createHmac('sha256', key.key).update(`${header}.${payload}`).digest('base64url') !== signature)
    throw invalid()
  const now = Math.floor(Date.now() / 1_000)
  if (claims.exp !== undefined && claims.exp < now)
    throw invalid(`Tenant token expired. Was valid up to \`${claims.exp}\` and we're now \`${now}\`.`)
  const rules = Array.isArray(claims.searchRules)
    ? Object.fromEntries(claims.searchRules.map((uid) => [uid, null]))
    : claims.searchRules
  return {
    isAdmin: false,
    mayUse: (uid) => {
      if (!mayUse(uid, Object.keys(rules)) || !mayUse(uid, key.indexes))
        throw invalid(
          `The provided tenant token cannot acces the index \`${uid}\`, allowed indexes are ${JSON.stringify(Object.keys(rules))}.`,
        )
    },
    filterFor: (uid) => (rules[uid] ?? rules['*'])?.filter,
  }
}

export const newKey = (): string => randomBytes(16).toString('hex')
