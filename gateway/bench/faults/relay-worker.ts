// A process that relays the letters of a database file to Redis, until it is killed.
import { silentLog } from '../../contracts/log.js'
import { openDatabase } from '../../database/open.js'
import { createBullQueue } from '../../job-queue/bull.js'

const [path = '', url = ''] = process.argv.slice(2)
const { kysely: database } = openDatabase({ path })
const queue = createBullQueue({ url, database, log: silentLog, now: () => new Date() })
queue.handle('letter', async () => {})
await queue.start('relay')
process.stdout.write('relaying\n')
