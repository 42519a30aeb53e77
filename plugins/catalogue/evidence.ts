import type { Evidence } from '../../standards/matching/comparison.js'

/** Name, agreement, points, what a says, what b says where that is another, veto: a catalogue has many of them. */
type Packed = [
  name: string,
  agreement: Evidence['agreement'],
  points: number,
  a?: string | null,
  b?: string | null,
  veto?: 'version' | 'work',
]

/** Of what says nothing, nothing is kept. */
export const packEvidence = (evidence: Evidence[]): string =>
  JSON.stringify(
    evidence.filter(({ agreement, points }) => agreement !== 'unknown' || points !== 0).map(packed),
  )

const packed = ({ name, agreement, points, a, b, veto }: Evidence): Packed => {
  if (veto !== undefined) return [name, agreement, points, a ?? null, b ?? null, veto]
  if (a === undefined && b === undefined) return [name, agreement, points]
  return a === b ? [name, agreement, points, a] : [name, agreement, points, a ?? null, b ?? null]
}

export const unpackEvidence = (text: string): Evidence[] => (JSON.parse(text) as Packed[]).map(unpacked)

const unpacked = (packed: Packed): Evidence => {
  const [name, agreement, points, a, second, veto] = packed
  const b = packed.length === 4 ? a : second
  return {
    name,
    ...(typeof a === 'string' && { a }),
    ...(typeof b === 'string' && { b }),
    agreement,
    points,
    ...(veto !== undefined && { veto }),
  }
}
