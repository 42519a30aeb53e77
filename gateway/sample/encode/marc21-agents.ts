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

/** The first author is the main entry: 100 or 110. */
export function mainEntry(work: Work, links: Links): DataField[] {
  const agent = work.agents[mainAgent(work)]
  return agent ? agentField(agent, true, links) : []
}

/** Everybody else: 700 or 710. */
export const addedEntries = (work: Work, links: Links): DataField[] =>
  work.agents.flatMap((agent, i) => (i === mainAgent(work) ? [] : agentField(agent, false, links)))

/** -1 for a serial, which is entered under its title. */
const mainAgent = ({ type, agents }: Work): number =>
  type === 'serial' ? -1 : agents.findIndex(({ role }) => role === 'author')

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
