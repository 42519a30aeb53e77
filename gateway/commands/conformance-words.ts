import { type ParseArgsConfig, parseArgs } from 'node:util'
import { messageOf } from '../contracts/errors.js'

/** The words of the command line do not fit: told with the usage of the verb. */
export class Usage extends Error {}

/** @throws Usage for unknown options and more than `most` words */
export const readWords = <T extends NonNullable<ParseArgsConfig['options']>>(
  verb: string,
  args: string[],
  options: T,
  most: number,
) => {
  const parsed = (() => {
    try {
      return parseArgs({ args, options, allowPositionals: true, strict: true })
    } catch (error) {
      throw new Usage(messageOf(error).split('. To specify')[0])
    }
  })()
  if (parsed.positionals.length > most)
    throw new Usage(`${verb}: too many words: ${parsed.positionals[most]}`)
  return parsed
}

export const needed = (value: string | undefined, what: string): string => {
  if (value) return value
  throw new Usage(`${what} is missing.`)
}

export const oneOf = <T extends string>(option: string, value: string, allowed: readonly T[]): T => {
  if ((allowed as readonly string[]).includes(value)) return value as T
  throw new Usage(`${option} ${value}: expected one of ${allowed.join(', ')}.`)
}

export const numberOf = (option: string, value: string | undefined): number | undefined => {
  if (value === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw new Usage(`${option} ${value}: expected a number from 1 on.`)
}
