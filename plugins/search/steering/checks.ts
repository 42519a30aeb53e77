import { ShulianError } from '../../../gateway/contracts/index.js'
import { fold } from '../../../standards/text/folding.js'
import type { BestBetRule, Rule, SaidRule, SynonymRule } from './rule.js'
import { isOver, queryKey } from './steering.js'

/** Rules that stand at once: they are read into memory, and somebody has to know what they do. */
const mostRules = 2_000
/** Synonyms of one phrase: each makes every search for it dearer. */
const mostOfOne = 5
const mostTokens = 12
const dayMs = 86_400_000
const mostDays = 730

/**
 * Whether a rule may stand beside those that do.
 * @throws ShulianError RULE_INVALID (422), RULE_KNOWN, SYNONYM_LOOP, RULES_FULL (409)
 */
export const assertRule = (rule: Rule, standing: readonly SaidRule[], now: Date): void => {
  if (standing.length >= mostRules)
    throw refused(
      'RULES_FULL',
      `At most ${mostRules} rules stand at once. Take back what is of no use any more.`,
    )
  if (rule.kind === 'best-bet') assertBestBet(rule, standing, now)
  else assertSynonym(rule, standing)
}

const assertBestBet = (rule: BestBetRule, standing: readonly SaidRule[], now: Date): void => {
  const key = queryKey(rule.q)
  if (key === '') throw invalid('q', 'a query with at least one letter or number', rule.q)
  if (rule.note.trim() === '') throw invalid('note', 'why these works are recommended', 'nothing')
  if (isOver(rule, now)) throw invalid('until', 'today or later', String(rule.until))
  if (rule.until !== undefined && Date.parse(rule.until) > now.getTime() + mostDays * dayMs)
    throw invalid('until', `within ${mostDays} days`, rule.until)
  const other = standing.find((said) => said.rule.kind === 'best-bet' && queryKey(said.rule.q) === key)
  if (other)
    throw refused(
      'RULE_KNOWN',
      `Best bet ${other.number} is for this query. Take it back before another is made.`,
    )
}

const assertSynonym = (rule: SynonymRule, standing: readonly SaidRule[]): void => {
  const [from, to] = [tokensOf(rule, 'from'), tokensOf(rule, 'to')]
  if (from === to)
    throw invalid('to', `another phrase than '${rule.from}', to a reader who types either`, rule.to)
  const synonyms = standing.flatMap(({ number, rule }) =>
    rule.kind === 'synonym' ? [edgeOf(rule, number)] : [],
  )
  const known = synonyms.find(
    (one) =>
      (one.from === from && one.to === to && (one.bothWays || !rule.bothWays)) ||
      (one.bothWays && one.from === to && one.to === from),
  )
  if (known) throw refused('RULE_KNOWN', `Synonym ${known.number} says so already.`)
  const ofOne = synonyms.filter((one) => one.from === from || (one.bothWays && one.to === from))
  if (ofOne.length >= mostOfOne)
    throw refused(
      'RULES_FULL',
      `'${rule.from}' has ${mostOfOne} synonyms. Take one back before another is made.`,
    )
  const way = rule.bothWays ? undefined : pathOf(to, from, synonyms)
  if (way)
    throw refused(
      'SYNONYM_LOOP',
      `Synonyms ${way.join(', ')} lead from '${rule.to}' back to '${rule.from}'. If they mean the same, take those back and make one that goes both ways.`,
    )
}

const tokensOf = (rule: SynonymRule, name: 'from' | 'to'): string => {
  const tokens = fold(rule[name])
  if (tokens.length === 0) throw invalid(name, 'a phrase with at least one letter or number', rule[name])
  if (tokens.length > mostTokens)
    throw invalid(name, `at most ${mostTokens} words or characters`, `${tokens.length}`)
  return tokens.join(' ')
}

interface Edge {
  number: number
  from: string
  to: string
  bothWays: boolean
}

const edgeOf = ({ from, to, bothWays }: SynonymRule, number: number): Edge => ({
  number,
  from: fold(from).join(' '),
  to: fold(to).join(' '),
  bothWays,
})

/** Numbers of the synonyms of one way that lead from a phrase to another. */
const pathOf = (start: string, end: string, synonyms: readonly Edge[]): number[] | undefined => {
  const paths = new Map<string, number[]>([[start, []]])
  for (const [phrase, path] of paths) {
    if (phrase === end) return path
    for (const { from, to, number, bothWays } of synonyms)
      if (!bothWays && from === phrase && !paths.has(to)) paths.set(to, [...path, number])
  }
  return undefined
}

const refused = (code: string, detail: string) => new ShulianError(code, detail, { status: 409 })

export const invalid = (path: string, expected: string, got: string) =>
  new ShulianError('RULE_INVALID', `${path}: expected ${expected}, got ${got}.`, {
    status: 422,
    errors: [{ path: `rule.${path}`, expected, got }],
  })
