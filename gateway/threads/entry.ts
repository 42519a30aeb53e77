import { join } from 'node:path'
import { projectRoot } from '../root.js'

/** Where a thread of its own begins, by its path without its ending: tests run the sources as they are, and so do their threads. */
export const entryOf = (path: string): string =>
  import.meta.url.endsWith('.ts')
    ? join(projectRoot(), `${path}.ts`)
    : join(projectRoot(), '.build', `${path}.js`)
