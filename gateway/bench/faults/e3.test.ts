import t from 'tap'
import { jsonLines, listening } from '../../command-testing.js'
import { inFolder } from './in-folder.js'
import { openLetters, startedUntilGivenUp } from './letters.js'

// Each start is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

t.test(
  'E3: a job that kills its worker three times is given up; the others finish; redrive works',
  async (t) =>
    inFolder(async (folder) => {
      const letters = openLetters(folder)
      const { command, call, settled, done } = letters
      const first = letters.start()
      await letters.send(await listening(first), ['a', 'b', 'poison', 'c', 'd'])
      t.equal((await first.finished).code, null, 'it died of it')

      const { deaths, url, started } = await startedUntilGivenUp(letters)
      t.teardown(() => started.child.kill('SIGKILL'))
      t.equal(deaths, 2, 'and twice more, and then it stayed')
      const told = await settled(url)
      t.same(
        done().filter((letter, at, all) => all.indexOf(letter) === at),
        ['a', 'b', 'c', 'd'],
      )
      const dead = { topic: 'letter', attempts: 3, error: /died or froze 3 times in 3 tries. Find out why/ }
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

      letters.cure()
      t.match(await command('jobs', 'redrive', id), {
        code: 0,
        stdout: /1 job may be tried again\. The gateway takes what is due\./,
      })
      t.match(await settled(url), { waiting: 0, running: 0, dead: 0, deadJobs: [] })
      t.ok(done().includes('poison'), 'it is done')
      t.equal((await call(url, `/v1/jobs/${id}/redrive`, {})).status, 404, 'it is dead no more')
      t.match(await command('jobs', 'list'), { code: 0, stdout: /No job was given up/ })
      started.child.kill('SIGTERM')
      await started.finished
    }),
)
