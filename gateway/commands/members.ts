import { memberTypes } from '../contracts/members.js'
import {
  type Command,
  type CommandContext,
  openForSource,
  readArgs,
  readOptions,
  required,
  table,
  WrongUsage,
  wrongVerb,
} from './command.js'

export const membersCommand: Command = {
  name: 'members',
  usage:
    'members list | show ID | add ID --name NAME --type TYPE [--name-zh NAME] [--adapter KIND --option KEY=VALUE …]',
  summary: 'Who takes part',
  help: `TYPE is one of ${memberTypes.join(', ')}. With --adapter the source ID/main is added too; what its KIND takes as --option is shown by:
shulian adapters show KIND. A member is on trial until a source of it is certified (shulian conformance).`,
  run: (args, context) => {
    const [verb, ...rest] = args
    const words = (most: number) => readArgs({ args: rest, options: {} }, most).positionals
    if (verb === 'list') {
      words(0)
      return list(context)
    }
    if (verb === 'show') return show(required(words(1)[0], 'The member’s ID'), context)
    if (verb === 'add') return add(rest, context)
    throw wrongVerb('members', verb, 'list, show or add')
  },
}

const list = async ({ openExisting, out }: CommandContext): Promise<number> => {
  const members = await (await openExisting()).services.members.list()
  for (const member of members) out.object(member)
  if (members.length === 0)
    out.line('No members yet. Add one: shulian members add ID --name NAME --type TYPE')
  for (const line of table(
    members.map(({ id, type, stage, name, nameZh }) => [id, type, stage, name, nameZh ?? '']),
  ))
    out.line(line)
  return 0
}

const show = async (id: string, { openExisting, out }: CommandContext): Promise<number> => {
  const { members } = (await openExisting()).services
  const member = await members.get(id)
  const sources = await members.sources(id)
  out.object({ ...member, sources })
  out.line(`${member.id}  ${member.name}  ${member.nameZh ?? ''}`)
  out.line(`type ${member.type}, stage ${member.stage}`)
  for (const source of sources)
    out.line(`source ${source.id}: ${source.adapter} ${JSON.stringify(source.options)}`)
  if (sources.length === 0)
    out.line(`No sources. Add one: shulian sources add ${id}/main --adapter KIND --option KEY=VALUE`)
  return 0
}

const add = async (args: string[], { open, out }: CommandContext): Promise<number> => {
  const { values, positionals } = readArgs(
    {
      args,
      options: {
        name: { type: 'string' },
        'name-zh': { type: 'string' },
        type: { type: 'string' },
        adapter: { type: 'string' },
        option: { type: 'string', multiple: true },
      },
    },
    1,
  )
  const id = required(positionals[0], 'The member’s ID')
  const source =
    values.adapter === undefined
      ? null
      : { member: id, name: 'main', adapter: values.adapter, options: readOptions(values.option ?? []) }
  const given = {
    id,
    name: required(values.name, '--name'),
    type: oneOf('--type', required(values.type, `--type (${memberTypes.join(', ')})`), memberTypes),
    ...(values['name-zh'] === undefined ? {} : { nameZh: values['name-zh'] }),
  }
  const { members } = (await open()).services
  const member = await members.add(given)
  out.object(member)
  out.line(`Added ${member.id}, on trial.`)
  if (source) {
    const added = await members.addSource(source)
    out.object(added)
    out.line(`Added source ${added.id}. Read it: shulian harvest ${added.id}`)
  }
  return 0
}

export const sourcesCommand: Command = {
  name: 'sources',
  usage:
    'sources list | show ID | add MEMBER/NAME --adapter KIND --option KEY=VALUE … [--share none|members|public] [--mode full|delta]',
  summary: 'What each member is read through',
  help: `KIND and what it takes as --option: shulian adapters list, shulian adapters show KIND. --share says how far descriptions may travel: none (kept,
shown to nobody), members (shown by this gateway; the default) or public (may leave it too). --mode full: each harvest lists everything, so
that what is absent is proposed for deletion; delta, the default: only what changed.`,
  run: (args, context) => {
    const [verb, ...rest] = args
    const words = (most: number) => readArgs({ args: rest, options: {} }, most).positionals
    if (verb === 'list') {
      words(0)
      return listSources(context)
    }
    if (verb === 'show') return showSource(required(words(1)[0], 'The source’s ID'), context)
    if (verb === 'add') return addSource(rest, context)
    throw wrongVerb('sources', verb, 'list, show or add')
  },
}

const listSources = async ({ openExisting, out }: CommandContext): Promise<number> => {
  const sources = await (await openExisting()).services.members.sources()
  for (const source of sources) out.object(source)
  if (sources.length === 0)
    out.line('No sources yet. Add one: shulian sources add MEMBER/NAME --adapter KIND --option KEY=VALUE')
  for (const line of table(
    sources.map(({ id, adapter, mode, share, options }) => [
      id,
      adapter,
      mode,
      share,
      JSON.stringify(options),
    ]),
  ))
    out.line(line)
  return 0
}

const showSource = async (id: string, { openExisting, out }: CommandContext): Promise<number> => {
  const { members, catalogue } = (await openExisting()).services
  const source = await members.source(id)
  const [lastRun] = await catalogue.runs({ source: source.id, limit: 1 })
  out.object({ ...source, lastRun })
  out.line(
    `${source.id}: ${source.adapter} ${JSON.stringify(source.options)}, ${source.mode}, shared with ${source.share}`,
  )
  if (lastRun)
    out.line(
      `last run ${lastRun.run}: ${lastRun.state}, ${lastRun.read} read, ${lastRun.accepted} accepted, ${lastRun.quarantined} set aside`,
    )
  else out.line(`Never read. Read it: shulian harvest ${source.id}`)
  return 0
}

const addSource = async (args: string[], context: CommandContext): Promise<number> => {
  const { out } = context
  const { values, positionals } = readArgs(
    {
      args,
      options: {
        adapter: { type: 'string' },
        option: { type: 'string', multiple: true },
        share: { type: 'string' },
        mode: { type: 'string' },
      },
    },
    1,
  )
  const id = required(positionals[0], 'MEMBER/NAME')
  const [member, name] = id.split('/')
  if (!member || !name || id.split('/').length !== 2) throw new WrongUsage(`${id}: expected MEMBER/NAME.`)
  const given = {
    member,
    name,
    adapter: required(values.adapter, '--adapter'),
    options: readOptions(values.option ?? []),
    ...(values.share === undefined
      ? {}
      : { share: oneOf('--share', values.share, ['none', 'members', 'public'] as const) }),
    ...(values.mode === undefined ? {} : { mode: oneOf('--mode', values.mode, ['full', 'delta'] as const) }),
  }
  const source = await (await openForSource(context)).services.members.addSource(given)
  out.object(source)
  out.line(`Added source ${source.id}. Read it: shulian harvest ${source.id}`)
  return 0
}

const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  if (!(allowed as readonly string[]).includes(value))
    throw new WrongUsage(`${option} ${value}: expected one of ${allowed.join(', ')}.`)
  return value as T
}
