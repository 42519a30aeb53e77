/** What was said of pairs, against the truth. */
export interface Figures {
  right: number
  wrong: number
  missed: number
  /** Pairs that go to a librarian: counted as not joined; how many of them are one, and how many are not. */
  grey: { one: number; other: number }
}

export const noFigures = (): Figures => ({ right: 0, wrong: 0, missed: 0, grey: { one: 0, other: 0 } })

export function count(figures: Figures, isOne: boolean, outcome: 'joined' | 'grey' | 'apart'): void {
  if (outcome === 'grey') figures.grey[isOne ? 'one' : 'other']++
  if (outcome === 'joined') figures[isOne ? 'right' : 'wrong']++
  else if (isOne) figures.missed++
}

const percent = (part: number, whole: number): number => (whole === 0 ? 100 : (100 * part) / whole)

export const f1Of = ({ right, wrong, missed }: Figures): number =>
  percent(2 * right, 2 * right + wrong + missed)

/** `precision 99.1 recall 98.2 F1 98.6 (…)` */
export function shown(figures: Figures): string {
  const { right, wrong, missed, grey } = figures
  const [precision, recall] = [percent(right, right + wrong), percent(right, right + missed)]
  return (
    `precision ${precision.toFixed(2)} recall ${recall.toFixed(2)} F1 ${f1Of(figures).toFixed(2)}` +
    ` (right ${right}, wrong ${wrong}, missed ${missed}; grey ${grey.one + grey.other}: ${grey.one} one, ${grey.other} not)`
  )
}
