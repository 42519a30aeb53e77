// What a thread of the pool runs: it loads the modules that it is asked for, and answers.
import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from './thread.js'
import { type Answer, answerOf, claimOn } from './work.js'

type Module = Record<string, (input: unknown) => unknown>

const known = new Map<string, Promise<Module>>()

const load = (module: string): Promise<Module> => {
  const loading = known.get(module) ?? import(module)
  known.set(module, loading)
  return loading
}

const answer = async ({ module, name, input, cell }: Asked): Promise<Answer | null> => {
  const loaded = await load(module)
  if (!claimOn(cell).take()) return null
  return answerOf(() => (loaded[name] as Module[string])(input))
}

parentPort?.on('message', async (asked: Asked) => {
  const answered: Answered = {
    number: asked.number,
    answer: await answer(asked).catch((error) => ({ error })),
  }
  parentPort?.postMessage(answered)
})
