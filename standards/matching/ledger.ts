import type { Evidence } from './comparison.js'
import { type Rule, type RuleName, rules } from './rules.js'

/** Evidence as it is found, weighed by the table of rules. */
export class Ledger {
  readonly evidence: Evidence[] = []
  score = 0

  /** `adjust`: what this pair takes from or adds to what the rule gives. `isVeto`: false where other evidence excuses it. */
  add(
    name: RuleName,
    agreement: Evidence['agreement'],
    a: string | undefined,
    b: string | undefined,
    adjust = 0,
    isVeto = true,
  ): void {
    const rule: Rule = rules[name]
    const points = (agreement === 'unknown' ? 0 : rule[agreement]) + adjust
    const found: Evidence = { name, agreement, points }
    if (a !== undefined) found.a = a
    if (b !== undefined) found.b = b
    if (agreement === 'differs' && rule.veto && isVeto) found.veto = rule.veto
    this.evidence.push(found)
    this.score += points
  }
}
