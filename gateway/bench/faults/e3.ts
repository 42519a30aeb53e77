import { listening } from '../../command-testing.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { openLetters, startedUntilGivenUp } from './letters.js'

export const name = 'faults/E3'

const others = Array.from({ length: 200 }, (_, number) => `letter ${String(number).padStart(3, '0')}`)

/** A job that kills its worker three times: given up with its reason; the others finish; sent again, it is done. */
export const run = (report: (line: string) => void): Promise<void> =>
  inFolder(async (folder) => {
    const letters = openLetters(folder)
    const first = letters.start()
    await letters.send(await listening(first), [...others.slice(0, 100), 'poison', ...others.slice(100)])
    await first.finished
    const { deaths, url, started } = await startedUntilGivenUp(letters)
    try {
      const must = judging(report)
      const { dead, deadJobs } = await letters.settled(url)
      const [job] = deadJobs
      must(deaths + 1 === 3, `the process died of it ${deaths + 1} times, then stayed`)
      must(
        dead === 1 && /died or froze 3 times/.test(job?.error ?? ''),
        `${dead} given up, its reason: ${job?.error}`,
      )
      const written = new Set(letters.done())
      const missing = others.filter((letter) => !written.has(letter)).length
      must(missing === 0, `${others.length - missing} of the ${others.length} others finished`)
      letters.cure()
      const { code } = await letters.command('jobs', 'redrive', String(job?.id))
      const after = await letters.settled(url)
      must(
        code === 0 && after.dead === 0 && letters.done().includes('poison'),
        `once its cause was mended and it was sent again: ${after.dead} given up`,
      )
    } finally {
      started.child.kill('SIGTERM')
      await started.finished
    }
  })
