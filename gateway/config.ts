import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { Consortium } from './consortium.js'
import { ShulianError } from './contracts/errors.js'

/** Every setting, from the environment. Empty means not set. */
export const Settings = Type.Object(
  {
    SHULIAN_HOST: Type.String({ minLength: 1, default: '127.0.0.1', description: 'Address to listen on' }),
    SHULIAN_PORT: Type.Integer({
      minimum: 0,
      maximum: 65535,
      default: 7070,
      description: 'Port; 0 takes a free one',
    }),
    SHULIAN_DATA_DIR: Type.String({
      minLength: 1,
      default: '.shulian',
      description: 'Folder of database, keys and the operator’s token',
    }),
    SHULIAN_DATABASE_URL: Type.Optional(
      Type.String({
        pattern: '^postgres(ql)?://.',
        description:
          'A PostgreSQL database: postgres://USER:PASSWORD@HOST/NAME; else a file in the data folder',
      }),
    ),
    SHULIAN_MEILI_URL: Type.Optional(
      Type.String({
        pattern: '^https?://[^,\\s]+(\\s*,\\s*https?://[^,\\s]+)*$',
        description:
          'A Meilisearch server, or several among which the works are divided, comma-separated; else the index is in the gateway’s own file',
      }),
    ),
    SHULIAN_MEILI_KEY: Type.Optional(
      Type.String({ minLength: 1, description: 'Meilisearch’s master key, or one that may do everything' }),
    ),
    SHULIAN_REDIS_URL: Type.Optional(
      Type.String({
        pattern: '^rediss?://[^/]',
        description:
          'A Redis that brings jobs to `shulian work`: redis://USER:PASSWORD@HOST:PORT/DATABASE; else the gateway does them itself',
      }),
    ),
    SHULIAN_CONFIG: Type.Optional(Type.String({ minLength: 1, description: 'The consortium file (JSON)' })),
    SHULIAN_EGRESS_ALLOW: Type.String({
      default: '',
      description:
        'Networks and hosts that may be reached although private, comma-separated: 10.1.0.0/16, opac.example.edu, 127.0.0.1:8080',
    }),
    SHULIAN_LOG_LEVEL: Type.Enum(['debug', 'info', 'warn', 'error', 'silent'], {
      default: 'info',
      description: 'Least severity that is logged',
    }),
  },
  { additionalProperties: false },
)
type Settings = Static<typeof Settings>

export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  /** A PostgreSQL database, with its password: never shown. A file in the data folder when left out. */
  readonly databaseUrl?: string
  /** Meilisearch servers and their key, which is never shown. The index is in the gateway's own file when left out. */
  readonly meili?: { readonly urls: readonly string[]; readonly key?: string }
  /** With its password: never shown. Jobs are done by the gateway itself when left out. */
  readonly redisUrl?: string
  /** Who takes traces, from OTEL_EXPORTER_OTLP_ENDPOINT as every program reads it; none are kept when left out. */
  readonly otlpEndpoint?: string
  readonly egressAllow: readonly string[]
  readonly logLevel: Settings['SHULIAN_LOG_LEVEL']
  /** Of the messages a person reads in a terminal: from LC_ALL, LC_MESSAGES, LANG. */
  readonly language: 'en' | 'zh'
  /** From the file that SHULIAN_CONFIG names; null when there is none. */
  readonly consortium: Consortium | null
}

/** Settings are wrong; `errors` names each with what was expected and what came. */
export class ConfigInvalid extends ShulianError {
  constructor(errors: { path: string; expected: string; got: string }[]) {
    const lines = errors.map(({ path, expected, got }) => `  ${path}: expected ${expected}, got ${got}`)
    super('CONFIG_INVALID', `The settings are not usable:\n${lines.join('\n')}`, { errors })
  }
}

const settingsCheck = Compile(Settings)
const consortiumCheck = Compile(Consortium)

/** Environment and consortium file → frozen Config. @throws ConfigInvalid */
export const readConfig = (environment: Record<string, string | undefined>): Config => {
  const settings = readSettings(environment)
  return Object.freeze({
    host: settings.SHULIAN_HOST,
    port: settings.SHULIAN_PORT,
    dataDir: resolve(settings.SHULIAN_DATA_DIR),
    ...(settings.SHULIAN_MEILI_URL !== undefined && {
      meili: Object.freeze({
        urls: Object.freeze(settings.SHULIAN_MEILI_URL.split(',').map((url) => url.trim())),
        key: settings.SHULIAN_MEILI_KEY,
      }),
    }),
    ...(settings.SHULIAN_DATABASE_URL !== undefined && { databaseUrl: settings.SHULIAN_DATABASE_URL }),
    ...otlpEndpointOf(environment),
    ...(settings.SHULIAN_REDIS_URL !== undefined && { redisUrl: settings.SHULIAN_REDIS_URL }),
    egressAllow: Object.freeze(
      settings.SHULIAN_EGRESS_ALLOW.split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    ),
    logLevel: settings.SHULIAN_LOG_LEVEL,
    language: /^zh/i.test(environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '')
      ? 'zh'
      : 'en',
    consortium: settings.SHULIAN_CONFIG === undefined ? null : readConsortium(settings.SHULIAN_CONFIG),
  })
}

