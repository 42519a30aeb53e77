import type { TextField, TextTerm } from '../../gateway/contracts/index.js'

/** In which fields the texts of a hit were looked for. */
export const fieldsShown = {
  title: ['title', 'alternative'],
  subtitle: ['title', 'alternative'],
  agents: ['agents'],
  publisher: ['other'],
  abstract: ['other'],
} as const satisfies Record<string, readonly TextField[]>

export const isAskedIn =
  (these: readonly TextField[]) =>
  ({ field }: TextTerm): boolean =>
    field === undefined || [field].flat().some((one) => these.includes(one))
