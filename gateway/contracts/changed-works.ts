import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { ShulianError } from './errors.js'
import type { Job } from './job-queue.js'

/** Payload of the domain event `work.changed`, and of the jobs that follow it. */
const ChangedWorks = Type.Object({ works: Type.Array(Type.String()) })
const check = Compile(ChangedWorks)

/** Ids of the works that changed. @throws ShulianError JOB_INVALID */
export const changedWorks = ({ topic, payload }: Pick<Job, 'topic' | 'payload'>): string[] => {
  if (check.Check(payload)) return (payload as Static<typeof ChangedWorks>).works
  throw new ShulianError(
    'JOB_INVALID',
    `A job '${topic}' names its works: { works: [id, …] }. This one does not.`,
  )
}

/** So many are divided into single works: more than the square root of the works of the largest job. */
const few = 64

/** How a job of changed works is divided when its process died: two divisions reach the one work that none survives. */
export const portionsOfWorks = (payload: unknown): Static<typeof ChangedWorks>[] => {
  const works = check.Check(payload) ? (payload as Static<typeof ChangedWorks>).works : []
  const size = works.length > few ? Math.ceil(Math.sqrt(works.length)) : 1
  return Array.from({ length: Math.ceil(works.length / size) }, (_, at) => ({
    works: works.slice(at * size, (at + 1) * size),
  }))
}
