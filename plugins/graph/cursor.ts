import { ShulianError } from '../../gateway/contracts/index.js'

/** The last row of a page: the next page begins after it, whatever came in between. */
export interface Place {
  text: string
  id: string
}

export const toCursor = ({ text, id }: Place): string =>
  Buffer.from(JSON.stringify([text, id])).toString('base64url')

/** @throws ShulianError CURSOR_INVALID (400) */
export const fromCursor = (cursor: string): Place => {
  try {
    const [text, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof text === 'string' && typeof id === 'string') return { text, id }
  } catch {}
  throw new ShulianError(
    'CURSOR_INVALID',
    'The cursor is not one that this call gave. Begin again without it.',
    {
      status: 400,
      errors: [{ path: 'query.cursor', expected: 'the cursor of the page before', got: 'another text' }],
    },
  )
}
