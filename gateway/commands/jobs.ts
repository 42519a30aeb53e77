import type { DeadJob } from '../contracts/job-queue.js'
import { counted } from '../counted.js'
import { runningGateway } from '../instance.js'
import {
  type Command,
  type CommandContext,
  readArgs,
  required,
  table,
  WrongUsage,
  wrongVerb,
} from './command.js'

export const jobsCommand: Command = {
  name: 'jobs',
  usage: 'jobs list | redrive ID | redrive --all',
  summary: 'Work that was given up, each with its reason, and trying it again',
  help: `A job is given up after its last try, or when it ended its process several times. list shows the number (ID), the topic, when, how
often it was tried, and why it was given up. Find out why first; redrive lets it be tried again from the beginning.`,
  run: (args, context) => {
    const [verb, ...rest] = args
    if (verb === 'list') {
      readArgs({ args: rest, options: {} }, 0)
      return list(context)
    }
    if (verb === 'redrive') return redrive(rest, context)
    throw wrongVerb('jobs', verb, 'list or redrive')
  },
}

const most = 1000

const list = async ({ openExisting, out }: CommandContext): Promise<number> => {
  const { jobs } = await openExisting()
  const dead = await jobs.dead(most)
  for (const job of dead) out.object(job)
  for (const line of deadLines(dead)) out.line(line)
  if (dead.length === 0) out.line('No job was given up.')
  return 0
}

export const deadLines = (dead: DeadJob[]): string[] =>
  table(
    dead.map(({ id, topic, at, attempts, error }) => [
      id,
      topic,
      at,
      counted(attempts, 'try', 'tries'),
      error,
    ]),
  )

const redrive = async (args: string[], { openExisting, out, config }: CommandContext): Promise<number> => {
  const { values, positionals } = readArgs({ args, options: { all: { type: 'boolean' } } }, 1)
  if (values.all && positionals.length > 0)
    throw new WrongUsage(`${positionals[0]}: --all is all of them; name one or say --all.`)
  const { jobs } = await openExisting()
  const ids = values.all
    ? (await jobs.dead(most)).map(({ id }) => id)
    : [required(positionals[0], 'The number of the job (or --all)')]
  for (const id of ids) await jobs.redrive(id)
  out.object({ event: 'finished', redriven: ids })
  const when = runningGateway(config.dataDir)
    ? 'The gateway takes what is due'
    : 'It is done at the next start'
  out.line(`${counted(ids.length, 'job')} may be tried again. ${when}.`)
  return 0
}
