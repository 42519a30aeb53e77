// A thread that searches the file of the embedded engine beside the one that serves.
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { openReader } from '../../database/open.js'
import type { Answered, Asked } from './reading-thread.js'
import { createSqlite } from './sqlite.js'
import { searchText } from './text-search.js'

const file = openReader(workerData as string)
const reader = createSqlite(file)
const port = parentPort as MessagePort

port.on('message', (asked: Asked | null) => {
  if (asked !== null)
    return port.postMessage({ number: asked.number, result: resultOf(asked) } satisfies Answered)
  file.close()
  port.close()
})

/** As text, which crosses to the other thread in one piece; null where it fails: whoever asked tries it and tells why. */
const resultOf = ({ query }: Asked): string | null => {
  try {
    return JSON.stringify(searchText(reader, query))
  } catch {
    return null
  }
}
