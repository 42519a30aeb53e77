import { counted } from '../counted.js'
import { type Command, type CommandContext, readArgs, WrongUsage } from './command.js'

export const searchCommand: Command = {
  name: 'search',
  usage: 'search WORDS [--limit N]',
  summary: 'Find works',
  help: `Words, "a phrase", -without, in any script: pinyin and other spellings find the same works. --limit is 1 to 100, default 10. Nothing found
is no failure: exit code 0.`,
  run: async (args, context) => {
    const { values, positionals } = readArgs(
      { args: args.map(keepExclusion), options: { limit: { type: 'string' } } },
      Number.POSITIVE_INFINITY,
    )
    if (positionals.length === 0) throw new WrongUsage('WORDS are missing.')
    const limit = Number(values.limit ?? 10)
    if (!Number.isInteger(limit) || limit < 1 || limit > 100)
      throw new WrongUsage(`--limit ${values.limit}: expected 1 to 100.`)
    return find(positionals.join(' ').replaceAll('\u0000', '-'), limit, context)
  },
}

/** `-word` excludes a word; only options begin with two dashes. */
const keepExclusion = (argument: string): string =>
  /^-[^-]/.test(argument) ? `\u0000${argument.slice(1)}` : argument

const find = async (q: string, limit: number, { openExisting, out }: CommandContext): Promise<number> => {
  const { services, searchIndex } = await openExisting()
  const answer = await services.search.search({ q, limit })
  for (const hit of answer.hits) out.object(hit)
  for (const [index, hit] of answer.hits.entries()) {
    const details = [hit.agents.slice(0, 3).join('; '), hit.year ?? '', hit.type].filter(Boolean).join(' · ')
    out.line(`${String(index + 1).padStart(2)}. ${hit.title}${details ? ` — ${details}` : ''}`)
    out.line(`    ${hit.id}  held by ${[...new Set(hit.holdings.map(({ member }) => member))].join(', ')}`)
  }
  if (answer.total === 0) {
    const [{ works }, indexed] = [await services.catalogue.counts(), await searchIndex.count()]
    const advice = answer.didYouMean ? `Did you mean ${answer.didYouMean}?` : 'Try fewer or other words.'
    out.line(
      indexed < works
        ? `Nothing found for ${q} among the ${indexed} of ${counted(works, 'work')} that can be searched. Index the others: shulian reconcile`
        : `Nothing found for ${q}. ${advice}`,
    )
  } else
    out.note(
      `${answer.totalIsExact ? counted(answer.total, 'work') : `${answer.total}+ works`}, ${answer.hits.length} shown, ${answer.tookMs} ms`,
    )
  return 0
}
