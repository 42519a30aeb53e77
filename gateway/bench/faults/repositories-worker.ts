// The repositories of E19 in a process of their own: they take no time of the thread that is measured. It ends with its parent.
import { hostile, steady } from './repositories.js'

const [kind = '', others, pages, milliseconds] = process.argv.slice(2)
const upstreams = await Promise.all([
  ...(kind === '' ? [] : [hostile[kind]!.start()]),
  ...Array.from({ length: Number(others) }, () => steady(Number(pages), Number(milliseconds))),
])
process.stdout.write(`${JSON.stringify(upstreams.map(({ port }) => port))}\n`)
process.stdin.resume().once('close', () => process.exit())
