import type { Refusal } from './refusals.js'
import { errorBody } from './refusals.js'

export interface Task {
  uid: number
  batchUid: number
  indexUid: string | null
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  type: string
  canceledBy: number | null
  details: Record<string, unknown>
  error: object | null
  duration: string | null
  enqueuedAt: string
  startedAt: string | null
  finishedAt: string | null
}

/** What a task does; returns what it tells of itself. @throws Refusal: the task fails */
export type Work = () => Record<string, unknown>

export interface TaskFaults {
  /** Milliseconds that a task takes beside its work. */
  taskTime: number
  /** Of so many accepted tasks one fails later, for a reason of the engine's; 0 for none. */
  failOneIn: number
}

/** Every write is a task: accepted at once, done one after the other, in order. */
export const createTaskQueue = (faults: TaskFaults) => {
  const tasks: Task[] = []
  const works = new Map<number, Work>()
  const waiting: Task[] = []
  let timer: NodeJS.Timeout | undefined
  let [next, done] = [0, 0]

  const run = () => {
    timer = undefined
    const task = waiting.shift()
    if (task === undefined) return
    if (task.status === 'enqueued') {
      task.status = 'processing'
      task.startedAt = new Date().toISOString()
      timer = setTimeout(() => finish(task), faults.taskTime)
    } else schedule()
  }

  const finish = (task: Task) => {
    timer = undefined
    try {
      if (faults.failOneIn > 0 && ++done % faults.failOneIn === 0) throw internal
      Object.assign(task.details, works.get(task.uid)!())
      task.status = 'succeeded'
    } catch (error) {
      task.status = 'failed'
      const refusal = error as Refusal
      if (refusal.code === undefined) throw error
      task.error = errorBody(refusal)
    }
    works.delete(task.uid)
    task.finishedAt = new Date().toISOString()
    task.duration = `PT${(faults.taskTime / 1_000).toFixed(9)}S`
    schedule()
  }

  const schedule = () => {
    timer ??= waiting.length > 0 ? setTimeout(run, 0) : undefined
  }

  return {
    tasks,
    add: (type: string, indexUid: string | null, details: Record<string, unknown>, work: Work) => {
      const task: Task = {
        uid: next,
        batchUid: next++,
        indexUid,
        status: 'enqueued',
        type,
        canceledBy: null,
        details,
        error: null,
        duration: null,
        enqueuedAt: new Date().toISOString(),
        startedAt: null,
        finishedAt: null,
      }
      tasks.push(task)
      works.set(task.uid, work)
      waiting.push(task)
      schedule()
      const { uid: taskUid, status, enqueuedAt } = task
      return { taskUid, indexUid, status, type, enqueuedAt }
    },
    isBusy: () => timer !== undefined,
    stop: () => clearTimeout(timer),
  }
}

export type TaskQueue = ReturnType<typeof createTaskQueue>

const internal = Object.assign(new Error('the task failed for a reason of the engine'), {
  code: 'internal',
  type: 'internal',
})
