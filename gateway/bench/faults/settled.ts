import { setTimeout as sleep } from 'node:timers/promises'
import { listening, type Started } from '../../command-testing.js'
import { openJobs } from './end-state.js'
import { isFinished, timed } from './killing.js'

/**
 * Runs a gateway until its run is finished and all that follows from it is done: every work searchable, its agents and
 * subjects known, the quality of its source reported. @returns after how many milliseconds it listened
 */
export const settled = async (dataDir: string, start: (dataDir: string) => Started): Promise<number> => {
  if (isFinished(dataDir) && openJobs(dataDir) === 0) return 0
  const started = start(dataDir)
  const [, milliseconds] = await timed(() => listening(started))
  while (!isFinished(dataDir) || openJobs(dataDir) > 0) await sleep(50)
  started.child.kill('SIGTERM')
  await started.finished
  return milliseconds
}
