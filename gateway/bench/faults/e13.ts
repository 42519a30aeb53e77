import { engineKilled } from './engine-killed.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { openKillableEngine } from './killable-engine.js'

export const name = 'faults/E13'

/** kill -9 the search engine inside its tasks while records are pushed, and at last with all that it kept. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  for (const [isLost, kills] of [
    [false, 20],
    [true, 5],
  ] as const) {
    const how = isLost ? 'its folder lost at last' : 'its folder kept'
    const { engine, ...outcome } = await inFolder(async (folder) => {
      const engine = await openKillableEngine(folder, 400)
      try {
        const sizes = { perCall: 100, kills, seed: 20_260_113, taskTime: 400, isLost }
        return { engine: engine.engine, ...(await engineKilled(folder, engine, sizes)) }
      } finally {
        await engine.close()
      }
    })
    const { killed, acknowledged, kept, drained, first, second, unfound, isAlive } = outcome
    report(`beside ${engine}, killed ${killed} times, ${how}`)
    must(isAlive, 'the gateway lives')
    must(isLost === (kept === 0), `the engine held ${kept} documents when it came back the last time`)
    must(drained !== undefined, `no job is open ${drained?.toFixed(1)} s after its last start`)
    must(second === 0, `reconciling found ${first} differences, and then ${second}`)
    must(unfound === 0, `${unfound} of ${acknowledged} acknowledged records are not found`)
  }
}
