import type { RunReport } from '../../standards/record/run-report.js'
import type { RunDetails, Verdict } from '../contracts/catalogue.js'
import { counted } from '../counted.js'
import {
  type Command,
  type CommandContext,
  readArgs,
  required,
  table,
  WrongUsage,
  wrongVerb,
} from './command.js'
import { deletedOf, errorLine, notesOf } from './run-words.js'

export const runsCommand: Command = {
  name: 'runs',
  usage:
    'runs list [--source MEMBER[/NAME]] [--held] [--limit N] | show RUN | accept RUN | refuse RUN | undo RUN | cancel RUN',
  summary: 'What harvests and imports did, the deletions that wait for your word, and taking them back',
  help: `A run that would delete too much (more than 30 % of its source) deletes nothing: list --held names it.
show tells what a run did, beside the run before it. --limit is 20 unless given.
accept carries its deletions out, refuse keeps the records. undo gives back what a run deleted, for 30 days.
cancel stops a run under way, in whatever process; the next harvest goes on there.`,
  run: (args, context) => {
    const [verb, ...rest] = args
    if (verb === 'list') return list(rest, context)
    const run = () => required(readArgs({ args: rest, options: {} }, 1).positionals[0], 'RUN')
    if (verb === 'show') return show(run(), context)
    if (verb === 'accept' || verb === 'refuse' || verb === 'undo') return decide(verb, run(), context)
    if (verb === 'cancel') return cancel(run(), context)
    throw wrongVerb('runs', verb, 'list, show, accept, refuse, undo or cancel')
  },
}

const list = async (args: string[], { openExisting, out }: CommandContext): Promise<number> => {
  const { values } = readArgs(
    {
      args,
      options: { source: { type: 'string' }, held: { type: 'boolean' }, limit: { type: 'string' } },
    },
    0,
  )
  const limit = Number(values.limit ?? 20)
  if (!Number.isInteger(limit) || limit < 0)
    throw new WrongUsage(`--limit ${values.limit}: expected a whole number from 0.`)
  const filter = {
    limit,
    isHeld: values.held ?? false,
    ...(values.source !== undefined && { source: values.source }),
  }
  const runs = await (await openExisting()).services.catalogue.runs(filter)
  for (const run of runs) out.object(run)
  for (const line of table(runs.map(rowOf))) out.line(line)
  if (runs.length === 0) out.line(values.held ? 'No deletion waits for a word.' : 'Nothing was run yet.')
  return 0
}

const rowOf = (run: RunReport): string[] => [
  run.run,
  run.startedAt,
  run.source,
  run.kind,
  run.state,
  `${run.read} read`,
  `${run.quarantined} set aside`,
  run.held ? `${run.held} held` : '',
]

const show = async (id: string, { openExisting, out, config }: CommandContext): Promise<number> => {
  const { catalogue } = (await openExisting()).services
  const run = await catalogue.run(id)
  out.object(run)
  for (const line of describe(run, config.language)) out.line(line)
  const held = run.deletions.held ?? 0
  if (held === 0) return 0
  out.line(`${counted(held, 'deletion waits', 'deletions wait')} for your word, among them:`)
  const samples = await catalogue.deletions({ run: id, state: 'held', limit: 10 })
  for (const line of table(samples.map(({ sourceId, why, title }) => ['', sourceId, why, title])))
    out.line(line)
  out.line(`shulian runs accept ${id}    shulian runs refuse ${id}`)
  return 0
}

const describe = (run: RunDetails, language: 'en' | 'zh'): string[] => [
  `${run.source}  ${run.kind}  ${run.state}  ${run.startedAt} – ${run.finishedAt ?? 'now'}  ${run.seconds.toFixed(1)} s  ${counted(run.pages ?? 0, 'page')}`,
  ...table(
    figures
      .filter((name) => name !== 'undeleted' || run.undeleted)
      .map((name) => [`  ${words[name] ?? name}`, String(countOf(run, name)), differenceOf(run, name)]),
  ),
  ...Object.entries(run.setAside ?? {}).map(([code, count]) => `  set aside for ${code}: ${count}`),
  ...(run.missing ? [`  absent from the full list: ${run.missing}`] : []),
  ...Object.entries(run.deletions).map(([state, count]) => `  deletions ${state}: ${count}`),
  ...(run.undoUntil ? [`  until ${run.undoUntil}: shulian runs undo ${run.run}`] : []),
  ...(run.waiting ? [`  ${waitingLine(run.waiting)}`] : []),
  ...notesOf(run, language).map((note) => `  ${note}`),
  ...(run.error ? [`  ${errorLine(run.error, language)}`] : []),
]

export const waitingLine = ({ seconds, why }: { seconds: number; why: string }): string =>
  `waiting ${seconds} s ${why}`

const figures = [
  'read',
  'accepted',
  'warned',
  'quarantined',
  'deleted',
  'undeleted',
  'unchanged',
  'empty',
  'indexed',
] as const

const words: Partial<Record<(typeof figures)[number], string>> = { undeleted: 'not deleted' }

const countOf = (run: RunReport, name: (typeof figures)[number]): number =>
  name === 'deleted' ? deletedOf(run) : (run[name] ?? 0)

const differenceOf = ({ previous, ...run }: RunDetails, name: (typeof figures)[number]): string => {
  if (!previous) return ''
  const difference = countOf(run, name) - countOf(previous, name)
  return difference === 0 ? 'as the last time' : `${difference > 0 ? '+' : ''}${difference} against the last`
}

const done = {
  accept: 'deleted',
  refuse: 'kept',
  undo: 'given back',
}

const decide = async (
  verb: keyof typeof done,
  id: string,
  { openExisting, out, signal }: CommandContext,
): Promise<number> => {
  const verdict: Verdict = await (await openExisting()).services.catalogue[verb](id, { signal })
  out.object({ event: 'finished', ...verdict })
  out.line(`${counted(verdict.done, 'record')} ${done[verb]}.`)
  if (verdict.left > 0)
    out.line(`${counted(verdict.left, 'record')} left as before, since something was heard later:`)
  for (const line of table(verdict.leftRecords.map(({ sourceId, why, run }) => ['', sourceId, why, run])))
    out.line(line)
  return 0
}

const cancel = async (id: string, { openExisting, out }: CommandContext): Promise<number> => {
  await (await openExisting()).services.catalogue.cancel(id)
  out.object({ event: 'asked', run: id })
  out.line(`Run ${id} was asked to stop. The next harvest goes on where it stops.`)
  return 0
}
