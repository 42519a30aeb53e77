import { existsSync } from 'node:fs'
import * as conformance from '../../conformance/index.js'
import type { MarcProfile } from '../../standards/rules/iso2709.js'
import { ShulianError } from '../contracts/errors.js'
import type { Gateway } from '../gateway.js'
import { printableLines } from '../printable.js'
import type { Command } from './command.js'
import { conformanceCommand } from './conformance.js'
import type { ConformanceDeps } from './conformance-parts.js'

/** The verb `conformance` on an opened data folder; `prepare` starts the sample’s servers when they are needed. */
export const createConformanceCommand = (
  prepare: (gateway: Gateway) => Promise<() => Promise<void>>,
): Command => ({
  name: 'conformance',
  usage: 'conformance list | explain REQUIREMENT | run SUITE TARGET | replay RECORDING | verify CERTIFICATE',
  summary: 'Try an adapter against a standard, and check certificates',
  run: async (args, { open, openExisting, out, signal, config, now }) => {
    let release = async (): Promise<void> => undefined
    const opened = async (): Promise<ConformanceDeps> => {
      const isRun = args[0] === 'run'
      const gateway = await (isRun ? open() : openExisting())
      if (isRun) release = await prepare(gateway)
      const { keys, services, version } = gateway
      return {
        ...texts,
        outside: gateway.outside,
        signer: keys.signer,
        jwks: keys.jwks,
        resolveTarget: (target) => resolveTarget(gateway, target),
        record: (report, certificate) => services.standards.record(report, certificate),
        issuer: `urn:shulian:${keys.signer.kid}`,
        version,
      }
    }
    const texts = { conformance, language: config.language, now }
    const io = {
      stdout: (line: string) => void process.stdout.write(`${printableLines(line)}\n`),
      stderr: (lines: string) => lines.split('\n').forEach(out.note),
      json: out.json,
      signal,
    }
    try {
      return await conformanceCommand(args, { io, texts, open: opened })
    } finally {
      await release()
    }
  },
})

const unknownTarget = (target: string, cause: unknown): unknown =>
  cause instanceof ShulianError && cause.code.endsWith('_UNKNOWN')
    ? new ShulianError(
        'TARGET_UNKNOWN',
        `There is no file ${target}, and no source of that name. TARGET is a file, an address (https://…) or a source MEMBER/NAME: shulian sources list`,
        { status: 404, cause },
      )
    : cause

/** A file, an address, or a source of a member. @throws ShulianError TARGET_UNKNOWN (404) */
const resolveTarget = async ({ services }: Gateway, target: string) => {
  if (/^https?:\/\//i.test(target)) return { kind: 'url' as const, location: target }
  if (existsSync(target)) return { kind: 'file' as const, location: target }
  const { id, adapter, options } = await services.members.source(target).catch((cause) => {
    throw unknownTarget(target, cause)
  })
  const { url, path, format } = options as { url?: string; path?: string | string[]; format?: string }
  const [location = '', ...more] = url === undefined ? new Set([path ?? []].flat()) : [url]
  return {
    kind: 'source' as const,
    location,
    ...(more.length > 0 && { more }),
    source: id,
    adapter,
    ...(isProfile(format) && { profile: format }),
  }
}

const isProfile = (format: string | undefined): format is MarcProfile =>
  format === 'marc21' || format === 'cnmarc'
