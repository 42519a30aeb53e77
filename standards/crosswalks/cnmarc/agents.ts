import type { DataField } from '../../formats/marc.js'
import type { Name } from '../../record/names.js'
import type { Agent } from '../../record/v1-draft.js'
import { addAgent } from '../draft.js'
import { all, first, joined, type Step, sourceOf } from '../marc-steps.js'
import { dynastyOf, nameOf } from '../names.js'
import { relatorCode } from '../relators.js'
import { hasHan } from '../scripts.js'
import { pinyinOf } from './coded.js'

/** 70X–72X: tags that end in 2 are other responsibility, the rest the main one. */
export const agent =
  (type: Agent['type']): Step =>
  (field, draft) => {
    const names = namesOf(field, type)
    if (names.length === 0) return
    const main = !field.tag.endsWith('2')
    const found: Agent = { names, type: kindOf(field, type), ...roleOf(field, main), main }
    const dates = datesOf(field, type)
    if (dates) found.dates = dates
    const id = first(field, '3')
    if (id) found.authority = { scheme: first(field, '2') ?? 'cnmarc', id }
    addAgent(draft, found, sourceOf(field, 'a'))
  }

/** 71X indicator 1 = 1 is a meeting. */
const kindOf = (field: DataField, type: Agent['type']): Agent['type'] =>
  type === 'organisation' && field.ind1 === '1' ? 'meeting' : type

/** The heading, its pinyin, and $g: the full name, or the name in its own language. */
function namesOf(field: DataField, type: Agent['type']): Name[] {
  const heading = type === 'person' ? personName(field) : joined(field, 'ab', '. ')
  if (!heading) return []
  const names = [nameOf(heading)]
  const pinyin = pinyinOf(field)
  if (pinyin) names.push(nameOf(pinyin, 'pinyin'))
  const full = first(field, 'g')?.replace(/^[(（]|[)）]$/g, '')
  if (full && full !== heading)
    names.push(nameOf(full, hasHan(heading) === hasHan(full) ? 'variant' : 'parallel'))
  return names
}

/** $a family, $b the rest: `Wilson, Chris`; Chinese names that are split are put together again. */
function personName(field: DataField): string {
  const [family = '', given] = [
    first(field, 'a')?.replace(/[,，]$/, ''),
    first(field, 'b')?.replace(/^[,，]\s*/, ''),
  ]
  if (!given) return family
  if (!family) return given
  const isChinese = hasHan(family) && hasHan(given) && family.length <= 2
  return isChinese ? family + given : `${family}, ${given}`
}

/** $c (唐) is the time a person lived in, $c (美) a country and no date; $f the years. */
function datesOf(field: DataField, type: Agent['type']): string {
  if (type !== 'person') return ''
  const dynasty = all(field, 'c').map(dynastyOf).find(Boolean)
  return [dynasty, first(field, 'f')?.replace(/^[(（]|[)）]$/g, '')].filter(Boolean).join(' ')
}

/** $4 holds a role word (著) in China, a code (070) elsewhere. */
function roleOf(field: DataField, main: boolean): { role: string; roleText?: string } {
  const words = all(field, '4')
  const role = words.map(relatorCode).find(Boolean) ?? (main ? 'aut' : 'ctb')
  const text = words.find((word) => !/^[a-z]{3}$|^\d{3}$/.test(word))
  return text ? { role, roleText: text } : { role }
}
