import type { DataField } from '../../../standards/formats/marc.js'
import { data } from './fields.js'
import type { Work, WorkAgent } from './work.js'

const words: Record<WorkAgent['role'], string> = {
  author: '著',
  editor: '编',
  translator: '译',
  illustrator: '绘',
  compiler: '选编',
  organiser: '主办',
}

/** 701 and 711 for those who made the work, 702 and 712 for the others. */
export function cnmarcAgents({ agents }: Work): DataField[] {
  const mainRoles: WorkAgent['role'][] = agents.some(({ role }) => role === 'author')
    ? ['author']
    : ['editor', 'compiler', 'organiser']
  return agents.flatMap((agent) => {
    const isMain = mainRoles.includes(agent.role)
    return agent.kind === 'person' ? person(agent, isMain) : organisation(agent, isMain)
  })
}

/** Indicator 2: 0 for a name as it is spoken, 1 for one under its family name, the rest in $b. */
function person(agent: WorkAgent, isMain: boolean): DataField[] {
  const { name, pinyin, dynasty, dates, western, nativeName, role } = agent
  const [, family = name, given] = /^([^,]+), (.+)$/.exec(name) ?? []
  const other = western ?? nativeName
  return data(
    isMain ? '701' : '702',
    given ? ' 1' : ' 0',
    ['a', given ? `${family},` : name],
    ['A', pinyin],
    ['b', given],
    ['c', dynasty && `(${dynasty})`],
    ['f', dates && `(${dates})`],
    ['g', other && `(${other})`],
    ['4', words[role]],
  )
}

const organisation = ({ name, pinyin, role }: WorkAgent, isMain: boolean): DataField[] =>
  data(isMain ? '711' : '712', '02', ['a', name], ['A', pinyin], ['4', words[role]])
