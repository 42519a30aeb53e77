import type { Pair } from './candidates.js'
import type { ErrorKind, Judged } from './errors.js'
import { scoresOf } from './scores.js'

type Report = (line: string) => void

const percent = (share: number): string => (share * 100).toFixed(2)

export const tellScores = (
  report: Report,
  label: string,
  found: readonly string[],
  wanted: readonly string[],
): void => {
  const { precision, recall, f1, bCubed, pairs, largest } = scoresOf(found, wanted)
  report(
    `  ${label.padEnd(14)} precision ${percent(precision)}  recall ${percent(recall)}  F1 ${percent(f1)}  of ${pairs} pairs;` +
      `  B-cubed ${percent(bCubed.precision)} / ${percent(bCubed.recall)} / ${percent(bCubed.f1)};  largest ${largest}`,
  )
}

export const tellGrey = (report: Report, judged: readonly Judged[], pairs: readonly Pair[]): void => {
  const grey = pairs.filter(({ comparison }) => comparison.outcome === 'grey')
  const open = grey.filter(({ a, b }) => judged[a]?.work !== judged[b]?.work)
  const same = open.filter(({ a, b }) => judged[a]?.truth.work === judged[b]?.truth.work)
  report(
    `  ${'grey'.padEnd(14)} ${grey.length} pairs, ${open.length} of them left to a librarian, who would join ${same.length}`,
  )
}

/** Every kind with its count; examples of the most frequent. */
export const tellErrors = (
  report: Report,
  heading: string,
  kinds: readonly ErrorKind[],
  most: number,
): void => {
  report(`  ${heading}: ${kinds.reduce((sum, { count }) => sum + count, 0)} pairs`)
  for (const [at, { kind, count, examples }] of kinds.entries()) {
    report(`    ${String(count).padStart(5)}  ${kind}`)
    if (at < most) for (const example of examples) report(example.replace(/^/gm, '             '))
  }
}
