import type { PicaField, PicaRecord } from '../../formats/pica/pica.js'
import type { Holding } from '../../record/holding.js'
import { addLink, type Draft, present } from '../draft.js'
import { addHolding } from '../holdings.js'
import { all, first, joined } from '../marc-steps.js'

/**
 * Levels 1 and 2: 101@ $a begins a library, each occurrence after it is a copy: 203@ $0 its number, 209A shelf mark
 * ($a), location ($f, $b), 209G barcode, 209E and 231B what is held in words, 209R where it is online.
 */
export function addPicaHoldings(record: PicaRecord, draft: Draft): void {
  for (const { library, fields } of copiesOf(record)) {
    const shelf = fields.filter(({ tag }) => tag === '209A')
    const one = (tag: string, code: string): string | undefined => {
      const field = fields.find((other) => other.tag === tag)
      return field && first(field, code)
    }
    const mark = shelf.map((field) => first(field, 'a')).find(Boolean)
    const location = shelf.map((field) => joined(field, 'bf', ' / ')).find(Boolean)
    const organisation = present({ branch: library, location })
    for (const field of fields) if (field.tag === '209R' || field.tag === '209S') addOnline(field, draft)
    addHolding(
      draft,
      present<Holding>({
        id: one('203@', '0') ?? one('209G', 'a'),
        organisation: Object.keys(organisation).length > 0 ? organisation : undefined,
        callNumber: mark ? { full: mark } : undefined,
        statement: statementOf(fields),
      }),
      mark ? '209A$a' : '203@$0',
    )
  }
}

interface Copy {
  library: string | undefined
  fields: PicaField[]
}

function copiesOf(record: PicaRecord): Copy[] {
  const copies = new Map<string, Copy>()
  let library: string | undefined
  let libraries = 0
  for (const field of record.fields) {
    if (field.tag === '101@') {
      library = first(field, 'a')
      libraries++
    }
    if (!field.tag.startsWith('2')) continue
    const key = `${libraries} ${field.occurrence ?? ''}`
    const copy = copies.get(key) ?? { library, fields: [] }
    copy.fields.push(field)
    copies.set(key, copy)
  }
  return [...copies.values()]
}

/** 209E and 231B in words; 231@ coded: $d volume, $j year, $k last year, $6 still going. */
function statementOf(fields: PicaField[]): string | undefined {
  const words = fields
    .filter(({ tag }) => tag === '209E' || tag === '231B')
    .flatMap((field) => all(field, 'a'))
  if (words.length > 0) return words.join('; ')
  const coded = fields.filter(({ tag }) => tag === '231@').map(rangeOf)
  return coded.filter(Boolean).join('; ') || undefined
}

function rangeOf(field: PicaField): string {
  const [volume, year, last] = [first(field, 'd'), first(field, 'j'), first(field, 'k')]
  const isGoing = field.subfields.some(({ code }) => code === '6')
  const from = [volume, year && (volume ? `(${year})` : year)].filter(Boolean).join(' ')
  return last ? `${from}-${last}` : isGoing && from ? `${from}-` : from
}

function addOnline(field: PicaField, draft: Draft): void {
  for (const href of [...all(field, 'u'), ...all(field, 'a')])
    addLink(draft, href, first(field, '3') ?? first(field, 'y'), undefined, '209R$u')
}
