import { type ParseArgsConfig, parseArgs } from 'node:util'
import type { Config } from '../config.js'
import { ShulianError } from '../contracts/errors.js'
import type { Gateway } from '../gateway.js'

/** One verb of `shulian`. */
export interface Command {
  name: string
  /** Without the leading `shulian `. */
  usage: string
  summary: string
  /** More for `--help`: options, examples. */
  help?: string
  /** Works through much, and no reader waits for it. */
  isBulk?: true
  /** @returns the exit code: 0 done, 1 failed, 2 wrong usage, 130 cancelled */
  run(args: string[], context: CommandContext): Promise<number>
}

export interface CommandContext {
  config: Config
  out: Output
  signal: AbortSignal
  /** Opens the data folder, or makes it; closed by the caller of the command. */
  open(): Promise<Gateway>
  /** The same for whoever has nothing to bring: an installation must be there. @throws ShulianError INSTALLATION_MISSING */
  openExisting(): Promise<Gateway>
  now(): Date
}

/** Results go to stdout, everything about the work to stderr. */
export interface Output {
  json: boolean
  /** For people; nothing with `--json`. */
  line(text: string): void
  /** One JSON object a line; nothing without `--json`. */
  object(value: object): void
  note(text: string): void
  progress(text: string | null): void
}

/** For what is brought to a member: one must have been added, unless the consortium file names some. */
export const openForSource = ({ config, open, openExisting }: CommandContext): Promise<Gateway> =>
  config.consortium === null ? openExisting() : open()

export class WrongUsage extends ShulianError {
  constructor(message: string) {
    super('WRONG_USAGE', message, { status: 400 })
  }
}

/**
 * `parseArgs` with its complaints as wrong usage.
 * @param most words beside the options: one that would be passed over was meant for something
 */
export const readArgs = <T extends ParseArgsConfig>(config: T, most: number) => {
  const read = parsed(config)
  const over = read.positionals[most]
  if (over !== undefined) throw new WrongUsage(`${over}: not expected here.`)
  return read
}

const parsed = <T extends ParseArgsConfig>(config: T) => {
  try {
    return parseArgs({ ...config, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new WrongUsage(cause instanceof Error ? cause.message.split('. To specify')[0]! : String(cause))
  }
}

/** For a command that was given none of its verbs. @param expected 'list, show or add' */
export const wrongVerb = (command: string, verb: string | undefined, expected: string): WrongUsage =>
  new WrongUsage(`${[command, verb].filter(Boolean).join(' ')}: expected ${expected}.`)

export const required = (value: string | undefined, what: string): string => {
  if (value === undefined || value === '') throw new WrongUsage(`${what} is missing.`)
  return value
}

/** `--option KEY=VALUE` given several times → an object; numbers and true/false are read as such. */
export const readOptions = (pairs: string[]): Record<string, unknown> => {
  const options: Record<string, unknown> = {}
  for (const pair of pairs) {
    const at = pair.indexOf('=')
    if (at < 1) throw new WrongUsage(`--option ${pair}: expected KEY=VALUE.`)
    const [key, text] = [pair.slice(0, at), pair.slice(at + 1)]
    const value = text === 'true' ? true : text === 'false' ? false : text
    options[key] = key in options ? [options[key], value].flat() : value
  }
  return options
}

/** Columns side by side, wide characters counted twice. */
export const table = (rows: string[][]): string[] => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
      .join('  ')
      .trimEnd(),
  )
}

const widthOf = (text: string): number => {
  let width = 0
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1
  return width
}
