import { join } from 'node:path'
import { cluesOf } from '../../standards/matching/clues.js'
import { compare } from '../../standards/matching/compare.js'
import { projectRoot } from '../root.js'
import { type BibPair, bibPairs } from './matching/bib-pairs.js'
import { articleOf } from './matching/citations.js'
import { markedCitations } from './matching/endnote.js'
import { shown } from './matching/figures.js'
import { groupAll } from './matching/grouping.js'
import { comparePairs, labelledPairs, paperOf, productOf } from './matching/labelled-pairs.js'
import { type MarcPair, marcPairs } from './matching/marc-pairs.js'
import { measureSpeed } from './matching/speed.js'

export const name = 'matching'

type Report = (line: string) => void

/** Blocks of more records join nothing. */
const cap = 60

/**
 * How well pairs are told, against truth that others made: labelled pairs of papers and products, a set of citations
 * whose copies were marked by hand, MARC records that cataloguers judged. Weights may be chosen on the valid splits;
 * `--test` measures the test splits. What goes to a librarian counts as not joined. Then the speed.
 */
export async function run(report: Report): Promise<void> {
  const folder = join(projectRoot(), '..', 'shared', 'corpus', 'dedup')
  const splits = process.argv.includes('--test') ? ['valid', 'test'] : ['valid']
  for (const split of splits) {
    papers(report, join(folder, 'dblp-acm', 'Structured', 'DBLP-ACM', `${split}.txt`), `DBLP-ACM ${split}`)
    papers(report, join(folder, 'dblp-acm', 'Dirty', 'DBLP-ACM', `${split}.txt`), `DBLP-ACM dirty ${split}`)
    products(report, join(folder, 'amazon-google', 'Structured', 'Amazon-Google', `${split}.txt`), split)
  }
  citations(report, join(folder, 'dedupe-sweep-old', 'old', 'respiratory.xml'))
  marc(report, folder)
  bib(report, join(folder, 'bib-dedupe', 'tests', 'test_cases.json'))
  measureSpeed(report)
}

function papers(report: Report, path: string, label: string): void {
  const pairs = labelledPairs(path)
  report(pairs ? `${label}: ${shown(comparePairs(pairs, paperOf))}` : `${label}: skipped, ${path} is absent`)
}

function products(report: Report, path: string, split: string): void {
  const pairs = labelledPairs(path)
  const label = `Amazon-Google ${split} (products, not bibliographic)`
  report(
    pairs ? `${label}: ${shown(comparePairs(pairs, productOf))}` : `${label}: skipped, ${path} is absent`,
  )
}

function citations(report: Report, path: string): void {
  const marked = markedCitations(path)
  if (!marked) {
    report(`respiratory citations: skipped, ${path} is absent`)
    return
  }
  const { figures, compared, overflow, largest } = groupAll(
    marked.citations.map(articleOf),
    marked.citations.map(({ group }) => group),
    cap,
  )
  report(`respiratory citations, ${marked.citations.length} of them grouped whole: ${shown(figures)}`)
  report(
    `  ${compared} pairs compared, ${overflow} blocks over ${cap}, largest work ${largest}; ${marked.alone} marked, but like no other`,
  )
}

/**
 * What cataloguers would merge is one work at least; what they would not is not one version. Where they were only asked
 * whether two records that met already may be merged, it is enough that nothing speaks against it.
 */
function marc(report: Report, folder: string): void {
  const found = marcPairs(folder)
  if (!found) {
    report(`Melinda’s MARC pairs: skipped, ${folder} is absent`)
    return
  }
  const isRight = ({ a, b, isOne, mayMerge }: MarcPair): boolean => {
    const { outcome, evidence } = compare(cluesOf(a), cluesOf(b))
    if (!isOne) return outcome !== 'version'
    return (
      outcome === 'work' || outcome === 'version' || (mayMerge && evidence.every(({ points }) => points >= 0))
    )
  }
  const wrong = found.pairs.filter((pair) => !isRight(pair))
  report(`Melinda’s MARC pairs: ${found.pairs.length - wrong.length} of ${found.pairs.length} right`)
  for (const { name: pair, description } of wrong) report(`  wrong: ${pair}: ${description}`)
  report(`  left out: ${found.left.map(([pair, reason]) => `${pair} (${reason})`).join(', ')}`)
}

function bib(report: Report, path: string): void {
  const pairs = bibPairs(path)
  if (!pairs) {
    report(`bib-dedupe’s pairs: skipped, ${path} is absent`)
    return
  }
  const isRight = ({ a, b, isOne }: BibPair): boolean => {
    const { outcome } = compare(cluesOf(a), cluesOf(b))
    return isOne === (outcome === 'work' || outcome === 'version')
  }
  const wrong = pairs.filter((pair) => !isRight(pair))
  report(`bib-dedupe’s pairs: ${pairs.length - wrong.length} of ${pairs.length} right`)
  for (const { name: pair } of wrong) report(`  wrong: ${pair}`)
}
