import type { Gateway } from '../gateway.js'
import { type Command, readArgs } from './command.js'
import { aborted } from './serve.js'

/** What brings jobs is away: looked at so often, said once. */
const look = 1000

export const workCommand: Command = {
  name: 'work',
  usage: 'work',
  summary: 'Do jobs, beside a gateway that serves; any number of these on any machine',
  help: 'Takes jobs that Redis brings (SHULIAN_REDIS_URL), or else those of the database. Ends on SIGTERM: what runs is finished within ten seconds or given back.',
  run: async (args, { open, out, signal }) => {
    readArgs({ args, options: {} })
    const gateway = await open()
    await gateway.jobs.start('work')
    out.object({ event: 'working', pid: process.pid })
    out.line(`Working (process ${process.pid}).`)
    const watch = watchTrouble(gateway, out.note)
    await aborted(signal)
    clearInterval(watch)
    return 0
  },
}

const watchTrouble = ({ jobs }: Gateway, note: (text: string) => void): NodeJS.Timeout => {
  let told: string | null = null
  const tell = (): void => {
    const trouble = jobs.trouble()
    if (trouble !== null && told === null) note(`${trouble}. Jobs wait in the database until it does.`)
    if (trouble === null && told !== null) note('Jobs arrive again.')
    told = trouble
  }
  tell()
  return setInterval(tell, look)
}
