import type { Holding } from '../../record/holding.js'
import { present } from '../draft.js'
import { addHolding } from '../holdings.js'
import { first, joined } from '../marc-steps.js'
import type { MabStep } from './steps.js'

/** 088 of a union catalogue: $a library, $b location, $c shelf mark, $e more of it. 070 names who catalogued, not who holds. */
export const holding: MabStep = (field, draft) => {
  const [branch, location, mark] = [first(field, 'a'), first(field, 'b'), joined(field, 'cd')]
  const organisation = present({ branch, location })
  addHolding(
    draft,
    present<Holding>({
      organisation: Object.keys(organisation).length > 0 ? organisation : undefined,
      callNumber: mark ? { full: mark } : undefined,
    }),
    '088$a',
  )
}
