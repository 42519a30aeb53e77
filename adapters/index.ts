import type { AdapterKind } from '../gateway/contracts/index.js'
import { daia } from './daia/index.js'
import { kbart } from './kbart/index.js'
import { marcFile } from './marc-file/index.js'
import { oaiPmh } from './oai-pmh/index.js'

/** Every protocol a member can be spoken to in. */
export const adapters: readonly AdapterKind[] = [marcFile, oaiPmh, kbart, daia] as AdapterKind[]
