import { endedUnderLoad } from './ended-under-load.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E23'

/** SIGTERM while a hundred clients keep their connections, ten of them in requests of 5 s: all are answered, and it ends. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const sizes = { clients: 100, slow: 10, milliseconds: 5_000 }
  const { answered, refused, resets, slow, seconds, code } = await inFolder((folder) =>
    endedUnderLoad(folder, sizes),
  )
  must(
    answered > 0 && resets.length === 0,
    `${answered} answers, ${refused} connections refused after the end, ${resets.length} resets ${resets[0] ?? ''}`,
  )
  must(slow.length === 10 && slow.every((status) => status === 200), `requests of 5 s: ${slow.join(' ')}`)
  must(code === 0 && seconds <= 10, `ends with ${code} after ${seconds.toFixed(1)} s (at most 10)`)
}
