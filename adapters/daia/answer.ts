/** The parts of a DAIA 1.0 answer (§3) that are used; whatever else a server sends is left unread. */
export interface Answer {
  documents: { id: string; requested?: string; items: Item[] }[]
  institution?: string
  /** ISO 8601, when it is one. */
  timestamp?: string
}

export interface Item {
  id?: string
  label?: string
  department?: string
  storage?: string
  available: Service[]
  unavailable: Service[]
}

export interface Service {
  service: string
  href?: string
  delay?: string
  expected?: string
  queue?: number
}

/** Null when it is no DAIA answer. */
export function readAnswer(body: Uint8Array): Answer | null {
  const value = parsed(body)
  if (!isObject(value) || !Array.isArray(value['document'])) return null
  const documents = value['document'].slice(0, 1000)
  if (!documents.every((document) => isObject(document) && text(document['id']) !== undefined)) return null
  return {
    documents: objectsIn(documents).map((document) => ({
      id: text(document['id']) ?? '',
      requested: text(document['requested']),
      items: objectsIn(document['item']).map(itemOf),
    })),
    institution: content(value['institution']),
    timestamp: dateTime(value['timestamp']),
  }
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
}

const itemOf = (item: Json): Item => ({
  id: text(item['id']),
  label: text(item['label']),
  department: content(item['department']),
  storage: content(item['storage']),
  available: servicesIn(item['available']),
  unavailable: servicesIn(item['unavailable']),
})

const servicesIn = (value: unknown): Service[] =>
  objectsIn(value).flatMap((entry) => {
    const service = text(entry['service'])
    return service === undefined ? [] : [serviceOf(service, entry)]
  })

const serviceOf = (service: string, entry: Json): Service => {
  const { queue } = entry
  const href = text(entry['href'])
  return {
    service,
    href: href !== undefined && /^https?:\/\//.test(href) ? href : undefined,
    delay: text(entry['delay']),
    expected: text(entry['expected']),
    queue: Number.isInteger(queue) && Number(queue) >= 0 ? Number(queue) : undefined,
  }
}

type Json = Record<string, unknown>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const objectsIn = (value: unknown): Json[] =>
  Array.isArray(value) ? value.slice(0, 1000).filter(isObject) : []

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 1000) : undefined

/** §3.4: an entity has an id, an href and its name as content. */
const content = (value: unknown): string | undefined => (isObject(value) ? text(value['content']) : undefined)

const dateTime = (value: unknown): string | undefined => {
  const stated = text(value)
  const isDate = stated !== undefined && /^\d{4}-\d\d-\d\dT/.test(stated) && !Number.isNaN(Date.parse(stated))
  return isDate ? new Date(stated).toISOString() : undefined
}
