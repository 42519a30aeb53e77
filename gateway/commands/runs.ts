import type { RunReport } from '../../standards/record/run-report.js'
import type { ImportFile } from '../contracts/catalogue.js'
import { fileAdapters } from '../contracts/file-adapters.js'
import { counted } from '../counted.js'
import type { Gateway } from '../gateway.js'
import { giveWay } from '../threads/give-way.js'
import {
  type Command,
  type CommandContext,
  openForSource,
  readArgs,
  required,
  WrongUsage,
} from './command.js'
import { readInputs, vocabularies } from './import-files.js'
import { showProgress } from './progress.js'
import { deletedOf, errorLine, notesOf } from './run-words.js'

export const createHarvestCommand = (
  prepare: (gateway: Gateway) => Promise<() => Promise<void>>,
): Command => ({
  name: 'harvest',
  isBulk: true,
  usage: 'harvest MEMBER[/NAME] [--full]',
  summary: 'Read what changed in a source; --full reads all of it',
  help: `MEMBER alone means its source MEMBER/main. Ends when what was accepted can be found by search. Ctrl-C cancels (exit code 130), and the
same call goes on where it stopped. Records that cannot be read are set aside, which is no failure (shulian quarantine groups); a run
of which nothing could be accepted is one. Deletions of more than 30 % of a source wait for your word: shulian runs list --held.`,
  run: async (args, context) => {
    const { values, positionals } = readArgs({ args, options: { full: { type: 'boolean' } } }, 1)
    const source = required(positionals[0], 'MEMBER or MEMBER/NAME')
    const gateway = await openForSource(context)
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
  isBulk: true,
  usage: `import FILE… --member ID[/NAME] [--full] [--format ${Object.keys(vocabularies).join('|')}]`,
  summary: 'Read files into a source of a member',
  help: `FILE may be an address (https://…). Without --format its form is guessed, and said. ID/NAME names another source of the member than ID/main; it
is made when it is not there. Several files are one run with one report. Absence deletes nothing unless --full is given: then what
the files do not list is proposed for deletion. Cancel with Ctrl-C; the same call goes on where it stopped.`,
  run: async (args, context) => {
    const { values, positionals } = readArgs(
      {
        args,
        options: { member: { type: 'string' }, full: { type: 'boolean' }, format: { type: 'string' } },
      },
      Number.POSITIVE_INFINITY,
    )
    if (positionals.length === 0) throw new WrongUsage('FILE is missing.')
    const id = required(values.member, '--member')
    if (values.format !== undefined && !(values.format in vocabularies)) {
      throw new WrongUsage(
        `--format ${values.format}: expected one of ${Object.keys(vocabularies).join(', ')}.`,
      )
    }
    giveWay()
    const { files, notes } = await readInputs(positionals, values.format)
    const gateway = await openForSource(context)
    const source = await sourceFor(gateway, id, files, values.format !== undefined)
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

/** The source named; made when the member has none of that name. */
const sourceFor = async (
  { services }: Gateway,
  id: string,
  files: ImportFile[],
  isFormatSaid: boolean,
): Promise<string> => {
  const [member, name = 'main'] = id.split('/') as [string, string?]
  await services.members.get(member)
  const sources = await services.members.sources(member)
  const full = `${member}/${name}`
  if (!sources.some((source) => source.id === full)) {
    const { adapter, format } = files[0]!
    const paths = files.filter((file) => file.adapter === adapter).map(({ location }) => location)
    await services.members.addSource({
      member,
      name,
      adapter,
      options: {
        path: paths.length === 1 ? paths[0] : paths,
        // What a person said is not to be guessed when the source is read again, or judged.
        ...(isFormatSaid && format && hasFormats(adapter) && { format }),
      },
    })
  }
  return full
}

/** An adapter of one vocabulary takes none. */
const hasFormats = (adapter: string): boolean =>
  Object.values(fileAdapters).filter((one) => one === adapter).length > 1

/** @param said notes that were told before it began */
export const showReport = (
  report: RunReport,
  { out, config }: CommandContext,
  said: readonly string[] = [],
): number => {
  out.progress(null)
  out.object({ event: 'finished', ...report })
  const told = notesOf(report, config.language)
  for (const [at, note] of (report.notes ?? []).entries())
    if (!said.includes(note)) out.note(told[at] ?? note)
  const { read, accepted, warned, quarantined, undeleted = 0, unchanged, empty } = report
  const notDeleted = undeleted > 0 ? ` + ${undeleted} not deleted` : ''
  out.line(
    `${report.source}: ${read} read = ${accepted} accepted (${warned} with warnings) + ${quarantined} set aside + ${deletedOf(report)} deleted${notDeleted} + ${unchanged} unchanged + ${empty} empty, in ${report.seconds.toFixed(1)} s`,
  )
  if (report.held)
    out.line(
      `${counted(report.held, 'deletion waits', 'deletions wait')} for your word: shulian runs show ${report.run}`,
    )
  if (quarantined > 0)
    out.line(`Why some were set aside: shulian quarantine groups --source ${report.source}`)
  if (report.error) out.note(errorLine(report.error, config.language))
  return report.state === 'cancelled' ? 130 : report.state === 'failed' ? 1 : 0
}
