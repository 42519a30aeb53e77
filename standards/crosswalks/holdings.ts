import type { DataField } from '../formats/marc.js'
import type { Holding } from '../record/holding.js'
import { credit, type Draft, present } from './draft.js'
import { all, first, joined, type Step, sourceOf } from './marc-steps.js'

export function addHolding(draft: Draft, holding: Holding, source: string): void {
  if (Object.keys(holding).length === 0) return
  draft.description.holdings.push(holding)
  credit(draft, 'holdings', source)
}

/**
 * 905 and the local fields that follow it (906, 982, 985): $a library, $b barcode, $c location, $d class, $e item number,
 * $f copies, $s or $v volumes, $y years.
 */
export const localHolding: Step = (field, draft) => {
  const [barcodes, copies] = [all(field, 'b'), first(field, 'f')]
  const callNumber = callNumberOf(
    first(field, 'd'),
    first(field, 'e'),
    '/',
    copies?.includes('/') ? copies : undefined,
  )
  const organisation = present({ branch: first(field, 'a'), location: first(field, 'c') })
  const base: Holding = present({
    organisation: Object.keys(organisation).length ? organisation : undefined,
    callNumber,
    statement: joined(field, 'svy', ' '),
  })
  const items = copies && /^\d{1,3}$/.test(copies) ? Number(copies) : undefined
  if (barcodes.length === 0 && !callNumber && !base.statement) return
  if (barcodes.length === 0)
    return addHolding(draft, items === undefined ? base : { ...base, items }, sourceOf(field, 'd'))
  for (const id of barcodes) addHolding(draft, { id, ...base, items: 1 }, sourceOf(field, 'b'))
}

/** 049 of a Chinese union catalogue: $a library holding it. */
export const holdingCode: Step = (field, draft) => {
  for (const branch of all(field, 'a')) addHolding(draft, { organisation: { branch } }, '049$a')
}

/** 852: $a organisation, $b and $c place, $k $h $i $m call number, $p barcode, $z note. */
export const location: Step = (field, draft) => {
  const branch = joined(field, 'ab', ' / ')
  const organisation = present({ branch, location: joined(field, 'c', ' / ') })
  const callNumber = callNumberOf(joined(field, 'kh'), joined(field, 'im'), ' ', first(field, 'j'))
  addHolding(
    draft,
    present<Holding>({
      id: first(field, 'p'),
      organisation: Object.keys(organisation).length ? organisation : undefined,
      callNumber,
      statement: joined(field, '3z', ' '),
    }),
    '852$a',
  )
}

/** 866–868: what is held, in words; said of the holding before it. */
export const heldParts: Step = (field, draft) => {
  const statement = joined(field, 'a')
  const last = draft.description.holdings.at(-1)
  if (!statement) return
  if (last && !last.statement) last.statement = statement
  else
    addHolding(
      draft,
      { ...(last?.organisation && { organisation: last.organisation }), statement },
      sourceOf(field, 'a'),
    )
}

/** As on the spine: `I246.5/8` where Chinese shelves part class and item number, `ML1251 S76` elsewhere. */
function callNumberOf(
  kind: string | undefined,
  item: string | undefined,
  separator: '/' | ' ',
  full?: string,
): Holding['callNumber'] {
  const both = full ?? [kind, item].filter(Boolean).join(separator)
  return both ? present({ class: kind, item, full: both }) : undefined
}

/** A Western 905 may be anything: only one with class and item number is a shelf mark. */
export const isShelfMark = (field: DataField): boolean => Boolean(first(field, 'd') && first(field, 'e'))
