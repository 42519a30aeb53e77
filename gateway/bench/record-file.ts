import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { marcRecords } from './generated-records.js'
import { hasCorpus, repeatedRecords } from './repeated-corpus.js'

/** Writes so many records in MARC 21 there: real ones where there is a corpus, else generated. @returns the path */
export const recordFile = async (path: string, count: number, seed: number): Promise<string> => {
  const records = hasCorpus() ? repeatedRecords(count, seed) : marcRecords(count, seed)
  await pipeline(Readable.from(records), createWriteStream(path))
  return path
}
