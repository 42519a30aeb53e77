/** Rows after which a table is looked at for the first time; then at each time so often as many. */
const [first, times] = [1_000, 4]

/** What the server knows of tables that this process fills. */
export interface Statistics {
  /** Of one connection's statements, from the first to the end of their transaction. */
  open(): Writing
}

export interface Writing {
  /** A statement wrote so many rows. */
  wrote(sql: string, rows: number): void
  /** All of it is committed. Not earlier: what others cannot see yet counts as nothing, and a table of nothing is read whole. */
  committed(): void
}

/**
 * The server plans by what it last saw of a table, and looks of itself once a minute, when a tenth is new. Until then a table that
 * fills counts as empty, and a source that is new as one of few records: of all that it has each page then reads every row. So
 * it is told to look while a table fills, which costs a fraction of a second each time.
 *
 * @param analyze of this table; may fail, for then it is looked at a minute later
 */
export const createStatistics = (analyze: (table: string) => Promise<unknown>): Statistics => {
  const tables = new Map<string, { rows: number; next: number }>()
  let underway: Promise<unknown> = Promise.resolve()
  const grew = (table: string, by: number) => {
    const { rows, next } = tables.get(table) ?? { rows: 0, next: first }
    const isDue = rows + by >= next
    tables.set(table, { rows: rows + by, next: isDue ? (rows + by) * times : next })
    if (isDue) underway = underway.then(() => analyze(table)).catch(() => undefined)
  }
  return {
    open: () => {
      const written = new Map<string, number>()
      return {
        wrote: (sql, rows) => {
          const table = inserting.exec(sql)?.[1]
          if (table !== undefined) written.set(table, (written.get(table) ?? 0) + rows)
        },
        committed: () => {
          for (const [table, rows] of written) grew(table, rows)
        },
      }
    },
  }
}

const inserting = /^insert into "?(\w+)"?/i
