import { addIdentifier, type Draft, present } from './draft.js'
import type { StepOf } from './field-table.js'
import { readIsbn } from './identifiers.js'
import { stripIsbd, stripMarks } from './isbd.js'
import { all, first, joined, sourceOf } from './marc-steps.js'

/** One ISBN with what stands around it, from any format. */
export function addIsbn(
  draft: Draft,
  text: string,
  cancelled: boolean,
  qualifier: string | undefined,
  price: string | undefined,
  source: string,
): void {
  const read = readIsbn(text)
  if (!read.identifier) return
  const words = stripMarks(qualifier || read.qualifier || '').replace(/^\(|\)$/g, '')
  const cost = price ?? read.price
  addIdentifier(
    draft,
    {
      ...read.identifier,
      ...(words && { qualifier: words }),
      ...(cost && { price: cost }),
      ...(cancelled && { cancelled }),
    },
    source,
  )
}

/** A number of the scheme that the row names: $a, $z cancelled, $b $q qualifier, $d price. */
export const number: StepOf =
  ({ kind: scheme, reads }) =>
  (field, draft) => {
    const of = (codes: string): string =>
      joined(field, [...codes].filter((code) => reads.includes(code)).join(''), ' ')
    const price = reads.includes('d') ? first(field, 'd') : undefined
    for (const code of reads.includes('z') ? 'az' : 'a')
      for (const value of all(field, code))
        addIdentifier(
          draft,
          present({
            scheme,
            value: stripIsbd(value),
            qualifier: stripIsbd(of('bq')),
            price,
            valid: true,
            cancelled: code === 'z' ? true : undefined,
          }),
          sourceOf(field, code),
        )
  }
