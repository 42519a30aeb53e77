import { type Static, Type } from 'typebox'
import type { Finding } from '../record/change.js'
import { marcLines } from './marc-lines.js'
import { placeOf } from './place.js'
import { showBytes } from './shown-bytes.js'

const closed = { additionalProperties: false } as const
const Place = Type.Object({ from: Type.Integer(), to: Type.Integer({ description: 'Exclusive' }) }, closed)

/** A record with the place that a finding means: its bytes around there, and for MARC its fields. */
export const Shown = Type.Object(
  {
    size: Type.Integer({ description: 'Of the whole record, in bytes' }),
    from: Type.Integer(),
    to: Type.Integer(),
    place: Type.Optional(Place),
    rows: Type.Array(
      Type.Object(
        {
          at: Type.Integer(),
          hex: Type.String(),
          text: Type.String(),
          mark: Type.Optional(Place),
        },
        closed,
      ),
    ),
    text: Type.Object(
      { encoding: Type.String(), before: Type.String(), marked: Type.String(), after: Type.String() },
      closed,
    ),
    fields: Type.Optional(
      Type.Array(Type.Object({ text: Type.String(), isMarked: Type.Boolean() }, closed), {
        description: 'A MARC record in readable form, as far as it can be read',
      }),
    ),
  },
  closed,
)
export type Shown = Static<typeof Shown>

export const showRecord = (bytes: Uint8Array, finding: Finding, isMarc: boolean): Shown => {
  const fields = isMarc ? marcLines(bytes, finding) : undefined
  return { ...showBytes(bytes, placeOf(bytes, finding)), ...(fields && { fields }) }
}
