import type { Step } from './step.js'

/**
 * A crosswalk as a table that a librarian can follow, and the whole truth of it: the crosswalk, the coverage report and
 * the printed page are made of these rows.
 *
 *     field | subfields | place in the record | step | why
 *
 * A row may name several fields; left blank, they are those of the row above. `X` in a field stands for any character,
 * `any` for every field, `a/*` for what stands under `a`, `letters` for a tag that has letters, which no MARC format defines. A row of `any` that has `*`
 * is for what no other row of the field names: its step gets those names, and takes the rest.
 * Subfields are codes (case matters), `*` for all of them, or the positions of a control field. The place `-` says
 * that they are passed over on purpose. What follows `/` in a place is the kind: `relations/series`.
 */
export interface Row {
  field: string
  reads: string
  place: string
  kind: string
  step: string
  why: string
}

/** A step made for its row: it knows the subfields to read and the kind of what it adds. */
export type StepOf<S = Step> = (row: Row) => S

export interface Table<S = Step> {
  rows: readonly Row[]
  /** What a field with this tag goes through, in order; nothing for one that is passed over. */
  stepsOf(tag: string): readonly S[]
}

/** The rows of a table's text, in order. */
export function rowsOf(text: string): Row[] {
  const rows: Row[] = []
  let fields: string[] = []
  for (const line of text.split('\n')) {
    if (!line.includes('|')) continue
    const [named = '', reads = '', where = '', step = '', why = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const [place = '', kind = ''] = where.split('/')
    if (named) fields = named.split(' ')
    for (const field of fields) rows.push({ field, reads: reads.replaceAll(' ', ''), place, kind, step, why })
  }
  return rows
}

export function tableOf<S = Step>(text: string, steps: Record<string, StepOf<S>>): Table<S> {
  const rows = rowsOf(text)
  const made = new Map<string, S[]>()
  for (const { field } of rows) if (!made.has(field)) made.set(field, stepsOfField(rows, field, steps))
  const patterns = [...made.keys()].filter(isPattern)
  const find = (tag: string): readonly S[] =>
    made.get(tag) ?? made.get(patterns.find((pattern) => isPatternOf(pattern, tag)) ?? '') ?? []
  const numbered = Array.from({ length: 1000 }, (_, tag) => find(String(tag).padStart(3, '0')))
  return { rows, stepsOf: (tag) => numbered[numberOf(tag)] ?? find(tag) }
}

/** The row that a tag goes by: one that names it, else the first whose pattern fits. */
function fieldFor(rows: readonly Row[], tag: string): string {
  if (rows.some(({ field }) => field === tag)) return tag
  return rows.find(({ field }) => isPattern(field) && isPatternOf(field, tag))?.field ?? ''
}

function stepsOfField<S>(rows: readonly Row[], field: string, steps: Record<string, StepOf<S>>): S[] {
  const own = rows.filter((row) => row.field === field)
  const made = own.filter(({ step }) => step).map((row) => stepOf(row, steps))
  const rest = rows.find(isForTheRest)
  if (!rest || field === 'any' || own.some(({ reads }) => reads === '*')) return made
  return [...made, stepOf({ ...rest, reads: namedIn(rows, own) }, steps)]
}

const isForTheRest = ({ field, reads }: Row): boolean => field === 'any' && reads === '*'

/** The subfields that rows of a field, or of any field, name. */
const namedIn = (rows: readonly Row[], own: readonly Row[]): string =>
  [...own, ...rows.filter((row) => row.field === 'any' && !isForTheRest(row))]
    .map(({ reads }) => reads)
    .join('')

/** Tags of three digits are looked up by their number, without hashing: this is asked of every field of every record. */
function numberOf(tag: string): number {
  let number = 0
  for (let at = 0; at < 3; at++) {
    const digit = tag.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return -1
    number = number * 10 + digit
  }
  return tag.length === 3 ? number : -1
}

const isPattern = (field: string): boolean =>
  field === 'letters' || field.endsWith('/*') || field.includes('X')

function isPatternOf(pattern: string, tag: string): boolean {
  if (pattern === 'letters') return /[A-Za-z]/.test(tag)
  return pattern.endsWith('/*') ? tag.startsWith(pattern.slice(0, -1)) : fits(pattern, tag)
}

const fits = (pattern: string, tag: string): boolean =>
  tag.length === pattern.length && [...pattern].every((sign, at) => sign === 'X' || sign === tag[at])

function stepOf<S>(row: Row, steps: Record<string, StepOf<S>>): S {
  const make = steps[row.step]
  if (!make) throw new Error(`The table names a step '${row.step}' (${row.field}) that there is not.`)
  return make(row)
}

/** What a table says of a subfield of a field, or of a control field (`code` empty). */
export type Standing = 'used' | 'kept' | 'ignored' | 'unknown'

/** The rows that speak of a tag: those that name it, else those whose pattern fits, then those of any field. */
export function rowsFor(rows: readonly Row[], tag: string): Row[] {
  const own = fieldFor(rows, tag)
  const ofAny = rows.filter(({ field }) => field === 'any')
  return [
    ...rows.filter(({ field }) => field === own),
    ...ofAny.filter((row) => !isForTheRest(row)),
    ...ofAny.filter(isForTheRest),
  ]
}

/** The row that speaks of a subfield. */
export const rowFor = (rows: readonly Row[], tag: string, code: string): Row | undefined =>
  rowsFor(rows, tag).find(({ reads }) => code === '' || reads === '*' || reads.includes(code))

/** What no row names is kept whole as a local note, and yet unknown. */
export function standingOf(rows: readonly Row[], tag: string, code: string): Standing {
  const row = rowFor(rows, tag, code)
  if (!row || /^X+$/.test(row.field) || isForTheRest(row)) return 'unknown'
  if (row.place === '-') return 'ignored'
  return row.place === 'notes' ? 'kept' : 'used'
}
