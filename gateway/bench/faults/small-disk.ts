import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface SmallDisk {
  path: string
  /** Takes all the room but so many bytes. @returns what gives it back */
  fill(left: number): () => void
  /** Nobody can write to it any more, not even root. */
  close(): void
}

/**
 * A disk of its own, of so many MiB; null where this user may not make one, which only root may.
 * @throws under CI, where nothing is skipped
 */
export const smallDisk = (t: { teardown(end: () => void): void }, mebibytes: number): SmallDisk | null => {
  const path = mkdtempSync(join(tmpdir(), 'shulian-disk-'))
  try {
    const options = ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=755`, 'shulian-test', path]
    execFileSync('mount', options, { stdio: 'ignore' })
  } catch (cause) {
    rmSync(path, { recursive: true })
    if (process.env['CI'] === 'true') throw new Error('Under CI a small disk must be mountable', { cause })
    return null
  }
  t.teardown(() => {
    execFileSync('umount', ['-l', path])
    rmSync(path, { recursive: true })
  })
  return {
    path,
    fill(left) {
      const { bavail, bsize } = statfsSync(path)
      try {
        writeFileSync(join(path, 'ballast'), Buffer.alloc(Math.max(0, bavail * bsize - left)))
      } catch (error) {
        // Whoever else writes to the disk took the last of it meanwhile: it is full all the same.
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
      return () => rmSync(join(path, 'ballast'))
    },
    close() {
      execFileSync('mount', ['-o', 'remount,ro', path])
    },
  }
}

export const skipped = (disk: SmallDisk | null): string | false =>
  disk === null && 'this user may not mount a disk'
