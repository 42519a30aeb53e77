import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, from a source file or its build: assets and tables are read from the source tree. */
export const projectRoot = (): string => {
  const here = dirname(fileURLToPath(import.meta.url))
  let folder = here
  while (!existsSync(join(folder, 'package.json'))) {
    if (folder === dirname(folder))
      throw new Error(`No package.json stands in ${here} or in a folder above it.`)
    folder = dirname(folder)
  }
  return folder
}
