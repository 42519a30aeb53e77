import { dynastyOf } from '../crosswalks/names.js'
import type { Name } from '../record/names.js'
import type { Agent, Classification, Description } from '../record/v1-draft.js'
import { foldWords } from '../text/folding.js'
import { titleKey } from '../text/title-key.js'
import type { Known } from './compare.js'
import { relationOf } from './compare.js'
import { blockOf, bodyForms, type NameForm, personForms, romanisedKeys } from './forms.js'
import { type Marks, marksInStatement, stripMarks, yearsOf } from './marks.js'
import { type Evidence, enough, evidenceWeights, nameWeights } from './weights.js'

/** An agent as one record names it. */
export interface Mention {
  known: Known
  /** As the record writes them: heading first. */
  names: Name[]
  dates?: string
  nation?: string
  roles: string[]
  /**
   * Evidence by which others of the name are found and compared: `kind|block|value`. It is shared when the text is the
   * same.
   */
  clues: string[]
  /**
   * Name and marks are enough to say who it is: wherever this stands it is the same agent. Else it is the name in this
   * record alone, until evidence joins it to others.
   */
  isSufficient: boolean
}

export interface MentioningRecord {
  source: string
  description: Description
  /** The work, when it has other records too. */
  sharedWork?: string
}

/** Caps against records that name hundreds: what is beyond joins nothing. */
const most = { agents: 60, names: 8, blocks: 6, others: 6 }

/** Every agent of a record once, with all its roles. */
export const mentionsOf = (record: MentioningRecord): Mention[] => {
  const found = new Map<string, { agent: Agent; read: Read; roles: Set<string> }>()
  for (const agent of record.description.agents.slice(0, most.agents)) {
    const read = readAgent(agent, record)
    if (read.known.forms.length === 0) continue
    const key = JSON.stringify(read.known)
    const known = found.get(key)
    if (known) known.roles.add(agent.role)
    else found.set(key, { agent, read, roles: new Set([agent.role]) })
  }
  const all = [...found.values()]
  const about = aboutOf(record)
  return all.map(({ agent, read, roles }) => {
    const others = all.filter((one) => one.read !== read && one.agent.type === 'person')
    return {
      known: read.known,
      names: agent.names.slice(0, most.names),
      ...(agent.dates !== undefined && { dates: agent.dates }),
      ...(read.nation !== undefined && { nation: read.nation }),
      roles: [...roles].sort(),
      clues: cluesOf(
        read,
        about,
        others.slice(0, most.others).map((one) => one.read.known),
      ),
      isSufficient: strengthOf(read.known) >= enough,
    }
  })
}

interface Read {
  known: Known
  nation?: string
}

const readAgent = (agent: Agent, { source, description }: MentioningRecord): Read => {
  const marks: Marks = {}
  const forms = new Map<string, NameForm>()
  for (const { value } of agent.names.slice(0, most.names)) {
    const stripped = stripMarks(value)
    for (const [field, mark] of Object.entries({
      ...marksInStatement(description.statement, stripped.name),
      ...stripped.marks,
    }))
      marks[field as keyof Marks] ??= mark
    for (const form of formsOf(agent.type, stripped.name, stripped.marks.beside))
      forms.set(`${form.text}/${form.family}`, form)
  }
  const dates = agent.dates ?? marks.dates
  const dynasty = dynastyOf(dates?.split(' ')[0] ?? '') ?? marks.dynasty
  const { authority } = agent
  const number = authority && `${authority.scheme} ${authority.id}`
  const isLocal = authority?.scheme === 'local'
  return {
    known: {
      type: agent.type,
      forms: [...forms.values()].sort((one, other) =>
        one.text + one.family < other.text + other.family ? -1 : 1,
      ),
      ...(agent.type === 'person' && yearsOf(dates)),
      ...(agent.type === 'person' && dynasty !== undefined && { dynasty }),
      ...(number && !isLocal && { authority: number }),
      ...(number && isLocal && { local: `${source} ${authority.id}` }),
    },
    ...(marks.nation !== undefined && { nation: marks.nation }),
  }
}

const formsOf = (type: Agent['type'], name: string, beside: string | undefined): NameForm[] => {
  if (type !== 'person') return bodyForms(name)
  const forms = personForms(name)
  if (beside === undefined) return forms
  const [first] = forms
  const other = personForms(beside)
  if (
    !first ||
    first.script === 'han' ||
    other.some(({ script }) => script === 'han') ||
    beside.includes(',')
  )
    return [...forms, ...other]
  // `Wells, H. G. (Herbert George)`: the given names in full.
  const given = foldWords(beside)
  const isSame = given[0]?.[0] === first.given[0]?.[0]
  return isSame ? [...forms, { ...first, given, text: [...given, first.family].join(' ') }] : forms
}

interface About {
  titles: string[]
  editions: string[]
  classes: string[]
  work?: string
}

const aboutOf = ({ description, sharedWork }: MentioningRecord): About => {
  const [title] = description.titles
  const key = title ? titleKey(title.value).slice(0, 60) : ''
  const publisher = description.publication.find((one) => one.publisher)?.publisher
  const house = publisher ? foldWords(publisher).join('').slice(0, 30) : ''
  return {
    titles: [...key].length > 1 ? [key] : [],
    editions: [...key].length > 1 && house ? [`${key} / ${house}`] : [],
    classes: [...new Set(description.classes.flatMap(mainClassOf))].slice(0, 2),
    ...(sharedWork !== undefined && { work: sharedWork }),
  }
}

/** TP391.1 → clc TP3, 823.3 → ddc 82, PR2807 → lcc PR. */
const mainClassOf = ({ scheme, value }: Classification): string[] => {
  const form = { clc: /^(?:T[A-Z]|[A-Z])\d?/, ddc: /^\d\d/, lcc: /^[A-Z]{1,3}/ }[scheme]
  const found = form?.exec(value.toUpperCase())
  return found ? [`${scheme} ${found[0]}`] : []
}

const cluesOf = ({ known, nation }: Read, about: About, others: Known[]): string[] => {
  const clues = new Set<string>()
  const add = (kind: Evidence, block: string, value: string | number | undefined) => {
    if (value !== undefined) clues.add(`${kind}|${block}|${value}`)
  }
  add('authority', '', known.authority)
  add('local', '', known.local)
  // `~wang 2`: characters and pinyin of one name meet here.
  for (const key of new Set(known.type === 'person' ? known.forms.flatMap(romanisedKeys) : [])) {
    add('birth', `~${key}`, known.birth)
    add('death', `~${key}`, known.death)
    add('work', `~${key}`, about.work)
  }
  for (const block of blocksOf(known, most.blocks)) {
    for (const mark of ['birth', 'death', 'dynasty'] as const) add(mark, block, known[mark])
    add('nation', block, nation)
    add('work', block, about.work)
    for (const title of about.titles) add('title', block, title)
    for (const edition of about.editions) add('edition', block, edition)
    for (const value of about.classes) add('class', block, value)
    for (const other of others) for (const value of blocksOf(other, 2)) add('co-agent', block, value)
  }
  return [...clues].sort()
}

const blocksOf = ({ forms }: Known, limit: number): string[] =>
  [...new Set(forms.map(blockOf))].slice(0, limit)

/** What the name says by itself, with the marks that stand with it. */
const strengthOf = (known: Known): number =>
  nameWeights[relationOf(known, known)].weight +
  (['authority', 'local', 'birth', 'death', 'dynasty'] as const)
    .filter((mark) => known[mark] !== undefined)
    .reduce((sum, mark) => sum + evidenceWeights[mark].weight, 0)
