import type { TextTerm } from '../../gateway/contracts/index.js'
import { cut } from '../../standards/text/folding.js'

/**
 * The original text, escaped for HTML, with what the terms found between `<mark>` and `</mark>`. A phrase is
 * marked where it stands as a whole. Undefined when nothing was found in it.
 */
export const highlight = (text: string, terms: readonly TextTerm[]): string | undefined => {
  if (terms.length === 0) return undefined
  const cuts = cut(text)
  const found: Place[] = []
  for (let at = 0; at < cuts.length; at++)
    for (const term of terms) if (isAt(term, cuts, at)) found.push(placeOf(term, cuts, at))
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

const isAt = ({ tokens, prefix }: TextTerm, cuts: readonly { token: string }[], at: number): boolean => {
  for (let offset = 0; offset < tokens.length; offset++) {
    const wanted = tokens[offset]!
    const token = cuts[at + offset]?.token
    if (token === wanted) continue
    if (!prefix || offset < tokens.length - 1 || !token?.startsWith(wanted)) return false
  }
  return true
}

const placeOf = ({ tokens }: TextTerm, cuts: readonly Place[], at: number): Place => ({
  start: cuts[at]!.start,
  end: cuts[at + tokens.length - 1]!.end,
})

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
