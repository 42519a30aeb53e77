import type { Plugin } from '../gateway/contracts/index.js'
import { catalogue } from './catalogue/index.js'
import { librarianConsole } from './console/index.js'
import { feedback } from './feedback/index.js'
import { graph } from './graph/index.js'
import { members } from './members/index.js'
import { pages } from './pages/index.js'
import { profile } from './profile/index.js'
import { quality } from './quality/index.js'
import { readerPage } from './reader-page/index.js'
import { search } from './search/index.js'
import { services } from './services/index.js'
import { createStandards, type StandardsParts } from './standards/index.js'

/** What some plugins are given by the composition root, because they may not import it. */
export interface PluginParts {
  standards: StandardsParts
  /** Page that sends a reader back with a token; none when no issuer has one. */
  signIn?: string
}

/** What the consortium does, in the order in which it is set up: each after those whose services it calls. */
export const createPlugins = ({
  standards,
  signIn,
}: PluginParts): { plugin: Plugin; options?: unknown }[] => [
  { plugin: members },
  { plugin: createStandards(standards) },
  { plugin: catalogue },
  { plugin: quality },
  { plugin: search },
  { plugin: graph },
  { plugin: services },
  { plugin: feedback },
  { plugin: profile },
  { plugin: pages },
  { plugin: librarianConsole },
  { plugin: readerPage, options: signIn === undefined ? {} : { signIn } },
]
