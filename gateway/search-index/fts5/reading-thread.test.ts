import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openDatabase } from '../../database/open.js'
import { createEmbeddedIndex } from '../embedded.js'
import { query, titled, words } from '../suite/documents.js'
import { openReadingThread } from './reading-thread.js'

const folder = mkdtempSync(join(tmpdir(), 'shulian-reading-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

const filled = async (name: string) => {
  const database = openDatabase({ path: join(folder, name) })
  const index = createEmbeddedIndex(database)
  await index.upsert(
    Array.from({ length: 40 }, (_, at) => titled(`w${at}`, at % 2 ? `红楼梦 ${at}` : `stone ${at}`)),
  )
  return { database, index }
}

t.test('a thread finds what is found here, and what was written since', async (t) => {
  const { database, index } = await filled('1.db')
  const thread = openReadingThread(database.path, () => undefined)
  for (const asked of [
    { all: words('stone') },
    { all: words('红楼梦'), limit: 5 },
    { all: words('nothing') },
    {},
  ])
    t.same(await thread.search(query(asked)), await index.search(query(asked)), JSON.stringify(asked))
  await index.upsert([titled('new', 'amber')])
  t.equal((await thread.search(query({ all: words('amber') })))?.total, 1)
  await thread.close()
  await index.close()
  await database.close()
})

t.test('what it cannot do it says so, and goes on; closed, it has answered what it was asked', async (t) => {
  const { database } = await filled('2.db')
  let ends = 0
  const thread = openReadingThread(database.path, () => ends++)
  t.equal(await thread.search(query({ all: words('stone'), cursor: 'of another world' })), null)
  const asked = [1, 2, 3].map(() => thread.search(query({ all: words('stone') })))
  t.equal(thread.waiting(), 3)
  await thread.close()
  t.same(
    (await Promise.all(asked)).map((result) => result?.total),
    [20, 20, 20],
  )
  t.equal(ends, 1)
  await database.close()
})

t.test('a thread without its file answers nothing', async (t) => {
  const thread = openReadingThread(join(folder, 'no', 'such.db'), () => undefined)
  t.equal(await thread.search(query({ all: words('stone') })), null)
  await thread.close()
  t.equal(thread.waiting(), 0)
})

t.test('a crowd of readers finds what one reader finds, while it is written', async (t) => {
  const { database, index } = await filled('3.db')
  const asked = ['stone', '红楼梦', 'stone 4', '红楼梦 1'].map((text) => query({ all: words(text) }))
  const totals = [20, 20, 1, 1]
  let threads = 0
  const onThread = () => threads++
  process.on('worker', onThread)
  for (let round = 0; round < 60; round++) {
    const [results] = await Promise.all([
      Promise.all([...asked, ...asked].map((one) => index.search(one))),
      round % 10 === 0 && index.upsert([titled(`other ${round}`, 'amber')]),
    ])
    const got = results.map(({ total }) => total)
    if (JSON.stringify(got) !== JSON.stringify([...totals, ...totals])) t.same(got, [...totals, ...totals])
  }
  await t.rejects(Promise.all(asked.map((one) => index.search({ ...one, cursor: 'of another world' }))), {
    code: 'CURSOR_INVALID',
  })
  await index.close()
  await database.close()
  process.off('worker', onThread)
  t.equal(threads, availableParallelism() > 1 ? 1 : 0, 'with the help of one thread')
})
