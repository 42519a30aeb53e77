import type { DataField } from '../../formats/marc.js'
import type { Title } from '../../record/v1-draft.js'
import { dateStatement } from '../dates.js'
import { addDate, addTitle, credit, type Draft, titleOf } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { isbdMark, stripIsbd, unsorted } from '../isbd.js'
import { languageCode } from '../languages.js'
import { all, first, has, joined, sourceOf } from '../marc-steps.js'
import { romanKind } from '../names.js'

/** 245. Its 880 is what stands on the item: that is the original, and 245 its romanisation. */
export const properTitle: StepOf = ({ place }) => (place === 'statement' ? readStatement : readTitles)

const readTitles: ReturnType<StepOf> = (field, draft, { linked, language }) => {
  const original = linked && titlesIn(linked, 'original')
  const isKnown = draft.description.titles.some((title) => title.kind === 'original')
  const kind = original?.[0] ? romanKind(original[0].value, language) : isKnown ? 'parallel' : 'original'
  for (const title of original ?? []) addTitle(draft, title, '880$a')
  for (const title of titlesIn(field, kind)) addTitle(draft, title, '245$a')
}

const readStatement: ReturnType<StepOf> = (field, draft, { linked }) => {
  const stated = linked && has(linked, 'cde') ? linked : field
  const statement = [joined(stated, 'c'), joined(stated, 'de', ' ; ')]
    .map(stripIsbd)
    .filter(Boolean)
    .join(' ; ')
  if (!statement || draft.description.statement) return
  draft.description.statement = statement
  credit(draft, 'statement', sourceOf(stated, 'c'))
}

/** 245 $f $g: years from when to when the matter of an archive was made, and their bulk. */
export const titleDates: StepOf = () => (field, draft) => {
  const text = stripIsbd(joined(field, 'fg'))
  if (text) addDate(draft, dateStatement(text, 'created'), '245$f')
}

/** Title proper, and the parallel titles that a closing `=` before $b announces, with the parts that follow it. */
function titlesIn(field: DataField, kind: Title['kind']): Title[] {
  const at = field.subfields.findIndex(({ code }) => code === 'b')
  const isParallel = at > 0 && isbdMark(field.subfields[at - 1]?.value ?? '') === '='
  if (!isParallel) return titlesOf(field, kind)
  const before = { ...field, subfields: field.subfields.slice(0, at) }
  const parallels = all(field, 'b')
    .join(' = ')
    .split(/ = | =$/)
    .filter(Boolean)
  return [...titlesOf(before, kind), ...parallels.map((text) => parallelOf(stripIsbd(text)))]
}

function titlesOf(field: DataField, kind: Title['kind']): Title[] {
  const raw = first(field, 'a') ?? first(field, 'k') ?? ''
  const { text, nonfiling } = unsorted(stripIsbd(has(field, 'a') ? joined(field, 'aks') : raw), field.ind2)
  const rest = all(field, 'b').map((value) => unsorted(value).text)
  const parts = { number: part(field, 'n'), name: part(field, 'p') }
  if (!text) return rest[0] ? [titleOf(stripIsbd(rest[0]), kind, parts)] : []
  const [subtitle, ...parallels] = rest.map(stripIsbd).join(' ').split(' = ')
  const title = titleOf(text, kind, {
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

const part = (field: DataField, code: string): string =>
  all(field, code)
    .map((value) => unsorted(stripIsbd(value)).text)
    .join(', ')

/** 242, 246, 247, 249, 740: other names of it, the title in the first subfield of the row. */
export const otherTitle: StepOf =
  ({ kind, reads }) =>
  (field, draft, { linked }) => {
    const own = field.tag === '246' && field.ind2 === '1' ? 'parallel' : (kind as Title['kind'])
    const language = reads.includes('y') ? languageCode(first(field, 'y') ?? '') : undefined
    for (const one of linked ? [linked, field] : [field])
      pushTitle(draft, one, own, {
        value: first(one, reads[0] as string) ?? '',
        subtitle: reads.includes('b') ? first(one, 'b') : undefined,
        ...(reads.includes('v') && { number: part(one, 'v') }),
        ...(language && { language }),
      })
  }

/** 130, 240, 243, 730: what is not the number or the name of a part belongs to the title; $l is its language. */
export const uniformTitle: StepOf =
  ({ kind, reads }) =>
  (field, draft, { linked }) => {
    const names = reads.replace(/[npl]/g, '')
    const language = languageCode(stripIsbd(first(field, 'l') ?? ''))
    for (const one of linked ? [linked, field] : [field])
      pushTitle(draft, one, kind as Title['kind'], {
        value: joined(one, names),
        ...(language && { language }),
      })
  }

/** 222: the key title, its qualifier in brackets as the ISSN centre writes it. */
export const keyTitle: StepOf =
  ({ kind }) =>
  (field, draft) =>
    pushTitle(draft, field, kind as Title['kind'], { value: joined(field, 'ab') })

function pushTitle(
  draft: Draft,
  field: DataField,
  kind: Title['kind'],
  said: { value: string; subtitle?: string | undefined; number?: string; language?: string },
): void {
  const { text, nonfiling } = unsorted(stripIsbd(said.value))
  if (!text) return
  const title = titleOf(text, kind, {
    subtitle: unsorted(stripIsbd(said.subtitle ?? '')).text,
    number: part(field, 'n') || (said.number ?? ''),
    name: part(field, 'p'),
    ...(nonfiling && { nonfiling }),
    ...(said.language && { language: said.language }),
  })
  const isKnown = draft.description.titles.some(
    (other) =>
      other.value === title.value &&
      other.subtitle === title.subtitle &&
      other.part?.number === title.part?.number &&
      other.part?.name === title.part?.name,
  )
  if (!isKnown) addTitle(draft, title, sourceOf(field, 'a'))
}
