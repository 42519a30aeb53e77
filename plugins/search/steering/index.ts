import type { Kysely } from 'kysely'
import {
  type Catalogue,
  type Kernel,
  type PluginParts,
  type SearchAnswer,
  type SearchDocument,
  type SearchRequest,
  ShulianError,
} from '../../../gateway/contracts/index.js'
import { documentsOf } from './best-bet.js'
import { assertRule, invalid } from './checks.js'
import { type Effect, effectOf, queriesOf, type Said, type Saying } from './effect.js'
import { steeringRoutes } from './routes.js'
import type { Rule, SaidRule } from './rule.js'
import { type Steering, steeringOf } from './steering.js'
import { createRules } from './store.js'
import type { SteeringTables } from './tables.js'

export { migrations } from './tables.js'

export interface Steered extends Required<Pick<PluginParts, 'routes'>> {
  /** The rules that stand. */
  current(): Promise<Steering>
  /** Works as they are found. */
  documents(ids: readonly string[]): Promise<SearchDocument[]>
}

/** What librarians say about search: synonyms and best bets, each shown before it is said, each taken back at will. */
export const createSteering = (
  kernel: Kernel,
  parts: {
    catalogue: Pick<Catalogue, 'documents' | 'work'>
    searchWith(steering: Steering, request: SearchRequest): Promise<SearchAnswer>
  },
): Steered => {
  const rules = createRules(kernel.database as Kysely<SteeringTables>, kernel.now)
  const documents = (ids: readonly string[]) => documentsOf(parts.catalogue, ids)
  const compiled = (said: readonly SaidRule[]) => steeringOf(said, kernel.now())

  const effects = async (rule: Rule, q: string | undefined, before: SaidRule[], after: SaidRule[]) => {
    const sides = { before: compiled(before), after: compiled(after) }
    const all: Effect[] = []
    for (const one of queriesOf(rule, q)) all.push(await effectOf(parts.searchWith, one, sides))
    return all
  }

  const say = async (rule: Rule, { by, preview, q }: Saying): Promise<Said> => {
    const standing = [...(await rules.standing())]
    assertRule(rule, standing, kernel.now())
    if (rule.kind === 'best-bet') await assertWorks(rule.works)
    const added = { number: 0, rule, by, at: kernel.now().toISOString() }
    const seen = await effects(rule, q, standing, [...standing, added])
    return preview ? { effects: seen } : { rule: await rules.add(rule, by), effects: seen }
  }

  const assertWorks = async (ids: readonly string[]) => {
    for (const id of ids)
      if ((await documents([id])).length === 0)
        throw invalid('works', 'works of the catalogue', `'${id}', which is none`)
  }

  const undo = async (number: number, { by, preview, q }: Saying): Promise<Said> => {
    const standing = [...(await rules.standing())]
    const said = standing.find((one) => one.number === number)
    if (!said) throw unknown(number)
    const rest = standing.filter((one) => one !== said)
    const seen = await effects(said.rule, q, standing, rest)
    if (preview) return { effects: seen }
    if (!(await rules.undo(number, by))) throw unknown(number)
    return { rule: { ...said, undone: { by, at: kernel.now().toISOString() } }, effects: seen }
  }

  let known: { said: readonly SaidRule[]; steering: Steering; day: string } | undefined
  return {
    documents,
    current: async () => {
      const said = await rules.standing()
      const day = kernel.now().toISOString().slice(0, 10)
      if (known?.said !== said || known.day !== day) known = { said, steering: compiled(said), day }
      return known.steering
    },
    routes: steeringRoutes({ list: rules.list, say, undo, now: kernel.now, works: documents }),
  }
}

const unknown = (number: number) =>
  new ShulianError('RULE_UNKNOWN', `No rule ${number} stands. It may have been taken back already.`, {
    status: 404,
  })
