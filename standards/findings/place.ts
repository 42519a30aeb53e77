import { LEADER_LENGTH } from '../formats/iso2709-bytes.js'
import { carrierOf } from '../formats/read-marc.js'
import type { Finding } from '../record/change.js'
import { fieldsOf } from '../rules/raw-record.js'

export interface Place {
  from: number
  /** Exclusive. */
  to: number
}

/** Where in a record's bytes a finding points: by its offset, by the leader's positions, by the field it names. */
export function placeOf(bytes: Uint8Array, finding: Finding): Place | undefined {
  const place = finding.path === undefined ? undefined : placeOfPath(bytes, finding.path)
  const { offset, got } = finding
  if (offset === undefined || offset < 0 || offset >= bytes.length) return place
  if (place && place.from <= offset && offset < place.to) return place
  const length = Math.max(1, Buffer.byteLength(got ?? ''))
  return { from: offset, to: Math.min(bytes.length, offset + length) }
}

function placeOfPath(bytes: Uint8Array, path: string): Place | undefined {
  if (carrierOf(bytes) !== 'iso2709') return undefined
  const leader = /^leader(?:\/(\d+)(?:-(\d+))?)?$/.exec(path)
  if (leader) return leaderPlace(bytes, leader[1], leader[2])
  const tag = tagOf(path)
  const field =
    tag === undefined ? undefined : fieldsOf(bytes).find((one) => one.tag === tag && one.from >= 0)
  return field && { from: field.from, to: field.to }
}

function leaderPlace(bytes: Uint8Array, first: string | undefined, last: string | undefined): Place {
  const from = Number(first ?? 0)
  const to = first === undefined ? LEADER_LENGTH : Number(last ?? first) + 1
  return { from: Math.min(from, bytes.length), to: Math.min(to, bytes.length) }
}

/** `245`, `200$a`, `100$a/26-29`. */
export const tagOf = (path: string): string | undefined => /^([0-9A-Za-z]{3})(?:$|[$/])/.exec(path)?.[1]
