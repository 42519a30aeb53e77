import type { Subfield } from '../marc.js'

/**
 * Between the parts of one content, which have no code: `4711-0 Beil. zu --->‡Spiegel`; `tf` in MAB XML. It stands as
 * ` ; ` here.
 */
export const PARTS = ' ; '

/**
 * The subfields of a content. They begin with 0x1F; on diskettes, and in what was copied from displays, with `$` or `‡`,
 * which is the first octet then. Content without subfields stands in `a`.
 */
export function subfieldsOf(content: string): Subfield[] {
  const written = /^\$[a-z\d]/.test(content) ? content.replace(/\$(?=[a-z\d])/g, '\x1f') : content
  const marked = written.startsWith('‡') ? written.replaceAll('‡', '\x1f') : written.replaceAll('‡', PARTS)
  const [first = '', ...parts] = marked.split('\x1f')
  const subfields = parts
    .filter((part) => part !== '')
    .map((part) => ({ code: part[0] as string, value: part.slice(1) }))
  return first === '' && subfields.length > 0 ? subfields : [{ code: 'a', value: first }, ...subfields]
}
