import type { Progress } from '../contracts/catalogue.js'
import { counted } from '../counted.js'
import type { Output } from './command.js'
import { waitingLine } from './run-history.js'

/** A wait that a person would notice is said even where no line can be drawn over. */
const noticeable = 5

/** Pages, records, rate and what a run waits for, on one line that is drawn over. */
export const showProgress = (out: Output, clock: () => number): ((progress: Progress) => void) => {
  let first: { at: number; read: number } | null = null
  return (progress) => {
    const { read, waiting } = progress
    const at = clock()
    first ??= { at, read }
    const rate = at > first.at ? ((read - first.read) * 1000) / (at - first.at) : 0
    const counts = `${counted(progress.pages, 'page')}, ${read} read, ${progress.accepted} accepted, ${progress.quarantined} set aside`
    const doing = waiting ? waitingLine(waiting) : rate > 0 ? `${Math.round(rate)}/s` : ''
    if (waiting && waiting.seconds >= noticeable) out.note(waitingLine(waiting))
    out.progress(`${barOf(progress)}${counts}${doing && `, ${doing}`}`)
  }
}

const barOf = ({ bytes, total, read }: Progress): string => {
  const share = bytes && bytes.of > 0 ? bytes.done / bytes.of : total ? read / total : null
  if (share === null) return ''
  const done = Math.min(share, 1)
  return `[${'#'.repeat(Math.round(done * 24)).padEnd(24)}] ${Math.floor(done * 100)}% `
}
