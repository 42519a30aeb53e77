import type { Step } from './marc-steps.js'

/**
 * A crosswalk as a table that a librarian can follow, and the whole truth of it: the crosswalk, the coverage report and
 * the printed page are made of these rows.
 *
 *     field | subfields | place in the record | step | why
 *
 * A row may name several fields; left blank, they are those of the row above. `X` in a field stands for any character,
 * `any` for every field, `letters` for a tag that has letters, which no MARC format defines.
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
export type StepOf = (row: Row) => Step

export interface Table {
  rows: readonly Row[]
  /** What a field with this tag goes through, in order; nothing for one that is passed over. */
  stepsOf(tag: string): readonly Step[]
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

export function tableOf(text: string, steps: Record<string, StepOf>): Table {
  const rows = rowsOf(text)
  const made = new Map<string, Step[]>()
  for (const row of rows) {
    const known = made.get(row.field) ?? []
    made.set(row.field, row.step ? [...known, stepOf(row, steps)] : known)
  }
  const patterns = [...made.keys()].filter((field) => field.includes('X'))
  const find = (tag: string): readonly Step[] => {
    const field = made.has(tag)
      ? tag
      : hasLetters(tag)
        ? 'letters'
        : patterns.find((pattern) => fits(pattern, tag))
    return (field && made.get(field)) || none
  }
  const numbered = Array.from({ length: 1000 }, (_, tag) => find(String(tag).padStart(3, '0')))
  return { rows, stepsOf: (tag) => numbered[numberOf(tag)] ?? find(tag) }
}

const none: readonly Step[] = []

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

const hasLetters = (tag: string): boolean => /[A-Za-z]/.test(tag)

const fits = (pattern: string, tag: string): boolean =>
  tag.length === 3 && [...pattern].every((sign, at) => sign === 'X' || sign === tag[at])

function stepOf(row: Row, steps: Record<string, StepOf>): Step {
  const make = steps[row.step]
  if (!make) throw new Error(`The table names a step '${row.step}' (${row.field}) that there is not.`)
  return make(row)
}

/** What a table says of a subfield of a field, or of a control field (`code` empty). */
export type Standing = 'used' | 'kept' | 'ignored' | 'unknown'

/** The rows that speak of a tag: those that name it, else those whose pattern fits, then those of any field. */
export function rowsFor(rows: readonly Row[], tag: string): Row[] {
  const named = rows.filter(({ field }) => field === tag)
  const first = rows.find(({ field }) =>
    hasLetters(tag) ? field === 'letters' : field.includes('X') && fits(field, tag),
  )
  const own = named.length > 0 ? named : rows.filter(({ field }) => field === first?.field)
  return [...own, ...rows.filter(({ field }) => field === 'any')]
}

/** A field of no row of its own is kept whole by the row of `XXX`, and yet unknown. */
export function standingOf(rows: readonly Row[], tag: string, code: string): Standing {
  const row = rowsFor(rows, tag).find(({ reads }) => code === '' || reads === '*' || reads.includes(code))
  if (!row || row.field === 'XXX') return 'unknown'
  if (row.place === '-') return 'ignored'
  return row.place === 'notes' ? 'kept' : 'used'
}
