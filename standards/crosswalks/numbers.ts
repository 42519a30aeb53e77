import { addIdentifier, type Draft } from './draft.js'
import { readIsbn } from './identifiers.js'
import { stripIsbd } from './isbd.js'

/** MARC organization codes that have an everyday name. */
const agencies: Record<string, string> = {
  OCoLC: 'oclc',
  OCLC: 'oclc',
  DLC: 'lccn',
  'DE-101': 'dnb',
  'CN-BjBTG': 'nlc',
  NLC: 'nlc',
  CALIS: 'calis',
  'CN-CALIS': 'calis',
}
export const agencyName = (code: string): string => agencies[code] ?? code

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
  const words = stripIsbd(qualifier || read.qualifier || '').replace(/^\(|\)$/g, '')
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
