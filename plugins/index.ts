import type { Plugin } from '../gateway/contracts/index.js'
import { catalogue } from './catalogue/index.js'
import { feedback } from './feedback/index.js'
import { members } from './members/index.js'
import { profile } from './profile/index.js'
import { readerPage } from './reader-page/index.js'
import { search } from './search/index.js'
import { services } from './services/index.js'
import { standards } from './standards/index.js'

/** What the consortium does, in the order in which it is set up: each after those whose services it calls. */
export const plugins: readonly { plugin: Plugin; options?: unknown }[] = [
  { plugin: members },
  { plugin: standards },
  { plugin: catalogue },
  { plugin: search },
  { plugin: services },
  { plugin: feedback },
  { plugin: profile },
  { plugin: readerPage },
]
