import type { TextTerm } from '../../gateway/contracts/index.js'
import { cut } from '../../standards/text/folding.js'

/**
 * The original text, escaped for HTML, with what the terms found between `<mark>` and `</mark>`. A phrase is
 * marked where it stands as a whole. Undefined when nothing was found in it.
 */
export const highlight = (text: string, terms: readonly TextTerm[]): string | undefined => {
  const cuts = cut(text)
  const found = cuts.flatMap((_, place) => terms.flatMap((term) => placeOf(term, cuts, place)))
  if (found.length === 0) return undefined
  let [html, done] = ['', 0]
  for (const { start, end } of joined(found)) {
    html += `${escapeHtml(text.slice(done, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    done = end
  }
  return html + escapeHtml(text.slice(done))
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] as string)

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

interface Place {
  start: number
  end: number
}

const placeOf = ({ tokens, prefix }: TextTerm, cuts: (Place & { token: string })[], at: number): Place[] => {
  const last = tokens.length - 1
  for (const [offset, wanted] of tokens.entries()) {
    const token = cuts[at + offset]?.token
    const fits = prefix && offset === last ? token?.startsWith(wanted) : token === wanted
    if (!fits) return []
  }
  return [{ start: cuts[at]!.start, end: cuts[at + last]!.end }]
}

/** Marks that touch or overlap are one. */
const joined = (places: Place[]): Place[] => {
  const result: Place[] = []
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const before = result.at(-1)
    if (before && place.start <= before.end) before.end = Math.max(before.end, place.end)
    else result.push({ ...place })
  }
  return result
}
