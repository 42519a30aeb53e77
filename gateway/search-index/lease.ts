import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { ShulianError } from '../contracts/errors.js'
import type { AnyDatabase } from '../contracts/plugin.js'
import type { Building, SearchIndex } from '../contracts/search-index.js'

/** A process that says nothing for so long is dead: another may go on with what it built. */
const holdsFor = 15_000
const renewedEvery = 5_000
const askedEvery = 500

/** Of the processes that share a database one at a time builds an index beside the live one. */
export const leased = (index: SearchIndex, database: AnyDatabase): SearchIndex => ({
  ...index,
  beside: async ({ signal }) => {
    const lease = await taken(database, signal)
    try {
      return held(await index.beside({ signal }), lease)
    } catch (error) {
      await lease.release()
      throw error
    }
  },
})

const held = (building: Building, lease: Lease): Building => ({
  ...building,
  swap: async () => {
    await lease.renew()
    await building.swap()
  },
  close: async () => {
    await building.close()
    await lease.release()
  },
})

interface Lease {
  /** @throws ShulianError SEARCH_BUILD_UNDERWAY: it lapsed, and another took it */
  renew(): Promise<void>
  release(): Promise<void>
}

interface Tables {
  searchIndexState: { name: string; value: string }
}

/** Waits as long as a dead holder's claim lasts. @throws ShulianError SEARCH_BUILD_UNDERWAY */
const taken = async (database: AnyDatabase, signal: AbortSignal): Promise<Lease> => {
  const row = rowIn(database as Kysely<Tables>)
  const holder = randomUUID()
  const first = await row.read()
  for (;;) {
    const now = await row.read()
    if (isFree(now) && (await row.exchange(now, claimOf(holder)))) return leaseOf(row, holder)
    // Renewed since this one began to wait: its holder lives.
    if (now !== first && !isFree(now)) throw underway()
    await sleep(askedEvery, undefined, { signal })
  }
}

/** `until holder`: when it lapses, in milliseconds, and who has it. */
const claimOf = (holder: string): string => `${Date.now() + holdsFor} ${holder}`
const isFree = (value: string): boolean => Number(value.split(' ')[0]) < Date.now()

const leaseOf = (row: Row, holder: string): Lease => {
  const renew = async () => {
    const now = await row.read()
    if (!now.endsWith(` ${holder}`) || !(await row.exchange(now, claimOf(holder)))) throw underway()
  }
  let last: Promise<unknown> = Promise.resolve()
  /** One after the other: each exchanges what the one before wrote. */
  const inTurn = (work: () => Promise<unknown>) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
  const timer = setInterval(() => void inTurn(renew).catch(() => undefined), renewedEvery)
  timer.unref()
  return {
    renew: async () => void (await inTurn(renew)),
    release: async () => {
      clearInterval(timer)
      await inTurn(async () => {
        const now = await row.read()
        if (now.endsWith(` ${holder}`)) await row.exchange(now, '0')
      })
    },
  }
}

type Row = ReturnType<typeof rowIn>

const rowIn = (database: Kysely<Tables>) => ({
  read: async (): Promise<string> => {
    await database
      .insertInto('searchIndexState')
      .values({ name: 'build', value: '0' })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const { value } = await database
      .selectFrom('searchIndexState')
      .select('value')
      .where('name', '=', 'build')
      .executeTakeFirstOrThrow()
    return value
  },
  /** Whether it was still as it was read. */
  exchange: async (before: string, after: string): Promise<boolean> => {
    const { numUpdatedRows } = await database
      .updateTable('searchIndexState')
      .set({ value: after })
      .where('name', '=', 'build')
      .where('value', '=', before)
      .executeTakeFirstOrThrow()
    return Number(numUpdatedRows) === 1
  },
})

const underway = () =>
  new ShulianError(
    'SEARCH_BUILD_UNDERWAY',
    'Another process builds the search index already. Wait until it has ended; one that died lets go after 15 seconds.',
    { status: 409, retryAfter: 15 },
  )
