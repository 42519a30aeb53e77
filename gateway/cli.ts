import { createAdaptersCommand } from './commands/adapters.js'
import { createBackupCommand } from './commands/backup.js'
import { type Command, type CommandContext, WrongUsage } from './commands/command.js'
import { createConformanceCommand } from './commands/conformance-command.js'
import { jobsCommand } from './commands/jobs.js'
import { keysCommand } from './commands/keys.js'
import { membersCommand, sourcesCommand } from './commands/members.js'
import { createOutput } from './commands/output.js'
import { qualityCommand } from './commands/quality.js'
import { quarantineCommand } from './commands/quarantine.js'
import { createRestoreCommand } from './commands/restore.js'
import { runsCommand } from './commands/run-history.js'
import { createHarvestCommand, importCommand } from './commands/runs.js'
import { searchCommand } from './commands/search.js'
import { createServeCommand } from './commands/serve.js'
import { rebuildCommand, reconcileCommand, statusCommand } from './commands/upkeep.js'
import { workCommand } from './commands/work.js'
import { compileLater } from './compile-later.js'
import { ConfigInvalid, readConfig } from './config.js'
import { messageOf, ShulianError } from './contracts/errors.js'
import { storageErrorOf } from './database/storage-error.js'
import { type Gateway, version } from './gateway.js'
import { adapterKinds, openShulian, schemaOf } from './main.js'
import { openForServing, prepareForHarvest } from './sample/index.js'

const commands: Command[] = [
  createServeCommand({ openForServing }),
  workCommand,
  membersCommand,
  sourcesCommand,
  createAdaptersCommand(({ config }) => adapterKinds(config)),
  createHarvestCommand(prepareForHarvest),
  importCommand,
  runsCommand,
  quarantineCommand,
  qualityCommand,
  searchCommand,
  statusCommand,
  jobsCommand,
  keysCommand,
  rebuildCommand,
  reconcileCommand,
  createBackupCommand({ version }),
  createRestoreCommand(schemaOf),
  createConformanceCommand(prepareForHarvest),
]

/** The `shulian` command. @returns the exit code */
export const main = async (words: string[]): Promise<number> => {
  process.stdout.on('error', onUnread)
  const json = words.includes('--json')
  const args = words.filter((word) => word !== '--json')
  const out = createOutput(json)
  const command = commands.find(({ name }) => name === args[0])
  if (!command) return helpOrUsage(args, out.note)
  if (args.includes('--help') && command.name !== 'conformance') {
    process.stdout.write(helpOf(command))
    return 0
  }
  return run(command, args.slice(1), out)
}

/** Who reads has left, as `head` does when it has enough: an end like that of every other tool, and no crash. */
const onUnread = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
  process.exit(141)
}

const run = async (
  command: Command,
  args: string[],
  out: ReturnType<typeof createOutput>,
): Promise<number> => {
  if (command.isBulk) compileLater()
  const { signal, release } = interruptible()
  let opened: Promise<Gateway> | undefined
  try {
    const config = readConfig(process.env)
    const logLevel = config.logLevel === 'info' ? 'warn' : config.logLevel
    const open = (isToBeThere: boolean): Promise<Gateway> => {
      opened ??= openShulian({ ...config, logLevel }, { isToBeThere })
      return opened
    }
    const context: CommandContext = {
      config,
      out,
      signal,
      now: () => new Date(),
      open: () => open(false),
      openExisting: () => open(true),
    }
    return await command.run(args, context)
  } catch (error) {
    out.progress(null)
    return tell(error, command, out, signal)
  } finally {
    release()
    await opened?.then(
      (gateway) => gateway.close(),
      () => undefined,
    )
  }
}

/** Ctrl-C asks the work to stop at the next safe place; a second one stops at once. */
const interruptible = () => {
  const controller = new AbortController()
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(130)
    controller.abort(new Error('cancelled'))
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  return {
    signal: controller.signal,
    release: () => process.off('SIGINT', onSignal).off('SIGTERM', onSignal),
  }
}

const tell = (
  error: unknown,
  command: Command,
  out: ReturnType<typeof createOutput>,
  signal: AbortSignal,
): number => {
  if (error instanceof WrongUsage) {
    out.note(error.message)
    out.note(`Usage: shulian ${command.usage}`)
    out.note(`More: shulian ${command.name} --help`)
    return 2
  }
  if (signal.aborted) return 130
  const known = error instanceof ShulianError ? error : storageErrorOf(error)
  const [code, detail] = known ? [known.code, known.message] : ['INTERNAL', messageOf(error)]
  out.object({
    event: 'error',
    code,
    detail,
    ...(known?.options.errors ? { errors: known.options.errors } : {}),
  })
  // Settings stand one on a line, and are the operator's own; what other errors quote begins no line.
  const told = `${code}: ${detail}`
  for (const line of error instanceof ConfigInvalid ? told.split('\n') : [told]) out.note(line)
  if (!known && error instanceof Error) for (const line of error.stack?.split('\n') ?? []) out.note(line)
  return 1
}

const helpOrUsage = (args: string[], note: (text: string) => void): number => {
  if (args[0] === '--version') {
    process.stdout.write(`shulian ${version}\n`)
    return 0
  }
  const named = args[0] === 'help' ? commands.find(({ name }) => name === args[1]) : undefined
  if (named) {
    process.stdout.write(helpOf(named))
    return 0
  }
  const asked = args.length === 0 || args[0] === '--help' || args[0] === 'help'
  const lines = [
    'Usage: shulian VERB …',
    '',
    ...commands.flatMap(({ usage, summary }) => [`  shulian ${usage}`, `      ${summary}`]),
    '',
    'Each verb has --help, and --json: one JSON object a line on stdout. shulian --version says which this is.',
    'Exit codes: 0 done, 1 failed, 2 wrong usage, 130 cancelled. The data lies in SHULIAN_DATA_DIR (.shulian here); README.md has the other settings.',
  ]
  if (asked) {
    process.stdout.write(`${lines.join('\n')}\n`)
    return 0
  }
  note(`There is no verb '${args[0]}'. There are: ${commands.map(({ name }) => name).join(', ')}.`)
  note('Usage: shulian VERB …')
  note('More: shulian --help')
  return 2
}

const helpOf = ({ usage, summary, help }: Command): string =>
  `Usage: shulian ${usage}\n\n${summary}.\n${help ? `${help}\n` : ''}--json prints one JSON object a line on stdout.\n`
