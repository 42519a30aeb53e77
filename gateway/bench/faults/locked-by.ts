import { spawn } from 'node:child_process'
import { projectRoot } from '../../root.js'

const script = `const Libsql = require('libsql'); const db = new Libsql(process.argv[1]); db.exec('begin immediate'); console.log('locked'); process.stdin.resume(); process.stdin.on('end', () => { db.exec('rollback'); db.close() })`

/** Another process that holds the write lock of this database until it is told to end. */
export const lockedBy = (path: string): Promise<{ end(): Promise<void> }> => {
  const child = spawn(process.execPath, ['-e', script, path], {
    cwd: projectRoot(),
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'] },
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', () =>
      resolve({
        end: () => {
          child.stdin.end()
          return ended
        },
      }),
    )
  })
}
