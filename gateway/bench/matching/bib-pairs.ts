import { existsSync, readFileSync } from 'node:fs'
import type { Description } from '../../../standards/record/v1-draft.js'
import { articleOf } from './citations.js'

export interface BibPair {
  name: string
  a: Description
  b: Description
  isOne: boolean
}

interface Case {
  id: string
  record_a: Record<string, string>
  record_b: Record<string, string>
  expected_duplicate: boolean
}

/** Pairs of BibTeX-like records with the verdict of those who wrote bib-dedupe. */
export function bibPairs(path: string): BibPair[] | undefined {
  if (!existsSync(path)) return undefined
  const { cases } = JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] }
  return cases.map(({ id, record_a, record_b, expected_duplicate }) => ({
    name: id,
    a: describe(record_a),
    b: describe(record_b),
    isOne: expected_duplicate,
  }))
}

const describe = (record: Record<string, string>): Description => {
  const { title, author, journal, booktitle, year, volume, number: issue, pages, doi } = record
  const host = journal ?? booktitle
  return articleOf({
    title: title ?? '',
    authors: authorsIn(author ?? ''),
    ...(host && { journal: host }),
    ...(year && { year }),
    ...(volume && { volume }),
    ...(issue && { issue }),
    ...(pages && { pages }),
    ...(doi && { doi }),
  })
}

/** `A and B`, `A; B`, and as exports run them together: `Tan A.Schulze A.O'Donnell C. P.` */
const authorsIn = (text: string): string[] =>
  text
    .split(/\s+and\s+|;\s*|(?<=\p{Lu}\.)(?=\p{Lu}\p{L})/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'UNKNOWN')
