import { splitChinese } from '../../agents/surnames.js'
import type { DataField } from '../../formats/marc.js'
import type { Name } from '../../record/names.js'
import type { Agent } from '../../record/v1-draft.js'
import { foldHan } from '../../text/characters.js'
import { authorityOf } from '../authorities.js'
import { addAgent, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { withoutMarks } from '../isbd.js'
import { all, type Context, first, joined, sourceOf } from '../marc-steps.js'
import { agentRoles, dynastyOf, nameOf, romanKind } from '../names.js'
import { hasHan } from '../scripts.js'
import { linkOf, pinyinOf } from './coded.js'

/** 70X–72X: tags that end in 2 are other responsibility, the rest the main one. */
export const agent: StepOf =
  ({ kind }) =>
  (field, draft, context) => {
    const type = kindOf(field, kind as Agent['type'])
    const names = namesOf(field, type)
    if (names.length === 0 || joinsTwin(field, names, context)) return
    const main = !field.tag.endsWith('2')
    const dates = datesOf(field, type)
    const authority = authorityOf(all(field, '3'))
    for (const role of agentRoles(
      all(field, '4').filter(isCode),
      all(field, '4').filter(isWord),
      main ? 'aut' : 'ctb',
    )) {
      const found: Agent = { names, type, ...role, main }
      if (dates) found.dates = dates
      if (authority) found.authority = authority
      addAgent(draft, found, sourceOf(field, 'a'))
      remember(field, draft, context)
    }
  }

/** $4 holds a role word (著) in China, a code (070, aut) elsewhere. */
const isCode = (text: string): boolean => /^[a-z]{3}$|^\d{3}$/.test(text)
const isWord = (text: string): boolean => !isCode(text)

/** A field whose `$6` has the number of one before it is the same name in another script ($7 says which). */
function joinsTwin(field: DataField, names: Name[], context: Context): boolean {
  const twin = context.twins?.get(linkOf(field) ?? '')
  if (!twin) return false
  const [own] = twin.names
  for (const name of names)
    if (!twin.names.some(({ value }) => value === name.value))
      twin.names.push({ ...name, kind: own && name.script === 'Latn' ? romanKind(own.value) : 'parallel' })
  return true
}

function remember(field: DataField, draft: Draft, context: Context): void {
  const link = linkOf(field)
  const last = draft.description.agents.at(-1)
  if (!link || !last) return
  context.twins ??= new Map()
  context.twins.set(link, last)
}

/** 71X indicator 1 = 1 is a meeting. */
const kindOf = (field: DataField, type: Agent['type']): Agent['type'] =>
  type === 'organisation' && field.ind1 === '1' ? 'meeting' : type

/** The heading, its pinyin, and $g: the full name, or the name in its own language. */
function namesOf(field: DataField, type: Agent['type']): Name[] {
  const heading = withoutMarks(type === 'person' ? personName(field) : joined(field, 'ab', '. '))
  if (!heading) return []
  const names = [nameOf(heading)]
  const pinyin = pinyinOf(field)
  if (pinyin) names.push(nameOf(pinyin, 'pinyin'))
  const full = first(field, 'g')?.replace(/^[(（]|[)）]$/g, '')
  if (full && full !== heading)
    names.push(nameOf(full, hasHan(heading) === hasHan(full) ? 'variant' : 'parallel'))
  return names
}

/** $a family, $b the rest: `Wilson, Chris`, `赖特, 劳拉`; Chinese names that are split are put together again. */
function personName(field: DataField): string {
  const [family = '', given] = [
    first(field, 'a')?.replace(/[,，]$/, ''),
    first(field, 'b')?.replace(/^[,，]\s*|\s*[,，]$/g, ''),
  ]
  if (!given) return family
  if (!family) return given
  const [surname, name] = [family, given].map((part) => Array.from(part, foldHan).join(''))
  const isChinese = splitChinese(`${surname}${name}`)?.family === surname
  return isChinese ? family + given : `${family}, ${given}`
}

/** $c (唐) is the time a person lived in, $c (美) a country and no date; $f the years. */
function datesOf(field: DataField, type: Agent['type']): string {
  if (type !== 'person') return ''
  const dynasty = all(field, 'c').map(dynastyOf).find(Boolean)
  return [dynasty, first(field, 'f')?.replace(/^[(（]|[)）]$/g, '')].filter(Boolean).join(' ')
}
