import type { Availability } from '../../standards/service/availability.js'
import type { Answer, Item, Service } from './answer.js'

type Copy = Availability['items'][number]
type Services = Copy['services']
type ServiceState = NonNullable<Services['loan']>

/** Only what was asked for; a document that the service does not know is left out. */
export function availabilityOf(answer: Answer, ids: string[], now: Date): Availability[] {
  const asOf = answer.timestamp ?? now.toISOString()
  return answer.documents.flatMap((document) => {
    const recordId = ids.find((id) => id === document.requested) ?? ids.find((id) => id === document.id)
    if (recordId === undefined) return []
    return [{ recordId, asOf, items: document.items.map((item, i) => copyOf(item, `${recordId}#${i + 1}`)) }]
  })
}

function copyOf(item: Item, unnamed: string): Copy {
  const holding = [item.department, item.storage, item.label].filter(Boolean).join(' · ')
  return { id: item.id ?? unnamed, ...(holding ? { holding } : {}), services: servicesOf(item) }
}

/** §4: services have short names, and URIs that end in them; openaccess is remote use that is free for all. */
const names = new Map<string, keyof Services>([
  ['loan', 'loan'],
  ['presentation', 'presentation'],
  ['interloan', 'interloan'],
  ['copy', 'copy'],
  ['remote', 'remote'],
  ['openaccess', 'remote'],
])

/** A service that stands in both lists is available: with a limitation or elsewhere, as §3.3 allows. */
function servicesOf({ available, unavailable }: Item): Services {
  const services: Services = {}
  for (const service of unavailable) add(services, service, unavailableState(service))
  for (const service of available) add(services, service, availableState(service))
  return services
}

function add(services: Services, { service }: Service, state: ServiceState): void {
  const name = names.get(service.split('/').at(-1)?.toLowerCase() ?? '')
  if (name) services[name] = state
}

const unavailableState = ({ expected, queue, href }: Service): ServiceState => ({
  available: false,
  ...(expected === undefined ? {} : { expected }),
  ...(queue === undefined ? {} : { queue }),
  ...(href === undefined ? {} : { href }),
})

/** A delay is how long it takes until the copy is in hand: a duration, or `unknown`. */
const availableState = ({ delay, href }: Service): ServiceState => ({
  available: true,
  ...(delay === undefined ? {} : { expected: delay }),
  ...(href === undefined ? {} : { href }),
})
