import t from 'tap'
import { ShulianError } from '../contracts/errors.js'
import { createLog } from './log.js'
import { createOutage } from './outage.js'

const setUp = () => {
  const lines: { level: string; msg: string; seconds?: number }[] = []
  const log = createLog({ level: 'warn', write: (line) => lines.push(JSON.parse(line)) })
  const clock = { seconds: 0 }
  const outage = createOutage({
    log,
    code: 'DATABASE_UNAVAILABLE',
    what: 'the database',
    advice: 'Start it.',
    now: () => clock.seconds * 1000,
  })
  const told = () => lines.splice(0).map(({ level, msg, seconds }) => [level, msg, seconds])
  return { log, outage, clock, told }
}

t.test('an outage is told once, each minute while it lasts, and when it is over', async (t) => {
  const { outage, clock, told } = setUp()
  outage.ends()
  t.same(told(), [], 'what was never away is not back')
  for (; clock.seconds < 130; clock.seconds++) outage.lasts('ECONNREFUSED')
  t.same(told(), [
    ['error', 'the database does not answer. Start it.', undefined],
    ['error', 'the database still does not answer', 60],
    ['error', 'the database still does not answer', 120],
  ])
  outage.ends()
  outage.ends()
  t.same(told(), [['warn', 'the database answers again', 130]])
})

t.test('what comes and goes is not told each time', async (t) => {
  const { outage, clock, told } = setUp()
  for (; clock.seconds < 50; clock.seconds++) {
    outage.lasts('ECONNRESET')
    outage.ends()
  }
  t.equal(told().length, 2, 'once that it went, once that it came')
  clock.seconds = 60
  outage.lasts('ECONNRESET')
  t.match(told(), [['error', /does not answer/]])
})

t.test('what fails of an outage and is tried again is not told beside it', async (t) => {
  const { log, told } = setUp()
  const away = new ShulianError('SEARCH_ENGINE_AWAY', 'The search engine does not answer.')
  log.warn({ job: '1', err: away }, 'job failed, will be tried again')
  log.child({ plugin: 'search' }).warn({ error: away }, 'request failed')
  t.same(told(), [])
  log.warn({ err: new Error('another') }, 'job failed, will be tried again')
  t.equal(told().length, 1)
})

t.test('what an outage ends for good is told, without a stack', async (t) => {
  const lines: string[] = []
  const log = createLog({ level: 'warn', write: (line) => lines.push(line) })
  const away = new ShulianError('DATABASE_UNAVAILABLE', 'The database does not answer.', {
    cause: new Error('Connection terminated unexpectedly'),
  })
  log.error({ job: '1', err: away }, 'job given up')
  t.match(JSON.parse(lines[0]!), {
    job: '1',
    err: { code: 'DATABASE_UNAVAILABLE', message: 'The database does not answer.' },
  })
  t.notMatch(lines[0], /stack|terminated/)
})
