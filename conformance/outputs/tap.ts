import type { ConformanceReport, Result } from '../report.js'

/**
 * TAP 14. A harness takes `ok … # SKIP` for success: only what the adapter declares not to have is skipped. A MUST that
 * was not proved is `not ok`; a SHOULD, and what nobody can test, is `not ok … # TODO`, which is shown and does not
 * fail the harness.
 */
export const toTap = ({ results, verdict }: ConformanceReport): string => {
  const points = results.flatMap((result, at) => point(result, at + 1))
  return `${['TAP version 14', `1..${results.length}`, ...points, `# ${verdict}`].join('\n')}\n`
}

const point = (result: Result, number: number): string[] => {
  const { requirement, keyword, title, outcome } = result
  const name = escaped(`${requirement} ${keyword} ${title.en}`)
  const reason = escaped(result.messages.en.came)
  if (outcome === 'passed') return [`ok ${number} - ${name}`]
  if (outcome === 'inapplicable') return [`ok ${number} - ${name} # SKIP ${reason}`]
  if (keyword !== 'MUST' || result.testability === 'untestable')
    return [`not ok ${number} - ${name} # TODO ${outcome}: ${reason}`]
  return [`not ok ${number} - ${name}`, ...diagnostic(result)]
}

/** A YAML block whose values are JSON strings: every JSON string is one of YAML too. */
const diagnostic = ({ outcome, party, messages, request }: Result): string[] => {
  const values = { outcome, party, ...messages.en, request }
  const lines = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`)
  return ['  ---', ...lines, '  ...']
}

/** TAP 14 §Escaping; a line end would begin another test point. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\#]/g, '\\$&')
