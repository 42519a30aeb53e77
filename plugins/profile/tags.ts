import type { Services } from '../../gateway/contracts/index.js'
import { codeOf } from '../../gateway/contracts/index.js'
import type { TagKind } from './schemas.js'
import type { EventRow } from './tables.js'

export interface Tag {
  kind: TagKind
  value: string
}

type Described = Pick<
  Awaited<ReturnType<Services['catalogue']['work']>>['description'],
  'subjects' | 'classes' | 'languages' | 'agents'
>

/** What a thing is about, in what language, by whom: each once. */
export const tagsOf = ({ subjects, classes, languages, agents }: Described): Tag[] => {
  const tags: Tag[] = [
    ...subjects.map(({ value }) => ({ kind: 'subject' as const, value })),
    ...classes
      .filter(({ scheme }) => scheme === 'clc')
      .map(({ value }) => ({ kind: 'class' as const, value: mainClass(value) })),
    ...languages
      .filter(({ role }) => role === 'text')
      .map(({ code }) => ({ kind: 'language' as const, value: code })),
    ...agents.flatMap(({ names }) =>
      names.slice(0, 1).map(({ value }) => ({ kind: 'agent' as const, value })),
    ),
  ]
  const once = new Map(
    tags.filter(({ value }) => value !== '').map((tag) => [`${tag.kind} ${tag.value}`, tag]),
  )
  return [...once.values()]
}

/** 中图法 up to the point: TP391.1/23 is TP391. Finer classes would hold one book each. */
const mainClass = (value: string): string => value.split(/[./\-(="]/, 1)[0] ?? ''

/**
 * The tags behind each event, read from the catalogue of today; an event whose record is not there gives none.
 * Each record is read once.
 */
export const createTagReader = (catalogue: Services['catalogue']) => {
  const read = async ({ recordId, workId }: Thing): Promise<Tag[]> => {
    if (recordId !== null) return tagsOf((await catalogue.record(recordId)).description)
    if (workId !== null) return tagsOf((await catalogue.work(workId)).description)
    return []
  }
  return async (events: EventRow[]): Promise<(event: EventRow) => Tag[]> => {
    const tags = new Map<string, Tag[]>()
    for (const event of events) {
      const key = keyOf(event)
      if (!tags.has(key)) tags.set(key, await read(event).catch(noneWhenUnknown))
    }
    return (event) => tags.get(keyOf(event)) ?? []
  }
}

type Thing = Pick<EventRow, 'recordId' | 'workId'>
const keyOf = ({ recordId, workId }: Thing): string => recordId ?? workId ?? ''

const noneWhenUnknown = (error: unknown): Tag[] => {
  if (['RECORD_UNKNOWN', 'WORK_UNKNOWN'].includes(codeOf(error))) return []
  throw error
}
