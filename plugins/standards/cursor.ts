import { ShulianError } from '../../gateway/contracts/index.js'

/** The last row of a page: the next page begins after it, whatever came in between. */
export const toCursor = (place: readonly string[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** @throws ShulianError CURSOR_INVALID (400) */
export const fromCursor = (cursor: string, parts: number): string[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(place) && place.length === parts && place.every((part) => typeof part === 'string'))
      return place
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
