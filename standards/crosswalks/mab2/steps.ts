import type { DataField } from '../../formats/marc.js'
import type { Draft } from '../draft.js'

/** What one field adds to the draft. */
export type MabStep = (field: DataField, draft: Draft) => void

/** Forms of the mark around an article: `<<Der>> Spiegel` of Aleph, `¬Der¬ Spiegel`, ISO 6630 0x88 and 0x89. */
const unfiled = /^(?:<<|¬|\x98|\x88)(.{1,30}?)(?:>>|¬|\x9c|\x89)\s*/
const marks = /<<|>>|¬|[\x88\x89\x98\x9c]/g

/** A title without its marks, and how many characters filing passes over. */
export function filed(text: string): { value: string; nonfiling?: number } {
  const article = unfiled.exec(text)?.[1]?.trim()
  const rest = text.replace(unfiled, '').replace(marks, '').trim()
  if (!article) return { value: rest }
  const joint = /['’]$/.test(article) ? '' : ' '
  const nonfiling = article.length + joint.length
  return { value: article + joint + rest, ...(nonfiling <= 20 && { nonfiling }) }
}

export const plain = (text: string): string => filed(text).value
