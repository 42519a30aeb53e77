import { type Static, Type } from 'typebox'

/** One copy or set of copies of an organisation: readers want a copy, not a record. */
export const Holding = Type.Object(
  {
    id: Type.Optional(
      Type.String({
        description: 'The source’s own id of it (barcode, item number); empty when it gives none',
      }),
    ),
    organisation: Type.Optional(
      Type.Object(
        {
          branch: Type.Optional(Type.String({ description: '馆代码 or branch name' })),
          location: Type.Optional(Type.String({ description: 'Shelf location, ISIL sub-location' })),
        },
        { additionalProperties: false, description: 'Below the member, which the source names' },
      ),
    ),
    callNumber: Type.Optional(
      Type.Object(
        {
          class: Type.Optional(Type.String()),
          item: Type.Optional(Type.String()),
          full: Type.String({ minLength: 1, description: 'As on the spine' }),
        },
        { additionalProperties: false },
      ),
    ),
    statement: Type.Optional(
      Type.String({ description: 'Coverage or copies in words: 3册, v.1-12 (1990-2001)' }),
    ),
    items: Type.Optional(Type.Integer({ minimum: 0, description: 'Number of physical items' })),
  },
  { additionalProperties: false },
)
export type Holding = Static<typeof Holding>
