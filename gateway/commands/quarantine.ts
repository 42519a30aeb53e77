import { readFileSync } from 'node:fs'
import type { QuarantineEntry } from '../contracts/catalogue.js'
import { messageOf, ShulianError } from '../contracts/errors.js'
import { type Command, type CommandContext, readArgs, required, WrongUsage, wrongVerb } from './command.js'
import { exportQuarantine } from './quarantine-export.js'
import { groupLines, lineOf, showLines } from './quarantine-lines.js'
import { showReport } from './runs.js'

export const quarantineCommand: Command = {
  name: 'quarantine',
  usage:
    'quarantine groups | list | show N | retry [N] [--with FILE] | export NAME   [--source MEMBER[/NAME]] [--code CODE] [--all]',
  summary: 'Records that were set aside, each with its reason',
  help: [
    'groups shows them by cause, with what to do; show N marks the place in the bytes of one.',
    'retry reads the kept bytes again, of one, of a --source, of a --code or of all; --with FILE reads what you mended instead, for one record N.',
    'export writes NAME.mrc, NAME.xml … (one for each carrier they came in) for your own system, and NAME.csv with the reasons. What was mended comes back by import.',
    '--source and --code name those of one source, of one cause: of groups, list, retry and export. --all takes those that are resolved too: of groups,',
    'list and export.',
  ].join('\n'),
  run: (args, context) => {
    const [verb, ...rest] = args
    if (verb === 'groups') return groups(rest, context)
    if (verb === 'list') return list(rest, context)
    if (verb === 'show') return show(rest, context)
    if (verb === 'retry') return retry(rest, context)
    if (verb === 'export') return exported(rest, context)
    throw wrongVerb('quarantine', verb, 'groups, list, show, retry or export')
  },
}

/** Which entries: of a source, of a cause, and unless `--all` only those that are open. */
const filterOf = (args: string[], words = 0) => {
  const { values, positionals } = readArgs(
    {
      args,
      options: { source: { type: 'string' }, code: { type: 'string' }, all: { type: 'boolean' } },
    },
    words,
  )
  return {
    positionals,
    filter: {
      ...(values.source && { source: values.source }),
      ...(values.code && { code: values.code }),
      ...(values.all ? {} : { state: 'open' as const }),
    },
  }
}

const groups = async (args: string[], { openExisting, out, config }: CommandContext): Promise<number> => {
  const { filter } = filterOf(args)
  const { catalogue } = (await openExisting()).services
  let shown = 0
  for (;;) {
    const page = await catalogue.quarantineGroups({ ...filter, limit: 100, offset: shown })
    for (const group of page) {
      out.object(group)
      for (const line of groupLines(group, config.language)) out.line(line)
    }
    shown += page.length
    if (page.length < 100) break
  }
  if (shown === 0) out.line('Nothing is set aside.')
  return 0
}

const list = async (args: string[], { openExisting, out, config }: CommandContext): Promise<number> => {
  const { filter } = filterOf(args)
  const { catalogue } = (await openExisting()).services
  let last: QuarantineEntry | undefined
  for (;;) {
    const page = await catalogue.quarantine({ ...filter, limit: 100, after: last?.number ?? 0 })
    for (const entry of page) {
      out.object(entry)
      out.line(lineOf(entry, config.language))
    }
    last = page.at(-1) ?? last
    if (page.length < 100) break
  }
  if (!last) out.line('Nothing is set aside.')
  return 0
}

const show = async (args: string[], { openExisting, out, config }: CommandContext): Promise<number> => {
  const { positionals } = readArgs({ args, options: {} }, 1)
  const entry = await (await openExisting()).services.catalogue.quarantined(numberOf(positionals[0]))
  out.object({ ...entry, bytes: Buffer.from(entry.bytes).toString('base64') })
  for (const line of showLines(entry, config.language)) out.line(line)
  return 0
}

const retry = async (args: string[], context: CommandContext): Promise<number> => {
  const { values, positionals } = readArgs(
    {
      args,
      options: { source: { type: 'string' }, code: { type: 'string' }, with: { type: 'string' } },
    },
    1,
  )
  const number = positionals[0] === undefined ? undefined : numberOf(positionals[0])
  if (values.with !== undefined && number === undefined)
    throw new WrongUsage('--with FILE mends one record: name its number.')
  const { source, code } = values
  const { catalogue } = (await context.openExisting()).services
  const replacement = values.with === undefined ? {} : { replacement: mended(values.with) }
  const reports = await catalogue.retry({ number, source, code, ...replacement }, { signal: context.signal })
  if (reports.length === 0) context.out.line('Nothing is set aside.')
  return reports
    .map((report) => showReport(report, context))
    .reduce((worst, code) => Math.max(worst, code), 0)
}

const exported = async (args: string[], { openExisting, out, signal }: CommandContext): Promise<number> => {
  const { filter, positionals } = filterOf(args, 1)
  const name = required(positionals[0], 'NAME, what the files are to be called,')
  const { catalogue } = (await openExisting()).services
  const files = await exportQuarantine(catalogue, filter, name, signal)
  if (files.length === 0) out.line('Nothing is set aside.')
  for (const file of files) {
    out.object({ event: 'written', file })
    out.line(`Wrote ${file}`)
  }
  return 0
}

const mended = (path: string): Uint8Array => {
  try {
    return readFileSync(path)
  } catch (cause) {
    throw new ShulianError('FILE_NOT_READABLE', `${path} cannot be read: ${messageOf(cause)}`, { cause })
  }
}

const numberOf = (text: string | undefined): number => {
  const number = Number(required(text, 'The number N'))
  if (!Number.isInteger(number) || number < 1)
    throw new WrongUsage(`${text}: expected the number that quarantine list shows.`)
  return number
}
