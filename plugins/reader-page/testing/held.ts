import { setImmediate } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'

/** Answers that wait until a test lets them go, by what was asked. */
export interface Held {
  /** From now on the answer to `question` waits. */
  hold(question: string): Promise<Release>
  /** Called by the library before it answers. */
  wait(question: string, reply: FastifyReply): Promise<void>
}

/** Lets an answer go; resolves when it was sent, or nobody is there any more to take it. */
export type Release = () => Promise<void>

/** `hold` resolves when the library was asked: what a page sends and takes back at once may never come to it. */
export const heldAnswers = (): Held => {
  const waiting = new Map<string, (release: Release) => void>()
  return {
    hold: (question) => new Promise((resolve) => waiting.set(question, resolve)),
    wait: (question, reply) =>
      new Promise((go) => {
        const arrived = waiting.get(question)
        if (!arrived) return go()
        waiting.delete(question)
        const over = new Promise<void>((resolve) => reply.raw.once('close', resolve))
        arrived(async () => {
          go()
          await over
          await setImmediate()
        })
      }),
  }
}
