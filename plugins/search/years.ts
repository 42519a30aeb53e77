import type { Work } from '../../gateway/contracts/index.js'

type Dates = Work['description']['dates']

/** When a work appeared: the date of issue before any other, of the work before that of one of its versions. */
export const yearOf = (work: Work): number | null => {
  const dates = [...work.description.dates, ...work.versions.flatMap((version) => version.dates)]
  for (const kind of kinds) {
    for (const date of dates) {
      const year = date.kind === kind ? yearOfEdtf(date.edtf) : null
      if (year !== null) return year
    }
  }
  return null
}

const kinds: Dates[number]['kind'][] = ['issued', 'copyright', 'created', 'original', 'modified']

/** ISO 8601-2, level 1: `1985-07`, `1998?`, `1954/..`, `-0500`, `Y-17000`. 199X counts as its first year; 19XX says too little. */
const yearOfEdtf = (edtf: string | undefined): number | null => {
  const found = /^(?:Y?(-?\d{4,5})|(\d{3})X)(?!\d)/.exec(edtf ?? '')
  if (!found) return null
  return found[1] === undefined ? Number(`${found[2]}0`) : Number(found[1])
}
