import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Task } from '../contracts/threads.js'
import { giveWay } from './give-way.js'
import type { Answered, Asked } from './thread.js'
import { answerOf, claimOn } from './work.js'

type AnyTask = Task<never, unknown>

/** What a thread of the pool does: these tasks, one after the other as it is asked for them. */
export const serveTasks = (tasks: readonly AnyTask[]): void => {
  giveWay()
  const byName = new Map(tasks.map((task) => [task.name, task]))
  const port = parentPort as MessagePort
  port.on('message', ({ number, name, input, cell }: Asked) => {
    const task = byName.get(name)
    const isMine = task !== undefined && claimOn(cell).take()
    const answered: Answered = {
      number,
      answer: isMine ? answerOf(() => task.run(input as never)) : null,
    }
    port.postMessage(answered)
  })
}
