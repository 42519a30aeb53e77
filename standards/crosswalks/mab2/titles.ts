import type { DataField } from '../../formats/marc.js'
import type { Title } from '../../record/v1-draft.js'
import { addTitle, credit, type Draft, titleOf } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { addRelation } from '../relations.js'
import { filed, type MabStep, plain } from './steps.js'

/** 331: the title proper; 310 (the form it is filed by) steps in where 331 is missing. */
export const properTitle: MabStep = (field, draft) => push(draft, field, 'original')

export const variantTitle: StepOf<MabStep> =
  ({ kind }) =>
  (field, draft) =>
    push(draft, field, kind as Title['kind'])

/** 335: what explains the title, behind it. 360: the title of a section of the whole. */
export const subtitle: MabStep = (field, draft) => {
  const title = draft.description.titles.find(({ kind }) => kind === 'original')
  const text = plain(joined(field, 'a', ' : '))
  if (!text || !title) return
  title.subtitle = title.subtitle ? `${title.subtitle} : ${text}` : text
  credit(draft, 'titles', sourceOf(field, 'a'))
}

export const section: MabStep = (field, draft) => {
  const title = draft.description.titles.find(({ kind }) => kind === 'original')
  const name = plain(joined(field, 'a'))
  if (!name || !title) return
  title.part = { ...title.part, name }
  credit(draft, 'titles', sourceOf(field, 'a'))
}

/** 359: the statement of responsibility of the item. */
export const statement: MabStep = (field, draft) => {
  const text = plain(joined(field, 'a', ' ; '))
  if (!text || draft.description.statement) return
  draft.description.statement = text
  credit(draft, 'statement', sourceOf(field, 'a'))
}

function push(draft: Draft, field: DataField, kind: Title['kind']): void {
  const { value, nonfiling } = filed(first(field, 'a') ?? first(field, 't') ?? '')
  const { titles } = draft.description
  if (!value || titles.some((other) => other.value === value)) return
  const isSecond = kind === 'original' && titles.some((other) => other.kind === 'original')
  addTitle(
    draft,
    titleOf(value, isSecond ? 'variant' : kind, nonfiling ? { nonfiling } : {}),
    sourceOf(field, 'a'),
  )
}

/**
 * The volume of a set: 089 its number. With a title of its own the set is a relation; without, the set’s title (331 of
 * level 2) with the number is its title.
 */
export function settleTitles(own: DataField[], set: DataField[], draft: Draft): void {
  const one = (fields: DataField[], tag: string): string => {
    const field = fields.find((other) => other.tag === tag)
    return field ? plain(all(field, 'a')[0] ?? joined(field, 'np')) : ''
  }
  const number = one(own, '089') || one(own, '455')
  const setTitle = one(set, '331') || one(set, '310')
  const { titles } = draft.description
  if (titles.some(({ kind }) => kind === 'original')) {
    addSet(draft, setTitle, number, one(own, '010'))
  } else if (setTitle) {
    titles.unshift(titleOf(setTitle, 'original', number ? { number } : {}))
    credit(draft, 'titles', '331$a')
  } else settleWithoutTitle([one(own, '310'), one(own, '333'), one(own, '335')], draft)
}

/** What names a thing that has no 331: the form it is filed by, the body that a yearbook is called after, what explains it. */
function settleWithoutTitle(names: string[], draft: Draft): void {
  const name = names.find(Boolean)
  if (!name) return
  const { titles } = draft.description
  draft.description.titles = [titleOf(name, 'original'), ...titles.filter(({ value }) => value !== name)]
  credit(draft, 'titles', '310$a')
}

function addSet(draft: Draft, title: string, number: string, id: string): void {
  if (!title && !id) return
  addRelation(
    draft,
    {
      kind: 'set',
      ...(title && { title }),
      ...(number && { number }),
      ...(id && { identifiers: [{ scheme: 'record', value: id, valid: true }] }),
    },
    '010$a',
  )
}
