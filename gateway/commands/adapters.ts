import type { AdapterKind } from '../contracts/adapter.js'
import {
  type Command,
  type CommandContext,
  readArgs,
  required,
  table,
  WrongUsage,
  wrongVerb,
} from './command.js'

/** `kinds` is asked for when the command runs: packages of the consortium file are loaded then. */
export const createAdaptersCommand = (
  kinds: (context: CommandContext) => Promise<readonly AdapterKind[]>,
): Command => ({
  name: 'adapters',
  usage: 'adapters list | show KIND',
  summary: 'Protocols that members can be spoken to in',
  help: 'show lists what a KIND takes as --option KEY=VALUE of shulian sources add, and what it can do.',
  run: async ([verb, ...rest], context) => {
    const words = (most: number) => readArgs({ args: rest, options: {} }, most).positionals
    if (verb === 'list') {
      words(0)
      const all = await kinds(context)
      for (const { kind, summary, capabilities } of all) context.out.object({ kind, summary, capabilities })
      for (const line of table(
        all.map(({ kind, summary, capabilities }) => [kind, capabilities.join(','), summary]),
      ))
        context.out.line(line)
      return 0
    }
    if (verb !== 'show') throw wrongVerb('adapters', verb, 'list or show')
    const wanted = required(words(1)[0], 'The adapter’s KIND')
    const all = await kinds(context)
    const found = all.find(({ kind }) => kind === wanted)
    if (!found)
      throw new WrongUsage(
        `There is no adapter '${wanted}'. There are: ${all.map(({ kind }) => kind).join(', ')}.`,
      )
    context.out.object({
      kind: found.kind,
      summary: found.summary,
      capabilities: found.capabilities,
      options: found.options,
    })
    context.out.line(`${found.kind}: ${found.summary}`)
    context.out.line(`can: ${found.capabilities.join(', ')}`)
    for (const line of optionLines(found.options)) context.out.line(line)
    return 0
  },
})

const optionLines = (schema: object): string[] => {
  const { properties = {}, required: needed = [] } = schema as {
    properties?: Record<string, { description?: string; default?: unknown }>
    required?: string[]
  }
  return Object.entries(properties).map(
    ([name, { description = '', default: fallback }]) =>
      `  --option ${name}=…  ${needed.includes(name) ? '(required) ' : ''}${description}${fallback === undefined ? '' : ` (default ${JSON.stringify(fallback)})`}`,
  )
}
