import { type DataField, isDataField, type MarcRecord } from '../../formats/marc.js'
import { first } from '../marc-steps.js'

/** `245-01/$1`: tag, occurrence, script; `245-00` links to nothing. */
const link = /^(\d{3})-(\d{2})/
/** Fields that a record has once: an 880 that links to nothing can only be the same in its own script. */
const once = new Set('100 110 111 130 240 245'.split(' '))

export interface Originals {
  /** The 880 that belongs to this field, once. */
  take(field: DataField): DataField | undefined
  /** 880s that no field took, each with the tag it stands for. */
  rest(): Iterable<DataField>
}

/**
 * The 880 fields of a record (MARC 21 Appendix A): what the item says in its own script, each with the tag it stands
 * for instead of 880; one that does not say which stays an 880. Undefined when there are none, which is the common case.
 */
export function originalsOf(record: MarcRecord): Originals | undefined {
  const waiting = new Map<string, DataField>()
  const unlinked: DataField[] = []
  for (const field of record.fields) {
    if (field.tag !== '880' || !isDataField(field)) continue
    const found = link.exec(first(field, '6') ?? '')
    const own = found ? { ...field, tag: found[1] as string } : field
    if (!found || found[2] === '00' || waiting.has(found[0])) unlinked.push(own)
    else waiting.set(found[0], own)
  }
  if (waiting.size === 0 && unlinked.length === 0) return undefined
  return {
    take: (field) => take(waiting, field) ?? takeOnly(unlinked, field),
    rest: () => [...waiting.values(), ...unlinked],
  }
}

function take(waiting: Map<string, DataField>, field: DataField): DataField | undefined {
  const found = link.exec(first(field, '6') ?? '')
  if (found?.[1] !== '880') return undefined
  const key = `${field.tag}-${found[2]}`
  const original = waiting.get(key)
  waiting.delete(key)
  return original
}

function takeOnly(unlinked: DataField[], field: DataField): DataField | undefined {
  if (!once.has(field.tag) || unlinked.length === 0) return undefined
  const at = unlinked.findIndex(({ tag }) => tag === field.tag)
  return at < 0 ? undefined : unlinked.splice(at, 1)[0]
}
