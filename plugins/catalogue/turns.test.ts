import type { Kysely, KyselyPlugin } from 'kysely'
import t, { type Test } from 'tap'
import { packDescription, readDescription } from '../../standards/record/packed.js'
import { settleBlocks } from './blocks.js'
import { matchedOf, readClues } from './clues.js'
import { compareAnew, replaceEdges } from './edges.js'
import type { CatalogueTables, CatalogueTransaction } from './tables.js'
import { openCatalogue, put } from './testing.js'

const records = 1_000
/** So many records meet each other. */
const fellows = 25

/** At each look at the clock a breath is over, so that how fast this machine is decides nothing. */
const withoutBreath = (t: Test): void => {
  const { now } = performance
  let looks = now.call(performance)
  performance.now = () => {
    looks += 10
    return looks
  }
  t.teardown(() => {
    performance.now = now
  })
}

/** How many turns others had before each question to the database, which itself lets them have one, and after the last. */
const turnsBetween = async <T>(
  database: Kysely<CatalogueTables>,
  prepare: (transaction: CatalogueTransaction) => Promise<T>,
  work: (transaction: CatalogueTransaction, prepared: T) => Promise<unknown>,
): Promise<number[]> => {
  let [turns, isOver] = [0, false]
  let told: number[] = []
  const turn = () => {
    turns++
    if (!isOver) setImmediate(turn)
  }
  const note = () => {
    told.push(turns)
    turns = 0
  }
  const noting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      note()
      return node
    },
    transformResult: async ({ result }) => result,
  }
  await database
    .withPlugin(noting)
    .transaction()
    .execute(async (transaction) => {
      const prepared = await prepare(transaction)
      setImmediate(turn)
      told = []
      await work(transaction, prepared)
      note()
    })
  isOver = true
  return told
}

t.test('while a page is matched others have their turns', async (t) => {
  const { database, push } = await openCatalogue(t)
  const all = Array.from({ length: records }, (_, at) =>
    put({
      id: `r${at}`,
      title: `History of the county number ${at % (records / fellows)}, an account of its people, part ${at}`,
      author: 'Writer, W.',
      isbn: `978${String(at).padStart(10, '0')}`,
    }),
  )
  await push('one/main', all)
  const kept = await database.selectFrom('catalogueContent').select(['recordId', 'description']).execute()
  const ids = kept.map(({ recordId }) => recordId)
  const retitled = kept.map(({ recordId, description }) => {
    const one = readDescription(description)
    const titles = one.titles.map((title) => ({ ...title, value: `${title.value}, anew` }))
    return { id: recordId, description: { ...one, titles } }
  })

  withoutBreath(t)
  const loaded = async (transaction: CatalogueTransaction) => {
    const clues = readClues(transaction)
    await clues.load(ids)
    return clues
  }
  const nothing = async () => {}

  t.test('where many are compared', async (t) => {
    const turns = await turnsBetween(database, loaded, (transaction, clues) =>
      compareAnew(transaction, ids, clues),
    )
    t.ok(Math.max(...turns) >= records, String(turns))
  })

  t.test('where many are changed', async (t) => {
    const changed = retitled.map(({ id, description }) => ({
      id,
      matched: matchedOf(description),
      wasMatched: true,
    }))
    const turns = await turnsBetween(database, loaded, (transaction, clues) =>
      replaceEdges(transaction, changed, clues),
    )
    t.ok((turns[0] as number) >= records, 'what changes is told before the first question')
  })

  t.test('where many are read whose clues are not stored yet', async (t) => {
    for (const { id, description } of retitled)
      await database
        .updateTable('catalogueContent')
        .set({ description: packDescription(description), clues: null })
        .where('recordId', '=', id)
        .execute()
    const turns = await turnsBetween(database, nothing, loaded)
    t.ok(Math.max(...turns) >= records, String(turns))
  })

  t.test('where many leave blocks', async (t) => {
    const changes = Array.from({ length: 10 }, (_, change) => ({
      id: `r${change}`,
      lost: Array.from({ length: 2_000 }, (_, at) => 1_000_000 + 2_000 * change + at),
      gained: [],
      copyBefore: 0,
      copy: 0,
      clues: '',
    }))
    const turns = await turnsBetween(database, nothing, (transaction) => settleBlocks(transaction, changes))
    t.ok((turns.at(-1) as number) >= records, String(turns))
  })
})
