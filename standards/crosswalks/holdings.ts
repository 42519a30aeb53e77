import type { DataField } from '../formats/marc.js'
import type { Holding } from '../record/holding.js'
import { addControlNumber, credit, type Draft, present } from './draft.js'
import type { StepOf } from './field-table.js'
import { all, first, joined, type Step, sourceOf } from './marc-steps.js'
import { local, stray } from './notes.js'

export function addHolding(draft: Draft, holding: Holding, source: string): void {
  if (Object.keys(holding).length === 0) return
  draft.description.holdings.push(holding)
  credit(draft, 'holdings', source)
}

/**
 * 905 and the local fields that follow it (906, 982, 985): $a library, $b barcode, $c location, $d class, $e item number,
 * $f copies, $s or $v volumes, $y years.
 */
export const localHolding: StepOf = () => readLocal

const readLocal: Step = (field, draft) => {
  const [barcodes, copies] = [all(field, 'b'), first(field, 'f')]
  const callNumber = callNumberOf(
    first(field, 'd'),
    first(field, 'e'),
    '/',
    copies?.includes('/') ? copies : undefined,
  )
  const base: Holding = present({
    organisation: organisationOf(first(field, 'a'), first(field, 'c')),
    callNumber,
    statement: joined(field, 'svy', ' '),
  })
  const items = copies && /^\d{1,3}$/.test(copies) ? Number(copies) : undefined
  if (barcodes.length === 0 && !callNumber && !base.statement) return
  if (barcodes.length === 0)
    return addHolding(draft, items === undefined ? base : { ...base, items }, sourceOf(field, 'd'))
  for (const id of barcodes) addHolding(draft, { id, ...base, items: 1 }, sourceOf(field, 'b'))
}

/** A Western 905 may be anything: only one with class and item number is a shelf mark. */
export const shelfMark: StepOf = () => (field, draft, context) => {
  if (first(field, 'd') && first(field, 'e')) readLocal(field, draft, context)
}

/** 910 of Czech and Slovak libraries, told by the mark of the library: three letters and three digits. */
export const czechShelf: StepOf = (row) => {
  const rest = stray({ ...row, reads: 'abrs012356789=?' })
  return (field, draft) => {
    const [branch = '', full] = [first(field, 'a'), first(field, 'b')]
    if (!/^[A-Z]{3}\d{3}$/.test(branch)) return local(row)(field, draft)
    const callNumber = full ? { full } : undefined
    const statement = joined(field, 'sr', ' ')
    addHolding(draft, present<Holding>({ organisation: { branch }, callNumber, statement }), '910$a')
    rest(field, draft)
  }
}

/** 049 of a Chinese union catalogue: $a library holding it, $b its number there. */
export const unionHolding: StepOf = () => (field, draft) => {
  for (const branch of all(field, 'a')) addHolding(draft, { organisation: { branch } }, '049$a')
  const number = first(field, 'b') ?? first(field, 'c')
  if (number) addControlNumber(draft, first(field, 'a') ?? 'nlc', number, '049$b')
}

/** 850: libraries that hold it, and no more than that. */
export const heldBy: StepOf = () => (field, draft) => {
  for (const branch of all(field, 'a')) addHolding(draft, { organisation: { branch } }, '850$a')
}

/** 852: $a organisation, $b and $c place, $k $h $i $m $j call number, $p barcode, $3 $z what of it. */
export const location: StepOf = () => (field, draft) => {
  const callNumber = callNumberOf(joined(field, 'kh'), joined(field, 'im'), ' ', first(field, 'j'))
  addHolding(
    draft,
    present<Holding>({
      id: first(field, 'p'),
      organisation: organisationOf(joined(field, 'ab', ' / '), joined(field, 'c', ' / ')),
      callNumber,
      statement: joined(field, '3z', ' '),
    }),
    sourceOf(field, 'a'),
  )
}

/** RUSMARC 899: as 852 where it has a shelf mark or an inventory number; other countries use the number otherwise. */
export const russianShelf: StepOf = (row) => (field, draft, context) => {
  const isShelved = ['h', 'j', 'p'].some((code) => first(field, code))
  const step = isShelved ? location(row) : local(row)
  step(field, draft, context)
}

/** 966 of Portuguese libraries: $l library, $m collection, $s shelf mark, $a inventory number; else a local field. */
export const portugueseShelf: StepOf = (row) => (field, draft) => {
  const full = first(field, 's')
  const organisation = organisationOf(first(field, 'l'), first(field, 'm'))
  if (!full || !organisation) return local(row)(field, draft)
  addHolding(draft, present<Holding>({ id: first(field, 'a'), organisation, callNumber: { full } }), '966$s')
}

/** UNIMARC/Holdings 252: $a organisation, $b $c place, $j shelf mark as a whole, else $k $h $i $m; $p is a country. */
export const location252: StepOf = () => (field, draft) => {
  addHolding(
    draft,
    present<Holding>({
      organisation: organisationOf(first(field, 'a'), joined(field, 'bc', ' / ')),
      callNumber: callNumberOf(joined(field, 'kh'), joined(field, 'im'), ' ', first(field, 'j')),
      statement: joined(field, '3z', ' '),
    }),
    '252$a',
  )
}

/** 866–868: what is held, in words; said of the holding before it. */
export const heldParts: StepOf = () => (field, draft) => addStatement(draft, field, joined(field, 'az'))

/** 876–878: one piece of the holding before it. */
export const item: StepOf = () => (field, draft) => {
  const id = first(field, 'p') ?? first(field, 'a')
  const last = draft.description.holdings.at(-1)
  if (!id) return
  if (last && !last.id) Object.assign(last, { id, items: 1 })
  else if (last?.id !== id)
    addHolding(
      draft,
      present<Holding>({ id, organisation: last?.organisation, callNumber: last?.callNumber, items: 1 }),
      sourceOf(field, 'p'),
    )
}

/** Adds to what is held of the last holding; a record without one gets one. */
export function addStatement(draft: Draft, field: DataField, statement: string): void {
  if (!statement) return
  const last = draft.description.holdings.at(-1)
  if (!last) {
    addHolding(draft, { statement }, sourceOf(field, 'a'))
    return
  }
  if (last.statement === statement) return
  last.statement = last.statement ? `${last.statement} ; ${statement}` : statement
  credit(draft, 'holdings', sourceOf(field, 'a'))
}

function organisationOf(
  branch: string | undefined,
  location: string | undefined,
): Holding['organisation'] | undefined {
  const organisation = present({ branch, location })
  return Object.keys(organisation).length ? organisation : undefined
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
