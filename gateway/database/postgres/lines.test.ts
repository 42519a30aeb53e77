import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import t, { type Test } from 'tap'
import { openLink } from '../../bench/faults/link.js'
import { codeOf } from '../../contracts/errors.js'
import { silentLog } from '../../contracts/log.js'
import { createLine } from './line.js'
import { openPostgres } from './open.js'
import { postgresFor } from './testing.js'

t.setTimeout(45_000)

t.test('whoever waits too long for others is told, and those behind go on in their order', async (t) => {
  const line = createLine(20)
  const leave = await line.enter()
  await t.rejects(line.enter(), { code: 'STORAGE_BUSY', status: 503 })
  const next = line.enter()
  leave()
  const leaveNext = await next
  leaveNext()
  ;(await line.enter())()
})

/** @param talk with whoever connects */
const listeningTo = async (t: Test, talk: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket.on('error', () => {}))
    talk(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return (server.address() as { port: number }).port
}

const at = (port: number) => openPostgres({ url: `postgres://a:b@127.0.0.1:${port}/c`, log: silentLog })

t.test('a server that takes connections and says nothing is away', async (t) => {
  await t.rejects(at(await listeningTo(t, (socket) => socket.resume())), { code: 'DATABASE_UNAVAILABLE' })
})

t.test('one that refuses and then says nothing, not even goodbye, is away', async (t) => {
  const said = Buffer.from('SFATAL\0C57P03\0Mthe database system is starting up\0\0')
  const length = Buffer.alloc(5)
  length.write('E')
  length.writeInt32BE(said.length + 4, 1)
  const refusal = Buffer.concat([length, said])
  const port = await listeningTo(t, (socket) => socket.once('data', () => socket.write(refusal)))
  await t.rejects(at(port), { code: 'DATABASE_UNAVAILABLE' })
})

const server = await postgresFor(t)
if (server) {
  let made = 0
  const through = async (t: Test, port: number) => {
    const name = `lines${made++}`
    await server.create(name)
    const url = new URL(server.url(name))
    url.port = String(port)
    const database = await openPostgres({ url: String(url), log: silentLog })
    t.teardown(() => database.close())
    await database.kysely.schema.createTable('note').addColumn('text', 'text').execute()
    return { ...database, name }
  }
  const linked = async (t: Test) => {
    const link = await openLink(server.port)
    t.teardown(() => link.close())
    return { link, ...(await through(t, link.port)) }
  }

  t.test('a transaction whose line fell silent keeps nobody else from writing', async (t) => {
    const { link, kysely, name } = await linked(t)
    const write = () =>
      kysely
        .transaction()
        .execute((transaction) => transaction.insertInto('note').values({ text: 'a' }).execute())
    const silent = kysely.transaction().execute(async (transaction) => {
      await transaction.insertInto('note').values({ text: 'lost' }).execute()
      link.forget()
      await transaction.insertInto('note').values({ text: 'lost' }).execute()
    })
    await t.rejects(silent, { code: 'DATABASE_UNAVAILABLE' })
    while ((await write().catch(codeOf)) === 'DATABASE_UNAVAILABLE') await new Promise(setImmediate)
    t.match(await server.ask(name, 'select text from note'), [{ text: 'a' }])
  })

  t.test('a connection that falls silent while it is made is none', async (t) => {
    const port = await listeningTo(t, (near) => {
      const far = connect(server.port, '127.0.0.1').on('error', () => {})
      near.on('data', (bytes) => {
        if (bytes.includes('default_toast_compression')) near.pause()
        else far.write(bytes)
      })
      near.once('close', () => far.destroy())
      far.pipe(near)
    })
    await t.rejects(through(t, port), { code: 'DATABASE_UNAVAILABLE' })
  })

  t.test('to close does not wait for a server that fell silent', async (t) => {
    const { link, kysely, close, name } = await linked(t)
    const asked = kysely.selectNoFrom((it) => it.fn('pg_sleep', [it.lit(60)]).as('slept')).execute()
    const refused = t.rejects(asked, { code: 'DATABASE_UNAVAILABLE' })
    const asleep = `select 1 from pg_stat_activity where datname = '${name}' and wait_event = 'PgSleep'`
    while ((await server.ask('postgres', asleep)).length === 0) await new Promise(setImmediate)
    link.silence()
    await Promise.all([close(), refused])
  })
}
