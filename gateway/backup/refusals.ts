import { ShulianError } from '../contracts/errors.js'
import { storageErrorOf } from '../database/storage-error.js'
import { format } from './format.js'

const refusal = (code: string, message: string, status = 422, cause?: unknown) =>
  new ShulianError(code, message, { status, ...(cause !== undefined && { cause }) })

export const notABackup = (file: string, cause?: unknown) =>
  refusal(
    'BACKUP_FORMAT',
    `${file} is no backup of Shulian. Name a file that \`shulian backup\` wrote.`,
    422,
    cause,
  )

export const newerFormat = (file: string, found: number, version: string) =>
  refusal(
    'BACKUP_NEWER',
    `${file} has format ${found}, of Shulian ${version}; this version reads formats up to ${format}. Restore it with that version or a later one.`,
  )

export const unknownMigrations = (ids: string[], version: string) =>
  refusal(
    'BACKUP_MIGRATION_UNKNOWN',
    `The backup, of Shulian ${version}, has tables that this version does not know (${ids.slice(0, 5).join(', ')}). Restore it with that version or a later one, and with the plugins of others that the consortium file named then.`,
  )

export const damaged = (file: string, where: string, cause?: unknown) =>
  refusal(
    'BACKUP_DAMAGED',
    `${file} is not as it was written: ${where}. Nothing was changed. Use another copy or an earlier backup.`,
    422,
    cause,
  )

export const truncated = (file: string, cause?: unknown) =>
  refusal(
    'BACKUP_TRUNCATED',
    `${file} ends too early. Nothing was changed. Copy it again, or use an earlier backup.`,
    422,
    cause,
  )

export const exists = (file: string) =>
  refusal('BACKUP_EXISTS', `${file} is there already. Name another file, or say --force to replace it.`, 409)

export const isFolder = (path: string) =>
  refusal('BACKUP_PATH_REFUSED', `${path} is a folder. Name a file in it that is to be written.`)

export const nothingToBackUp = (place: string) =>
  refusal(
    'BACKUP_NOTHING',
    `There is nothing in ${place}. Set SHULIAN_DATA_DIR or SHULIAN_DATABASE_URL to what is to be backed up.`,
    404,
  )

export const notEmpty = (place: string) =>
  refusal(
    'RESTORE_NOT_EMPTY',
    `There is an installation in ${place}. Say --force to put the backup in its place; what is there will be gone.`,
    409,
  )

export const foreign = (place: string) =>
  refusal(
    'RESTORE_FOREIGN',
    `${place} holds tables that are not Shulian’s, and nothing of them is touched. Name an empty database, or one of Shulian.`,
    409,
  )

/** What the file system says of a path that a person named. */
export const pathError = (file: string, error: unknown): unknown => {
  if (error instanceof ShulianError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(ENOENT|ENOTDIR)$/.test(code))
    return refusal('BACKUP_PATH_UNKNOWN', `There is no ${file}, or no folder to put it in.`, 404, error)
  if (/^(EACCES|EPERM|EROFS|EISDIR)$/.test(code))
    return refusal(
      'BACKUP_PATH_REFUSED',
      `${file} cannot be used (${code}). Name a file that this user may read and write.`,
      403,
      error,
    )
  return storageErrorOf(error) ?? error
}
