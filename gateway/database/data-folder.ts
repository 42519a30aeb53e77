import { accessSync, chmodSync, constants, mkdirSync, statSync } from 'node:fs'
import { notWritable, storageErrorOf } from './storage-error.js'

/**
 * The data folder, made when it is not there, for its owner alone.
 * @throws ShulianError DATA_FOLDER_NOT_WRITABLE, STORAGE_FULL
 */
export const openDataFolder = (folder: string): string => {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
    if ((statSync(folder).mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
    return folder
  } catch (cause) {
    throw storageErrorOf(cause) ?? notWritable(`The data folder ${folder}`, cause)
  }
}
