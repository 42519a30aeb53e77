import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { runningGateway, takeInstance } from './instance.js'

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-instance-'))
  t.teardown(() => rmSync(path, { recursive: true }))
  return path
}
const never = new AbortController().signal

t.test('the gateway that serves a folder can be found until it lets go', async (t) => {
  const dataDir = folder()
  t.equal(runningGateway(dataDir), null)
  const instance = await takeInstance(dataDir, never)
  instance.announce('http://127.0.0.1:1')
  t.same(runningGateway(dataDir), { pid: process.pid, url: 'http://127.0.0.1:1' })
  instance.release()
  t.equal(runningGateway(dataDir), null)
})

t.test('a second start waits until the first gateway is gone', async (t) => {
  const dataDir = folder()
  const first = await takeInstance(dataDir, never)
  setTimeout(() => first.release(), 300)
  const began = performance.now()
  const second = await takeInstance(dataDir, never)
  t.ok(performance.now() - began >= 250)
  second.release()
})

t.test('a gateway that was killed holds nothing', async (t) => {
  const dataDir = folder()
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await new Promise((resolve) => child.once('spawn', resolve))
  writeFileSync(join(dataDir, 'gateway.json'), JSON.stringify({ pid: child.pid, url: 'http://x' }))
  t.match(runningGateway(dataDir), { pid: child.pid })
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  t.equal(runningGateway(dataDir), null)
  ;(await takeInstance(dataDir, never)).release()
})

t.test(
  'a file that a process before us left under our own process id, as in a container, holds nothing',
  async (t) => {
    const dataDir = folder()
    writeFileSync(
      join(dataDir, 'gateway.json'),
      JSON.stringify({ pid: process.pid, url: 'http://x', since: 1 }),
    )
    t.equal(runningGateway(dataDir), null)
    const began = performance.now()
    ;(await takeInstance(dataDir, never)).release()
    t.ok(performance.now() - began < 5_000)
  },
)
