import { createHash } from 'node:crypto'

/**
 * RFC 8785, JSON Canonicalization Scheme: keys sorted by UTF-16 code units (§3.2.3), numbers as ECMAScript writes
 * them (§3.2.2.3), no white space. Members that are `undefined` are left out, as JSON.stringify does.
 * @throws TypeError for what JSON cannot say: NaN, infinities, lone surrogates, functions, bigint
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'string') return stringText(value)
  if (Array.isArray(value)) {
    return `[${value.map((item) => canonicalJson(item === undefined ? null : item)).join(',')}]`
  }
  if (typeof value === 'object') return objectText(value as Record<string, unknown>)
  throw new TypeError(`JSON cannot hold a ${typeof value}.`)
}

/** `sha256:` and the hexadecimal digest of the canonical JSON in UTF-8. */
export const digestOf = (value: unknown): string =>
  `sha256:${createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')}`

const objectText = (value: Record<string, unknown>): string => {
  // The default order of sort() is by UTF-16 code units, which is what §3.2.3 asks for.
  const names = Object.keys(value)
    .filter((name) => value[name] !== undefined)
    .sort()
  return `{${names.map((name) => `${stringText(name)}:${canonicalJson(value[name])}`).join(',')}}`
}

const numberText = (value: number): string => {
  if (!Number.isFinite(value)) throw new TypeError(`JSON cannot hold ${value}.`)
  return JSON.stringify(value)
}

/** §3.2.2.2: a lone surrogate has no UTF-8, so there is nothing to take a digest of. */
const stringText = (value: string): string => {
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value)) {
    throw new TypeError('JSON cannot hold a lone surrogate.')
  }
  return JSON.stringify(value)
}
