import type { DaiaItem } from './availability-service.js'
import { barcodeOf } from './encode/encode-marc21.js'
import { chance, type Held, heldBy, type Work } from './encode/work.js'
import { publicIdentifier } from './oai/sample-items.js'

const DAY = 86_400_000

/** Copies of the public library, under the OAI identifier of the record and under its plain number. */
export function publicAvailability(works: readonly Work[], now: Date): Record<string, DaiaItem[]> {
  return Object.fromEntries(
    heldBy(works, 'public').flatMap(({ held }) => {
      const copies = copiesOf(held, now)
      return [
        [publicIdentifier(held.id), copies],
        [held.id, copies],
      ]
    }),
  )
}

const copiesOf = ({ id, callNumber, copies = 1 }: Held, now: Date): DaiaItem[] =>
  Array.from({ length: Math.min(copies, 9) }, (_, i) => ({
    id: barcodeOf(id, i + 1),
    ...(callNumber ? { label: callNumber } : {}),
    department: { content: i === 0 ? '总馆' : '滨江分馆' },
    storage: { content: i === 0 ? '基本书库' : '外借处' },
    ...stateOf(`${id} ${i}`, now),
  }))

/** Of ten copies six are in, three on loan, one is for use in the library only. */
function stateOf(copy: string, now: Date): Pick<DaiaItem, 'available' | 'unavailable'> {
  const state = chance(`${copy} state`, 10)
  if (state < 6) return { available: [{ service: 'presentation' }, { service: 'loan' }] }
  if (state === 9) return { available: [{ service: 'presentation' }], unavailable: [{ service: 'loan' }] }
  const days = 1 + chance(`${copy} due`, 28)
  const expected = new Date(now.getTime() + days * DAY).toISOString().slice(0, 10)
  const queue = chance(`${copy} queue`, 3)
  return {
    unavailable: [
      { service: 'presentation', expected },
      { service: 'loan', expected, queue },
    ],
  }
}
