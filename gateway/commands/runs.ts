import { createReadStream, existsSync, statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { carriers } from '../../standards/formats/carriers.js'
import { guessFormat } from '../../standards/formats/detect.js'
import type { Format } from '../../standards/record/change.js'
import type { RunReport } from '../../standards/record/run-report.js'
import type { ImportFile } from '../contracts/catalogue.js'
import { ShulianError } from '../contracts/errors.js'
import { fileAdapters } from '../contracts/file-adapters.js'
import type { Gateway } from '../gateway.js'
import { giveWay } from '../threads/give-way.js'
import { type Command, type CommandContext, readArgs, required, WrongUsage } from './command.js'
import { showProgress } from './progress.js'

/** Vocabularies a file may be in, and the adapter that reads it. MARCXML carries either MARC: which is told from it. */
const vocabularies: Record<string, { adapter: string; format?: Format }> = {
  ...Object.fromEntries(
    (Object.keys(fileAdapters) as Format[]).map((format) => [
      format,
      { adapter: fileAdapters[format], format },
    ]),
  ),
  marcxml: { adapter: 'marc-file' },
}

export const createHarvestCommand = (
  prepare: (gateway: Gateway) => Promise<() => Promise<void>>,
): Command => ({
  name: 'harvest',
  usage: 'harvest MEMBER[/NAME] [--full]',
  summary: 'Read what changed in a source; --full reads all of it',
  run: async (args, context) => {
    const { values, positionals } = readArgs({ args, options: { full: { type: 'boolean' } } })
    const source = required(positionals[0], 'MEMBER or MEMBER/NAME')
    const gateway = await context.open()
    const release = await prepare(gateway)
    try {
      const report = await gateway.services.catalogue.harvest(source, {
        signal: context.signal,
        full: values.full ?? false,
        onProgress: showProgress(context.out, () => performance.now()),
      })
      return showReport(report, context)
    } finally {
      await release()
    }
  },
})

export const importCommand: Command = {
  name: 'import',
  usage: `import FILE… --member ID[/NAME] [--full] [--format ${Object.keys(vocabularies).join('|')}]`,
  summary: 'Read files into a source of a member',
  help: 'Several files are one run with one report. Absence deletes nothing unless --full is given. Cancel with Ctrl-C; the same call goes on where it stopped.',
  run: async (args, context) => {
    const { values, positionals } = readArgs({
      args,
      options: { member: { type: 'string' }, full: { type: 'boolean' }, format: { type: 'string' } },
    })
    if (positionals.length === 0) throw new WrongUsage('FILE is missing.')
    const id = required(values.member, '--member')
    if (values.format !== undefined && !(values.format in vocabularies)) {
      throw new WrongUsage(
        `--format ${values.format}: expected one of ${Object.keys(vocabularies).join(', ')}.`,
      )
    }
    giveWay()
    const { files, notes } = await readInputs(positionals, values.format)
    const gateway = await context.open()
    const source = await sourceFor(gateway, id, files[0]!)
    for (const note of notes) context.out.note(note)
    const report = await gateway.services.catalogue.import(
      source,
      { files, notes },
      {
        signal: context.signal,
        full: values.full ?? false,
        onProgress: showProgress(context.out, () => performance.now()),
      },
    )
    return showReport(report, context, notes)
  },
}

const readInputs = async (
  locations: string[],
  format: string | undefined,
): Promise<{ files: ImportFile[]; notes: string[] }> => {
  const files: ImportFile[] = []
  const notes: string[] = []
  for (const given of locations) {
    const isWeb = /^https?:\/\//i.test(given)
    const location = isWeb ? given : resolve(given)
    const identity = isWeb ? { fingerprint: given } : identityOf(given)
    const known = format === undefined ? await guessed(location, isWeb, notes) : vocabularies[format]!
    files.push({ location, ...identity, ...known })
  }
  return { files, notes }
}

const identityOf = (path: string): { fingerprint: string; size: number } => {
  if (!existsSync(path))
    throw new ShulianError('FILE_NOT_FOUND', `There is no file ${path}.`, { status: 404 })
  const { size, mtimeMs } = statSync(path)
  return { fingerprint: `${size} ${mtimeMs}`, size }
}

const guessed = async (
  location: string,
  isWeb: boolean,
  notes: string[],
): Promise<{ adapter: string; format?: Format }> => {
  if (isWeb) return { adapter: 'marc-file' }
  const guess = guessFormat(await headOf(location), location)
  if (!guess) {
    throw new ShulianError(
      'FORMAT_UNKNOWN',
      `The format of ${location} cannot be told. Name it with --format ${Object.keys(vocabularies).join('|')}.`,
      { status: 422 },
    )
  }
  notes.push(
    `${basename(location)}: taken as ${guess.format}, ${carriers[guess.carrier].name} (${guess.reason}). If that is wrong, say what it is: --format ${Object.keys(vocabularies).join('|')}.`,
  )
  return { adapter: fileAdapters[guess.format], format: guess.format }
}

const headOf = async (path: string): Promise<Uint8Array> => {
  try {
    const chunks: Buffer[] = []
    for await (const chunk of createReadStream(path, { end: 65_535 })) chunks.push(chunk as Buffer)
    return Buffer.concat(chunks)
  } catch (cause) {
    throw new ShulianError(
      'FILE_NOT_READABLE',
      `The file ${path} cannot be read. Is it a file, and may this user read it?`,
      { cause, status: 422 },
    )
  }
}

/** The source named; made when the member has none of that name. */
const sourceFor = async ({ services }: Gateway, id: string, file: ImportFile): Promise<string> => {
  const [member, name = 'main'] = id.split('/') as [string, string?]
  await services.members.get(member)
  const sources = await services.members.sources(member)
  const full = `${member}/${name}`
  if (!sources.some((source) => source.id === full)) {
    await services.members.addSource({
      member,
      name,
      adapter: file.adapter,
      options: { path: file.location },
    })
  }
  return full
}

/** @param said notes that were told before it began */
export const showReport = (
  report: RunReport,
  { out }: CommandContext,
  said: readonly string[] = [],
): number => {
  out.progress(null)
  out.object({ event: 'finished', ...report })
  for (const note of report.notes ?? []) if (!said.includes(note)) out.note(note)
  const { read, accepted, warned, quarantined, deleted, unchanged, empty } = report
  out.line(
    `${report.source}: ${read} read = ${accepted} accepted (${warned} with warnings) + ${quarantined} set aside + ${deleted} deleted + ${unchanged} unchanged + ${empty} empty, in ${report.seconds.toFixed(1)} s`,
  )
  if (report.held) out.line(`${report.held} deletions wait for your word: shulian runs show ${report.run}`)
  if (quarantined > 0) out.line('Why some were set aside: shulian quarantine list')
  if (report.error) out.note(`${report.error.code}: ${report.error.detail}`)
  return report.state === 'cancelled' ? 130 : report.state === 'failed' ? 1 : 0
}
