import { randomBytes } from 'node:crypto'
import { link, open, rename, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * Writes a file that its owner alone can read, whole or not at all: the bytes are on the disk before the name
 * is. Without `replace` a file that is there already stays, whoever made it first.
 */
export const writePrivateFile = async (
  path: string,
  text: string,
  { replace }: { replace: boolean },
): Promise<void> => {
  const draft = join(dirname(path), `.draft-${randomBytes(8).toString('hex')}`)
  await writeThrough(draft, text)
  if (replace) return rename(draft, path)
  try {
    await link(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    await unlink(draft)
  }
}

const writeThrough = async (path: string, text: string): Promise<void> => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}
