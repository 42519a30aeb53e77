import type { Catalogue } from '../../gateway/contracts/index.js'
import { assembleWork } from '../../standards/work/assemble.js'

/** A work as a list of works shows it. */
export interface ShownWork {
  id: string
  title: string
  type: string
  year?: number
}

/** Those that are there and may be shown, in the order asked for. */
export const shownWorks = async (
  catalogue: Pick<Catalogue, 'documents'>,
  ids: string[],
): Promise<ShownWork[]> =>
  (await catalogue.documents(ids)).flatMap((document) => {
    if (document.gone) return []
    const { description } = assembleWork(document.parts).work
    const dated = description.dates.find(({ kind, edtf }) => kind === 'issued' && edtf)?.edtf
    const year = /^-?\d{4}/.exec(dated ?? '')?.[0]
    return [
      {
        id: document.id,
        title: description.titles[0]?.value ?? '',
        type: description.type,
        ...(year !== undefined && { year: Number(year) }),
      },
    ]
  })
