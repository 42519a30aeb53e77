import type { ControlField, DataField, MarcField } from '../../../standards/formats/marc.js'

export const control = (tag: string, value: string): ControlField => ({ tag, value })

type Pair = readonly [code: string, value: string | undefined]

/** A field of what is known; none when nothing is. `indicators`: `1 ` or ` 0`. */
export function data(tag: string, indicators: string, ...pairs: Pair[]): DataField[] {
  const subfields = pairs.flatMap(([code, value]) => (value ? [{ code, value }] : []))
  if (subfields.length === 0) return []
  return [{ tag, ind1: indicators[0] ?? ' ', ind2: indicators[1] ?? ' ', subfields }]
}

/** In the order of their tags; those of one tag stay as they come. */
export const inOrder = (fields: MarcField[]): MarcField[] =>
  [...fields].sort((one, other) => (one.tag === other.tag ? 0 : one.tag < other.tag ? -1 : 1))
