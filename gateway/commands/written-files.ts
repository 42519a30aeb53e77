import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { ShulianError } from '../contracts/index.js'

/** Before long work whose end it is to hold. @throws ShulianError FILE_NOT_WRITABLE */
export const assertWritable = (file: string): void => {
  try {
    closeSync(openSync(file, 'r+'))
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw notWritten(file, cause)
    assertFolder(file)
  }
}

const assertFolder = (file: string): void => {
  try {
    accessSync(`${dirname(file)}/`, constants.W_OK)
  } catch (cause) {
    throw notWritten(file, cause)
  }
}

/** Why a file that somebody named could not be written: a refusal that says so, or the error as it came. */
export const notWritten = (file: string, cause: unknown): unknown => {
  const code = (cause as NodeJS.ErrnoException).code ?? ''
  if (code === 'EEXIST')
    return new ShulianError('FILE_EXISTS', `${file} is there already. Give another name, or move it away.`, {
      status: 409,
      cause,
    })
  if (['ENOENT', 'EACCES', 'ENOSPC', 'EISDIR', 'EROFS', 'ENOTDIR'].includes(code))
    return new ShulianError('FILE_NOT_WRITABLE', `${file} cannot be written (${code}).`, {
      status: 422,
      cause,
    })
  return cause
}
