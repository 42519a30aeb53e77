import { programs, startPostgres } from '../../database/postgres/testing.js'
import { type ErasedThenRestored, erasedThenRestored } from './erased-then-restored.js'
import { inFolder } from './in-folder.js'
import { judging } from './judging.js'

export const name = 'faults/E27'

/** Back up, erase a reader, restore; the yardstick is another reader, of whom all is there. */
export const run = async (report: (line: string) => void): Promise<void> => {
  tell('SQLite', await inFolder((folder) => erasedThenRestored(folder)), report)
  const bin = programs()
  if (bin === undefined) return report('skipped: PostgreSQL is not on this machine')
  const server = await startPostgres(bin)
  try {
    const url = server.url('postgres')
    tell('PostgreSQL', await inFolder((folder) => erasedThenRestored(folder, url)), report)
  } finally {
    await server.close()
  }
}

const tell = (
  where: string,
  { wereThere, found, others }: ErasedThenRestored,
  report: (line: string) => void,
): void => {
  const must = judging(report)
  must(wereThere.length > 0, `${where}: before in ${wereThere.join(', ')}`)
  must(found.length === 0, `${where}: after the restore in ${found.join(', ') || 'nothing'}`)
  must(others > 0, `${where}: of another reader in ${others} tables`)
}
