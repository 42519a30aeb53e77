import type { TextField, TextTerm } from '../../gateway/contracts/index.js'

/** In which fields the texts of a hit were looked for. */
export const fieldsShown = {
  title: ['title', 'alternative'],
  subtitle: ['title', 'alternative'],
  agents: ['agents'],
  publisher: ['other'],
  abstract: ['other'],
} as const satisfies Record<string, readonly TextField[]>

export type ShownText = keyof typeof fieldsShown

export const isAskedIn =
  (these: readonly TextField[]) =>
  ({ field }: TextTerm): boolean =>
    field === undefined || [field].flat().some((one) => these.includes(one))

/** For each of the texts those of the terms that may stand in it. */
export const termsIn = (terms: readonly TextTerm[]): Record<ShownText, readonly TextTerm[]> => {
  const asked = (text: ShownText) => terms.filter(isAskedIn(fieldsShown[text]))
  return {
    title: asked('title'),
    subtitle: asked('subtitle'),
    agents: asked('agents'),
    publisher: asked('publisher'),
    abstract: asked('abstract'),
  }
}
