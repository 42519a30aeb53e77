import { chmodSync, chownSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { shulian, startShulianAt } from '../../command-testing.js'
import { diskFull } from './disk-full.js'
import { inFolder } from './in-folder.js'
import { lockedBy } from './locked-by.js'
import { skipped, smallDisk } from './small-disk.js'

// Each command is a process of its own: many of them take their time on a busy machine.
t.setTimeout(600_000)

const memberWords = (id: string) => ['members', 'add', id, '--name', id, '--type', 'library']
const disk = smallDisk(t, 96)

t.test(
  'E26: a full disk is said, nothing is lost, and all goes on once there is room',
  { skip: skipped(disk) },
  async (t) =>
    inFolder(async (folder) => {
      if (disk === null) return
      const { count, cut, report, kept, full, whole, found, pushed, code } = await diskFull(
        disk,
        folder,
        6_000,
      )
      t.match(cut, {
        code: 1,
        stderr: /STORAGE_FULL: The disk is full. Free some space; nothing that was accepted is lost/,
      })
      t.match(report, { error: { code: 'STORAGE_FULL' } })
      t.ok(Number(report['read']) < count, `${report['read']} records had been read`)
      t.equal(kept, report['read'], 'what was counted is there')
      t.match(full.command, { code: 1, stderr: /STORAGE_FULL/ }, 'by command')
      t.equal(full.status, 503, 'by call')
      t.ok(Number(full.retryAfter) > 0)
      t.match(full.problem, { code: 'STORAGE_FULL', detail: /Free some space/ })
      t.equal(full.reading, 200, 'reading goes on')
      t.match(whole, { run: report['run'], read: count, accepted: count, unchanged: 0 }, 'the same run')
      t.equal(found, count)
      t.equal(pushed, 200)
      t.equal(code, 0)
    }),
)

t.test('a database that another process holds is said, and nothing waits for ever', async (t) =>
  inFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    await shulian(dataDir, ...memberWords('city'))
    const lock = await lockedBy(join(dataDir, 'shulian.db'))
    t.match(await shulian(dataDir, ...memberWords('press')), {
      code: 1,
      stderr: /STORAGE_BUSY: Another process is writing to the database. Try again in a moment/,
    })
    await lock.end()
    t.equal((await shulian(dataDir, ...memberWords('press'))).code, 0)
  }),
)

/** Rights mean nothing to root: then as somebody else. */
const somebody = process.getuid?.() === 0 ? 65_534 : undefined
const closedFolder =
  /DATA_FOLDER_NOT_WRITABLE: The data folder .*data cannot be written to. Give this user the right to write there, or name another folder in SHULIAN_DATA_DIR/

t.test('a folder in which this user may not write is said, with what to do', async (t) =>
  inFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    mkdirSync(dataDir)
    chmodSync(dataDir, 0o500)
    for (const words of [['status'], ['serve', '--empty'], memberWords('city')]) {
      const { code, stdout, stderr } = await startShulianAt({ dataDir, ...as(somebody) }, ...words).finished
      t.equal(code, 1, words.join(' '))
      t.equal(stdout, '')
      t.match(stderr, closedFolder)
      t.notMatch(stderr, /\.build/, 'and no stack')
    }
    const inside = join(dataDir, 'data')
    t.match(await startShulianAt({ dataDir: inside, ...as(somebody) }, 'status').finished, {
      code: 1,
      stderr: closedFolder,
    })
    chmodSync(dataDir, 0o700)
    t.equal((await shulian(dataDir, ...memberWords('city'))).code, 0)
  }),
)

const as = (uid: number | undefined) => (uid === undefined ? {} : { uid })

t.test('a database file in which this user may not write is said', async (t) =>
  inFolder(async (folder) => {
    const dataDir = join(folder, 'data')
    await shulian(dataDir, ...memberWords('city'))
    const file = join(dataDir, 'shulian.db')
    const { mode } = statSync(file)
    chmodSync(file, 0o400)
    if (somebody !== undefined) chownSync(dataDir, somebody, somebody)
    t.match(await startShulianAt({ dataDir, ...as(somebody) }, ...memberWords('press')).finished, {
      code: 1,
      stderr: /DATA_FOLDER_NOT_WRITABLE: .* cannot be written to. Give this user the right/,
    })
    chmodSync(file, mode)
    t.equal((await shulian(dataDir, ...memberWords('press'))).code, 0)
  }),
)

t.test('a disk that only reads is said, to root too', { skip: skipped(disk) }, async (t) => {
  if (disk === null) return
  disk.close()
  t.match(await shulian(join(disk.path, 'data'), 'status'), { code: 1, stderr: closedFolder })
})
