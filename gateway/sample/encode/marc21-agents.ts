import type { DataField } from '../../../standards/formats/marc.js'
import { data } from './fields.js'
import { type Links, romanisedName } from './romanised.js'
import type { Work, WorkAgent } from './work.js'

const terms: Record<WorkAgent['role'], string> = {
  author: 'author',
  editor: 'editor',
  translator: 'translator',
  illustrator: 'illustrator',
  compiler: 'compiler',
  organiser: 'issuing body',
}

/** The first author is the main entry (100, 110), everybody else an added one (700, 710). */
export function agentFields(work: Work, links: Links): { main: DataField[]; added: DataField[] } {
  const first = work.type === 'serial' ? -1 : work.agents.findIndex(({ role }) => role === 'author')
  const field = (agent: WorkAgent, isMain: boolean) => agentField(agent, isMain, links)
  return {
    main: work.agents.slice(first, first + 1).flatMap((agent) => (first === -1 ? [] : field(agent, true))),
    added: work.agents.flatMap((agent, i) => (i === first ? [] : field(agent, false))),
  }
}

function agentField(agent: WorkAgent, isMain: boolean, links: Links): DataField[] {
  const own = heading(agent, agent.name, isMain)
  if (!agent.pinyin) return own
  return links.romanised(own, (link) => heading(agent, romanisedName(agent), isMain, link))
}

function heading(agent: WorkAgent, name: string, isMain: boolean, link?: string): DataField[] {
  const { kind, dates, role } = agent
  if (kind === 'organisation')
    return data(isMain ? '110' : '710', '2 ', ['6', link], ['a', `${name},`], ['e', `${terms[role]}.`])
  return data(
    isMain ? '100' : '700',
    '1 ',
    ['6', link],
    ['a', `${name},`],
    ['d', dates && `${dates},`],
    ['e', `${terms[role]}.`],
  )
}
