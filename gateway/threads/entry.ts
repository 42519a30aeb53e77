// What a thread of the pool runs: it loads the modules that it is asked for, and answers.
import { parentPort } from 'node:worker_threads'
import type { Answer, Asked } from './thread.js'

type Run = (input: unknown) => unknown

const known = new Map<string, Promise<Record<string, Run>>>()

const load = (module: string): Promise<Record<string, Run>> => {
  const loading = known.get(module) ?? import(module)
  known.set(module, loading)
  return loading
}

parentPort?.on('message', async ({ number, module, name, input }: Asked) => {
  const answer: Answer = await load(module).then(
    (loaded) => answerOf(number, () => (loaded[name] as Run)(input)),
    (error) => ({ number, error }),
  )
  parentPort?.postMessage(answer)
})

const answerOf = (number: number, run: () => unknown): Answer => {
  try {
    return { number, output: run() }
  } catch (error) {
    return { number, error: error instanceof Error ? error : new Error(String(error)) }
  }
}
