import { diskFull } from './disk-full.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'
import { smallDisk } from './small-disk.js'

export const name = 'faults/E26'

/** A disk that fills: said as STORAGE_FULL, readers are answered, and the same run goes on once there is room. */
export const run = async (report: (line: string) => void): Promise<void> => {
  const must = judging(report)
  const ends: (() => void)[] = []
  const disk = smallDisk({ teardown: (end) => ends.push(end) }, 96)
  if (disk === null) return report('skipped: this user may not mount a disk')
  try {
    const {
      count,
      cut,
      report: first,
      kept,
      full,
      whole,
      found,
      pushed,
    } = await inFolder((folder) => diskFull(disk, folder, 6_000))
    must(
      cut.code === 1 && /STORAGE_FULL/.test(cut.stderr),
      `an import ends with ${cut.code} and says STORAGE_FULL`,
    )
    must(kept === first['read'], `of ${count} records ${first['read']} were counted, ${kept} are kept`)
    must(
      full.status === 503 && /STORAGE_FULL/.test(JSON.stringify(full.problem)),
      `a call is told ${full.status} STORAGE_FULL`,
    )
    must(full.reading === 200, `a search meanwhile is answered ${full.reading}`)
    must(
      whole['run'] === first['run'] && whole['accepted'] === count,
      `with room the same run accepts ${whole['accepted']}`,
    )
    must(found === count && pushed === 200, `${found} found, and the call is answered ${pushed}`)
  } finally {
    for (const end of ends) end()
  }
}
