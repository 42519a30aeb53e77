/** Prefix → namespace; '' is the default one. Inherits from the scope around it. */
export type Scope = Readonly<Record<string, string>>

export const rootScope: Scope = Object.create(null)

/** The scope inside an element with these attributes (Namespaces in XML 1.0 §6.1). */
export function scopeWithin(scope: Scope, attributes: Record<string, string>): Scope {
  const declared = Object.entries(attributes).filter(([name]) => /^xmlns(:|$)/.test(name))
  if (declared.length === 0) return scope
  const inner: Record<string, string> = Object.create(scope)
  for (const [name, uri] of declared) inner[name.slice(6)] = uri
  return inner
}

/**
 * An element cut out of its document, with the declarations of its ancestors that it makes use of on its own tag, so that
 * it stands alone. One that needs none stays as it was, byte for byte.
 */
export function standingAlone(element: string, scope: Scope): string {
  const nameEnd = /^<[^\s/>]+/.exec(element)?.[0].length ?? 0
  const own = element.slice(nameEnd, element.indexOf('>'))
  const carried: string[] = []
  for (const prefix in scope) {
    const uri = scope[prefix] ?? ''
    if (!isDeclared(own, prefix) && isUsed(element, prefix)) carried.push(declaration(prefix, uri))
  }
  if (carried.length === 0) return element
  return `${element.slice(0, nameEnd)} ${carried.sort().join(' ')}${element.slice(nameEnd)}`
}

const attributeName = (prefix: string): string => (prefix === '' ? 'xmlns' : `xmlns:${prefix}`)

/** Names are compared, never made a pattern of: a prefix is what the other side wrote, and may have a point in it. */
const isDeclared = (tag: string, prefix: string): boolean => {
  const wanted = attributeName(prefix)
  return [...tag.matchAll(/\s([^\s=]+)\s*=/g)].some(([, name]) => name === wanted)
}

/** A prefix may also stand in the value of xsi:type. */
const isUsed = (element: string, prefix: string): boolean =>
  prefix === '' ? /<[^\s:/>!?]+[\s/>]/.test(element) : element.includes(`${prefix}:`)

const declaration = (prefix: string, uri: string): string =>
  `${attributeName(prefix)}="${uri.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')}"`
