/** Rows after which a table is looked at for the first time; then at each time so often as many. */
const [first, times] = [1_000, 4]

/** What the server knows of tables that this process fills. */
export interface Statistics {
  /** A statement wrote so many rows; others see them once it is committed. */
  wrote(sql: string, rows: number): void
  /** What was written is committed, or undone: tables that grew much are looked at, one after the other. */
  settle(): void
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
  const due = () => [...tables].filter(([, { rows, next }]) => rows >= next)
  return {
    wrote: (sql, rows) => {
      const table = inserting.exec(sql)?.[1]
      if (table === undefined) return
      const known = tables.get(table) ?? { rows: 0, next: first }
      tables.set(table, { ...known, rows: known.rows + rows })
    },
    settle: () => {
      for (const [table, { rows }] of due()) {
        tables.set(table, { rows, next: rows * times })
        underway = underway.then(() => analyze(table)).catch(() => undefined)
      }
    },
  }
}

const inserting = /^insert into "?(\w+)"?/i
