import { isOfOutage } from './outage.js'

const hidden = '[redacted]'
const deepest = 5
const longestText = 2000

/** Last word of a key: `authorization`, `set-cookie`, `clientSecret`, `api_key`. */
const secretWords = new Set(['authorization', 'cookie', 'token', 'password', 'secret', 'key', 'assertion'])
/** Readers' words and members' data: too personal and too large for a log. */
const contentKeys = new Set(['body', 'query', 'querystring', 'payload'])

/** A copy that may be written down: secrets, bodies and queries taken out, errors as type, code, message, stack and cause. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Date) return value.toJSON()
  if (depth >= deepest) return '[deeper]'
  if (value instanceof Error) return describeError(value, depth)
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1))
  return redactEntries(value, depth)
}

/** What is secret inside a text: bearer tokens, JWTs, credentials and queries of addresses, values that follow `token=`. */
export function redactText(text: string): string {
  const clean = text
    .slice(0, longestText)
    .replace(/\b(Bearer|Basic|DPoP)\s+[\w.~+/=-]+/gi, `$1 ${hidden}`)
    .replace(/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, hidden)
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@?#"']*@/gi, `$1${hidden}@`)
    .replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s?#"'<>]*)\?[^\s"'<>]*/gi, '$1?[omitted]')
    .replace(/\b([\w-]*(?:token|code|password|secret|assertion|key)=)[^\s&"'<>]+/gi, `$1${hidden}`)
  return text.length > longestText ? `${clean}… (${text.length} characters)` : clean
}

function redactEntries(data: object, depth: number): Record<string, unknown> {
  const clean: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(data)) {
    if (contentKeys.has(key.toLowerCase())) clean[key] = '[omitted]'
    else if (isSecretKey(key)) clean[key] = value === undefined ? undefined : hidden
    else if (key === 'url' || key === 'path') clean[key] = redact(withoutQuery(value), depth + 1)
    else clean[redactText(key)] = redact(value, depth + 1)
  }
  return clean
}

function isSecretKey(key: string): boolean {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  return secretWords.has(words.at(-1) ?? '')
}

const withoutQuery = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/\?.*$/s, '?[omitted]') : value

/** Never all properties: parsers hang the bytes that they could not read onto their errors. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { name, message, stack, cause } = error
  const code = 'code' in error ? error.code : undefined
  const said = {
    type: name,
    ...(code === undefined ? {} : { code: redact(code, depth + 1) }),
    message: redactText(message),
  }
  // Where in our code it was noticed that something is away helps nobody.
  if (isOfOutage(error)) return said
  return {
    ...said,
    ...(stack === undefined ? {} : { stack: redactText(stack) }),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  }
}
