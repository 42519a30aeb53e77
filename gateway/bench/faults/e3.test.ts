import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { type Finished, jsonLines, listening, startShulianAt } from '../../command-testing.js'
import type { DeadJob } from '../../contracts/job-queue.js'
import { projectRoot } from '../../root.js'
import { inFolder } from './in-folder.js'

// Each start is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

interface Jobs {
  waiting: number
  running: number
  dead: number
  deadJobs: DeadJob[]
}

/** A gateway with a stranger's plugin whose letters are jobs; one of them may end the process. */
const openLetters = (folder: string) => {
  const plugin = 'shulian-plugin-letters'
  const installed = join(folder, 'node_modules', plugin)
  mkdirSync(installed, { recursive: true })
  cpSync(join(projectRoot(), 'gateway/job-queue/fixtures', plugin), installed, { recursive: true })
  const config = join(folder, 'consortium.json')
  writeFileSync(
    config,
    JSON.stringify({ name: 'Letters', plugins: [{ package: plugin, options: { folder } }] }),
  )
  const dataDir = join(folder, 'data')
  const at = { dataDir, cwd: folder, settings: { SHULIAN_CONFIG: config } }
  const call = async (url: string, path: string, body?: object) =>
    fetch(`${url}${path}`, {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      headers: {
        authorization: `Bearer ${readFileSync(join(dataDir, 'operator.token'), 'utf8').trim()}`,
        ...(body && { 'content-type': 'application/json' }),
      },
    })
  return {
    start: () => startShulianAt(at, 'serve', '--json'),
    command: (...words: string[]): Promise<Finished> => startShulianAt(at, ...words).finished,
    call,
    jobs: async (url: string) => (await (await call(url, '/v1/jobs')).json()) as Jobs,
    /** The letters that were written, in the order of the alphabet. */
    done: () => {
      const path = join(folder, 'done')
      return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n').sort() : []
    },
  }
}

/** Starts the gateway as whoever watches over it does, until it stays and a job was given up. */
const startedUntilGivenUp = async ({ start, jobs }: ReturnType<typeof openLetters>) => {
  for (let deaths = 1; ; deaths++) {
    const started = start()
    let isOver = false
    void started.finished.then(() => {
      isOver = true
    })
    const url = await listening(started).catch(() => undefined)
    while (url && !isOver) {
      const { dead } = await jobs(url).catch(() => ({ dead: 0 }))
      if (dead > 0) return { deaths, url, started }
      await sleep(50)
    }
    const { code, stderr } = await started.finished
    if (code !== null) throw new Error(`the gateway ended with ${code}: ${stderr}`)
  }
}

t.test(
  'E3: a job that kills its worker three times is given up; the others finish; redrive works',
  async (t) =>
    inFolder(async (folder) => {
      const letters = openLetters(folder)
      const { start, command, call, jobs, done } = letters
      writeFileSync(join(folder, 'cause'), '')
      const first = start()
      const sent = ['a', 'b', 'poison', 'c', 'd']
      await call(await listening(first), '/v1/letters', { letters: sent }).catch(() => undefined)
      t.equal((await first.finished).code, null, 'it died of it')

      const { deaths, url, started } = await startedUntilGivenUp(letters)
      t.teardown(() => started.child.kill('SIGKILL'))
      t.equal(deaths, 3, 'and twice more, and then it stayed')
      while ((await jobs(url)).waiting + (await jobs(url)).running > 0) await sleep(20)
      t.same(
        done().filter((letter, at, all) => all.indexOf(letter) === at),
        ['a', 'b', 'c', 'd'],
      )
      const dead = { topic: 'letter', attempts: 3, error: /died or froze 3 times in 3 tries. Find out why/ }
      const told = await jobs(url)
      t.match(told, { waiting: 0, running: 0, dead: 1, deadJobs: [dead] })
      t.notOk('payload' in told.deadJobs[0]!, 'what a job carries stays inside')
      t.equal((await fetch(`${url}/v1/jobs`)).status, 401, 'and its reason is for the operator')

      const { id } = told.deadJobs[0]!
      t.match(jsonLines((await command('jobs', 'list', '--json')).stdout), [{ id, ...dead }])
      t.match(
        (await command('status')).stdout,
        /1 dead\n.*died or froze 3 times.*\n.*shulian jobs redrive ID/,
      )
      t.match(await command('jobs', 'redrive', '999'), { code: 1, stderr: /JOB_UNKNOWN/ })
      t.match(await command('jobs', 'redrive'), { code: 2, stderr: /number of the job/ })

      rmSync(join(folder, 'cause'))
      t.match(await command('jobs', 'redrive', id), { code: 0, stdout: /The gateway takes them now/ })
      while (!done().includes('poison')) await sleep(20)
      while ((await jobs(url)).running > 0) await sleep(20)
      t.match(await jobs(url), { waiting: 0, running: 0, dead: 0, deadJobs: [] })
      t.equal((await call(url, `/v1/jobs/${id}/redrive`, {})).status, 404, 'it is dead no more')
      t.match(await command('jobs', 'list'), { code: 0, stdout: /No job was given up/ })
      started.child.kill('SIGTERM')
      await started.finished
    }),
)
