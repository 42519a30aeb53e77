import type { AdapterKind } from '../gateway/contracts/index.js'
import { daia } from './daia/index.js'
import { kbart } from './kbart/index.js'
import { oaiPmh } from './oai-pmh/index.js'
import { marcFile, recordFile } from './record-file/index.js'

/** Every protocol a member can be spoken to in. */
export const adapters: readonly AdapterKind[] = [marcFile, recordFile, oaiPmh, kbart, daia] as AdapterKind[]
