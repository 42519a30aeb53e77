import { ShulianError } from '../contracts/index.js'

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
