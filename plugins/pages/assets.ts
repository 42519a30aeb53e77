import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

export interface Asset {
  type: string
  /** Each encoding has its own strong tag: they are different bytes (RFC 9110 §8.8.3). */
  plain: { bytes: Buffer; etag: string }
  gzip: { bytes: Buffer; etag: string }
}

export interface Assets {
  /** Digest of all files: part of their address, so that a browser may keep them for good. */
  version: string
  files: ReadonlyMap<string, Asset>
  /** index.html before its values are filled in. */
  template: string
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/**
 * The files of folders as one, the last folder's own where a name is in several; its index.html is the template. Read
 * once: a request never names a path on the disk.
 */
export const readAssets = (folders: readonly string[]): Assets => {
  const paths = new Map(
    folders.flatMap((folder) => readdirSync(folder).map((name) => [name, join(folder, name)] as const)),
  )
  const names = [...paths.keys()].filter((name) => types[extname(name)] !== undefined).sort()
  const textOf = (name: string) => readFileSync(paths.get(name) as string, 'utf8')
  const files = new Map(
    names.map((name) => [name, toAsset(lean(textOf(name)), types[extname(name)] as string)]),
  )
  const version = digest(
    Buffer.from([...files].map(([name, { plain }]) => `${name} ${plain.etag}`).join('\n')),
  )
  return { version, files, template: textOf('index.html') }
}

/** Comments and types are for those who work on the page: a reader's phone need not carry them. */
const lean = (source: string): Buffer => Buffer.from(source.replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*\n/gm, ''))

export const toAsset = (bytes: Buffer, type: string): Asset => {
  const compressed = gzipSync(bytes, { level: 9 })
  return {
    type,
    plain: { bytes, etag: `"${digest(bytes)}"` },
    gzip: { bytes: compressed, etag: `"${digest(bytes)}-gz"` },
  }
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 16)