const otlpEndpointOf = (environment: Record<string, string | undefined>): Pick<Config, 'otlpEndpoint'> => {
  const endpoint = environment['OTEL_EXPORTER_OTLP_ENDPOINT']
  if (!endpoint) return {}
  if (/^https?:\/\/./.test(endpoint) && URL.canParse(endpoint)) return { otlpEndpoint: endpoint }
  const expected = 'the address of a collector: http://HOST:4318'
  throw new ConfigInvalid([{ path: 'OTEL_EXPORTER_OTLP_ENDPOINT', expected, got: 'another text' }])
}

const readSettings = (environment: Record<string, string | undefined>): Settings => {
  const given: Record<string, unknown> = {}
  const unknown: { path: string; expected: string; got: string }[] = []
  for (const [key, value] of Object.entries(environment)) {
    if (
      !key.startsWith('SHULIAN_') ||
      /^SHULIAN_(TEST|BENCH)_/.test(key) ||
      value === undefined ||
      value === ''
    )
      continue
    if (key in Settings.properties) given[key] = key === 'SHULIAN_PORT' ? numberOrText(value) : value
    else
      unknown.push({
        path: key,
        expected: `a setting of this version (${Object.keys(Settings.properties).join(', ')})`,
        got: 'an unknown name',
      })
  }
  for (const [key, schema] of Object.entries(Settings.properties)) {
    if (!(key in given) && 'default' in schema) given[key] = schema.default
  }
  const errors = [...unknown, ...problemsOf(settingsCheck, given)]
  if (errors.length > 0) throw new ConfigInvalid(errors)
  return given as Settings
}

const numberOrText = (value: string): unknown => (/^-?\d+$/.test(value) ? Number(value) : value)

const readConsortium = (path: string): Consortium => {
  const fail = (expected: string, got: string): never => {
    throw new ConfigInvalid([{ path: `SHULIAN_CONFIG (${path})`, expected, got }])
  }
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    return fail('a readable JSON file', cause instanceof Error ? cause.message : String(cause))
  }
  const errors = problemsOf(consortiumCheck, parsed)
  if (errors.length > 0) throw new ConfigInvalid(errors)
  return parsed as Consortium
}

interface Check {
  Check(value: unknown): boolean
  Errors(
    value: unknown,
  ): { keyword: string; instancePath: string; message: string; params: object; schemaPath: string }[]
}

/** Each place that does not fit, once, in words. */
const problemsOf = (check: Check, value: unknown): { path: string; expected: string; got: string }[] => {
  if (check.Check(value)) return []
  const seen = new Map<string, { path: string; expected: string; got: string }>()
  for (const error of check.Errors(value)) {
    if (error.keyword === 'boolean') continue
    const names = namesIn(error.params)
    for (const name of names.length > 0 ? names : ['']) {
      const path =
        `${error.instancePath}${name && `/${name}`}`.replace(/^\//, '').replaceAll('/', '.') || '(root)'
      const got =
        error.keyword === 'additionalProperties'
          ? 'an unknown name'
          : holdsSecret.test(path)
            ? 'another text'
            : shown(valueAt(value, error.instancePath), name)
      if (!seen.has(path)) seen.set(path, { path, expected: expectation(error), got })
    }
  }
  return [...seen.values()]
}

/** Addresses of servers have passwords in them. */
const holdsSecret = /^SHULIAN_\w*_(URL|KEY)$/

const namesIn = (params: object): string[] =>
  'additionalProperties' in params && Array.isArray(params.additionalProperties)
    ? params.additionalProperties.map(String)
    : 'requiredProperties' in params && Array.isArray(params.requiredProperties)
      ? params.requiredProperties.map(String)
      : []

const expectation = (error: { keyword: string; message: string; params: object }): string => {
  if (error.keyword === 'enum' && 'allowedValues' in error.params)
    return `one of ${(error.params.allowedValues as string[]).join(', ')}`
  if (error.keyword === 'additionalProperties') return 'only names that the documentation lists'
  if (error.keyword === 'required') return 'a value'
  return error.message.replace(/^must /, 'it to ')
}

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value)

const shown = (value: unknown, missing: string): string =>
  missing ? 'nothing' : (JSON.stringify(value) ?? 'nothing').slice(0, 80)
