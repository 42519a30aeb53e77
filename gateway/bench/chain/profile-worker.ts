// Loaded into a process before all else: writes what its threads spent their time on, each as a profile of V8's.
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { join } from 'node:path'
import { threadId } from 'node:worker_threads'

const folder = process.env['SHULIAN_BENCH_PROFILES']!
const command = process.argv[2] ?? 'none'
const session = new Session()
session.connect()
session.post('Profiler.enable')
session.post('Profiler.start')
process.once('exit', () => {
  session.post('Profiler.stop', (_error, { profile }) =>
    writeFileSync(join(folder, `${command}-${process.pid}-${threadId}.cpuprofile`), JSON.stringify(profile)),
  )
})
