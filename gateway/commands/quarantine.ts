import { readFileSync } from 'node:fs'
import type { QuarantineEntry } from '../contracts/services.js'
import { type Command, type CommandContext, readArgs, required, WrongUsage } from './command.js'
import { showReport } from './runs.js'

export const quarantineCommand: Command = {
  name: 'quarantine',
  usage:
    'quarantine list [--source MEMBER/NAME] [--all] | show N | retry [N] [--source MEMBER/NAME] [--with FILE]',
  summary: 'Records that were set aside, each with its reason',
  help: 'retry reads the kept bytes again; --with FILE reads what you mended instead, for one record N.',
  run: (args, context) => {
    const [verb, ...rest] = args
    if (verb === 'list') return list(rest, context)
    if (verb === 'show') return show(numberOf(rest[0]), context)
    if (verb === 'retry') return retry(rest, context)
    throw new WrongUsage(`quarantine ${verb ?? ''}: expected list, show or retry.`)
  },
}

const list = async (args: string[], { open, out, config }: CommandContext): Promise<number> => {
  const { values } = readArgs({ args, options: { source: { type: 'string' }, all: { type: 'boolean' } } })
  const { catalogue } = (await open()).services
  let after = 0
  let shown = 0
  for (;;) {
    const page = await catalogue.quarantine({
      limit: 100,
      after,
      ...(values.source && { source: values.source }),
      ...(values.all ? {} : { state: 'open' as const }),
    })
    for (const entry of page) {
      out.object(entry)
      out.line(lineOf(entry, config.language))
    }
    shown += page.length
    const last = page.at(-1)
    if (!last || page.length < 100) break
    after = last.number
  }
  if (shown === 0) out.line('Nothing is set aside.')
  return 0
}

const lineOf = (
  { number, source, sourceId, state, finding }: QuarantineEntry,
  language: 'en' | 'zh',
): string =>
  `${number}  ${source}  ${sourceId ?? '-'}  ${state}  ${finding.code}: ${(language === 'zh' && finding.detailZh) || finding.detail}`

const show = async (number: number, { open, out, config }: CommandContext): Promise<number> => {
  const entry = await (await open()).services.catalogue.quarantined(number)
  out.object({ ...entry, bytes: Buffer.from(entry.bytes).toString('base64') })
  out.line(lineOf(entry, config.language))
  out.line(
    `run ${entry.run}, ${entry.at}, byte ${entry.offset ?? '?'} of its file, ${entry.size} bytes, taken as ${entry.format ?? 'unknown'}`,
  )
  const { path, expected, got, offset } = entry.finding
  if (path) out.line(`in ${path}`)
  if (expected) out.line(`expected ${expected}, got ${got ?? 'nothing'}`)
  for (const line of hexLines(entry.bytes, offset ?? 0)) out.line(line)
  return 0
}

/** Eight lines of bytes around the place. */
const hexLines = (bytes: Uint8Array, place: number): string[] => {
  const from = Math.max(0, Math.floor((place - 48) / 16) * 16)
  const lines: string[] = []
  for (let at = from; at < Math.min(bytes.length, from + 128); at += 16) {
    const row = [...bytes.subarray(at, at + 16)]
    const text = row.map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('')
    const mark = place >= at && place < at + 16 ? '>' : ' '
    lines.push(
      `${mark} ${at.toString().padStart(6)}  ${row
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join(' ')
        .padEnd(47)}  ${text}`,
    )
  }
  return lines
}

const retry = async (args: string[], context: CommandContext): Promise<number> => {
  const { values, positionals } = readArgs({
    args,
    options: { source: { type: 'string' }, with: { type: 'string' } },
  })
  const number = positionals[0] === undefined ? undefined : numberOf(positionals[0])
  if (values.with !== undefined && number === undefined)
    throw new WrongUsage('--with FILE mends one record: name its number.')
  const { catalogue } = (await context.open()).services
  const reports = await catalogue.retry(
    {
      number,
      source: values.source,
      ...(values.with === undefined ? {} : { replacement: readFileSync(values.with) }),
    },
    { signal: context.signal },
  )
  if (reports.length === 0) context.out.line('Nothing is set aside.')
  return reports
    .map((report) => showReport(report, context))
    .reduce((worst, code) => Math.max(worst, code), 0)
}

const numberOf = (text: string | undefined): number => {
  const number = Number(required(text, 'The number N'))
  if (!Number.isInteger(number) || number < 1)
    throw new WrongUsage(`${text}: expected the number that quarantine list shows.`)
  return number
}
