import type { DataField } from '../../formats/marc.js'
import type { Title } from '../../record/v1-draft.js'
import { addTitle, credit, type Draft, titleOf } from '../draft.js'
import { isbdMark, stripIsbd } from '../isbd.js'
import { all, first, has, joined, type Step, sourceOf } from '../marc-steps.js'
import { romanKind } from '../names.js'

/** 245. Its 880 is what stands on the item: that is the original, and 245 its romanisation. */
export const properTitle: Step = (field, draft, { linked }) => {
  const original = linked && titlesIn(linked, 'original')
  const kind = original?.[0] ? romanKind(original[0].value) : 'original'
  for (const title of original ?? []) addTitle(draft, title, '880$a')
  for (const title of titlesIn(field, kind)) addTitle(draft, title, '245$a')
  readStatement(draft, linked && has(linked, 'c') ? linked : field)
}

function readStatement(draft: Draft, field: DataField): void {
  const statement = stripIsbd(joined(field, 'c'))
  if (!statement || draft.description.statement) return
  draft.description.statement = statement
  credit(draft, 'statement', sourceOf(field, 'c'))
}

/** Title proper, and the parallel title that a closing `=` of $a announces. */
function titlesIn(field: DataField, kind: Title['kind']): Title[] {
  const raw = first(field, 'a') ?? first(field, 'k') ?? ''
  const value = stripIsbd(raw)
  const rest = all(field, 'b')
  const parts = { number: part(field, 'n'), name: part(field, 'p') }
  const nonfiling = Number(field.ind2) || 0
  if (!value) return rest[0] ? [titleOf(stripIsbd(rest[0]), kind, parts)] : []
  if (isbdMark(raw) === '=' && rest[0])
    return [titleOf(value, kind, { ...parts, nonfiling }), parallelOf(stripIsbd(rest[0]))]
  const [subtitle, ...parallels] = rest.map(stripIsbd).join(' ').split(' = ')
  const title = titleOf(value, kind, {
    ...parts,
    ...(subtitle && { subtitle: stripIsbd(subtitle) }),
    nonfiling,
  })
  return [title, ...parallels.filter(Boolean).map(parallelOf)]
}

/** `Parallel title : its subtitle` */
function parallelOf(text: string): Title {
  const [value = '', ...rest] = text.split(' : ')
  return titleOf(stripIsbd(value), 'parallel', rest.length ? { subtitle: stripIsbd(rest.join(' : ')) } : {})
}

const part = (field: DataField, code: string): string => all(field, code).map(stripIsbd).join(', ')

/** 130, 240, 242, 246, 247, 730, 740: other names of it. `name` is the subfield with the title. */
export const otherTitle =
  (kind: Title['kind'], name = 'a'): Step =>
  (field, draft, { linked }) => {
    const isParallel = field.tag === '246' && field.ind2 === '1'
    if (linked) pushTitle(draft, linked, isParallel ? 'parallel' : kind, name)
    pushTitle(draft, field, isParallel ? 'parallel' : kind, name)
  }

function pushTitle(draft: Draft, field: DataField, kind: Title['kind'], name: string): void {
  const value = stripIsbd(first(field, name) ?? '')
  if (!value) return
  const more = {
    subtitle: stripIsbd(first(field, 'b') ?? ''),
    number: part(field, 'n'),
    name: part(field, 'p'),
  }
  const title = titleOf(value, kind, more)
  const isKnown = draft.description.titles.some(
    (other) =>
      other.value === value && other.subtitle === title.subtitle && other.part?.number === title.part?.number,
  )
  if (!isKnown) addTitle(draft, title, sourceOf(field, name))
}
