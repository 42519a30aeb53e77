import { day } from './fields.js'
import type { Evidence, TagKind, Weight } from './schemas.js'
import type { EventRow } from './tables.js'
import type { Tag } from './tags.js'

/** Days in which a piece of evidence loses half its force. */
export const halfLifeDays = 90

/** How much an event says of interest when it is fresh; a dismissal speaks against. */
const points: Record<string, number> = {
  view: 1,
  open: 2,
  request: 3,
  download: 3,
  cite: 3,
  save: 4,
  dismiss: -3,
}

const maxWeights = 500
const maxEvidence = 20

/** A weight is the sum of its evidence with decay: nothing else goes in, so everything in it can be shown. */
export const weigh = (events: EventRow[], tagsOf: (event: EventRow) => Tag[], now: Date): Weight[] => {
  const evidence = new Map<string, { tag: Tag; pieces: Evidence[] }>()
  for (const event of events) {
    const contribution = contributionOf(event, now)
    if (contribution === 0) continue
    for (const tag of tagsOf(event)) {
      const key = `${tag.kind} ${tag.value}`
      const found = evidence.get(key) ?? { tag, pieces: [] }
      found.pieces.push(toEvidence(event, contribution))
      evidence.set(key, found)
    }
  }
  return [...evidence.values()]
    .map(({ tag, pieces }) => toWeight(tag, pieces))
    .sort(byWeight)
    .slice(0, maxWeights)
}

const contributionOf = ({ type, at }: EventRow, now: Date): number => {
  const age = Math.max(0, now.getTime() - Date.parse(at)) / day
  return rounded((points[type] ?? 0) * 0.5 ** (age / halfLifeDays))
}

const toEvidence = (
  { id, at, type, purpose, recordId, workId }: EventRow,
  contribution: number,
): Evidence => ({
  event: id,
  at,
  type,
  purpose,
  ...(recordId === null ? {} : { record: recordId }),
  ...(workId === null ? {} : { work: workId }),
  contribution,
})

const toWeight = ({ kind, value }: Tag, pieces: Evidence[]): Weight => {
  const newest = pieces.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return {
    kind,
    value,
    weight: rounded(pieces.reduce((sum, { contribution }) => sum + contribution, 0)),
    ...reasonsOf(kind, value, newest),
    evidence: newest.slice(0, maxEvidence),
  }
}

const kindNames: Record<TagKind, [string, string]> = {
  subject: ['The subject', '主题'],
  class: ['The class', '分类'],
  language: ['The language', '语种'],
  agent: ['The name', '责任者'],
}

const verbs: Record<string, [string, string]> = {
  view: ['viewed', '浏览'],
  open: ['opened', '打开'],
  request: ['requested', '请求'],
  download: ['downloaded', '下载'],
  cite: ['cited', '引用'],
  save: ['saved', '收藏'],
  dismiss: ['dismissed', '不感兴趣'],
}

const reasonsOf = (kind: TagKind, value: string, pieces: Evidence[]): Pick<Weight, 'reason' | 'reasonZh'> => {
  const types = [...new Set(pieces.map(({ type }) => type))]
  const things = new Set(pieces.map(({ record, work }) => record ?? work)).size
  const date = pieces[0]?.at.slice(0, 10)
  const [name, nameZh] = kindNames[kind]
  const done = types.map((type) => verbs[type]?.[0] ?? type).join(', ')
  const doneZh = types.map((type) => verbs[type]?.[1] ?? type).join('、')
  return {
    reason: `${name} ‘${value}’ stands in ${things === 1 ? 'a record' : `${things} records`} that you ${done}, last on ${date}.`,
    reasonZh: `您${doneZh}过的 ${things} 条记录带有${nameZh}“${value}”，最近一次在 ${date}。`,
  }
}

const byWeight = (a: Weight, b: Weight): number =>
  b.weight - a.weight || a.kind.localeCompare(b.kind) || (a.value < b.value ? -1 : 1)

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000
