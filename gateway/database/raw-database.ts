import type Libsql from 'libsql'

/** A connection to an SQLite file as it is: for the embedded search engine, which speaks FTS5. */
export type RawDatabase = InstanceType<typeof Libsql>
