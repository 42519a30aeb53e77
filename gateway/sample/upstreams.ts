import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AvailabilityService, startAvailabilityService } from './availability-service.js'
import { readWorks, type Work } from './encode/work.js'
import { type SampleFiles, sampleFiles, writeSampleFiles } from './files/sample-files.js'
import { instituteDomain, instituteItems, publicDomain, publicItems, typeSets } from './oai/sample-items.js'
import { type OaiProvider, startOaiProvider } from './oai-provider.js'
import { publicAvailability } from './sample-availability.js'
import { startTokenIssuer, type TokenIssuer } from './token-issuer.js'

/** What the sample's members offer: files, and servers on the loopback. */
export interface SampleUpstreams {
  files: SampleFiles
  /** Base URLs. */
  oai: { public: string; institute: string }
  availability: { public: string }
  issuer: string
  /** `127.0.0.1:<port>`, for the rules of what may be called. */
  ports: string[]
  /** The servers themselves, for tests that change what they say. */
  servers: Servers
  /** Writes the files where they are not there yet: before anything is read from them. */
  writeFiles(): Promise<void>
  close(): Promise<void>
}

interface Servers {
  public: OaiProvider
  institute: OaiProvider
  availability: AvailabilityService
  issuer: TokenIssuer
}

export interface SampleUpstreamsOptions {
  /** Folder for the files, the issuer's key and the ports of last time. */
  dir: string
  /** Another place for the key. */
  fixedKeyFile?: string
  now?: () => Date
}

/** Servers and files, ready to be read. */
export async function startSampleUpstreams(options: SampleUpstreamsOptions): Promise<SampleUpstreams> {
  const upstreams = await openSampleUpstreams(options)
  await upstreams.writeFiles()
  return upstreams
}

/**
 * The servers, at their addresses; what they hold is made when they are first asked. The same works give the same
 * bytes and datestamps each time, so that a second harvest finds nothing changed; servers come back at their ports
 * where those are free, so that the issuer keeps its name.
 */
export async function openSampleUpstreams(options: SampleUpstreamsOptions): Promise<SampleUpstreams> {
  const { dir, fixedKeyFile = join(dir, 'issuer-key.json'), now = () => new Date() } = options
  mkdirSync(dir, { recursive: true })
  let read: Work[] | undefined
  const works = () => {
    read ??= readWorks()
    return read
  }
  const servers = await startServers(works, fixedKeyFile, portsOfLastTime(dir), now)
  const running = Object.values(servers)
  const ports = Object.fromEntries(Object.entries(servers).map(([name, { port }]) => [name, port]))
  writeFileSync(portsFile(dir), JSON.stringify(ports))
  const files = sampleFiles(dir)
  return {
    files,
    oai: { public: servers.public.url, institute: servers.institute.url },
    availability: { public: servers.availability.url },
    issuer: servers.issuer.url,
    ports: running.map(({ port }) => `127.0.0.1:${port}`),
    servers,
    writeFiles: () => writeSampleFiles(files, works()),
    close: async () => {
      await Promise.all(running.map((server) => server.close()))
    },
  }
}

async function startServers(
  works: () => Work[],
  keyFile: string,
  ports: Partial<Record<keyof Servers, number>>,
  now: () => Date,
): Promise<Servers> {
  const [publicLibrary, institute, availability, issuer] = await Promise.all([
    startOaiProvider({
      get items() {
        return publicItems(works())
      },
      name: '江城公共图书馆 Jiangcheng Public Library',
      adminEmail: 'catalogue@jiangcheng.example',
      repositoryIdentifier: publicDomain,
      sets: typeSets,
      port: ports.public,
      now,
    }),
    startOaiProvider({
      get items() {
        return instituteItems(works())
      },
      name: '农业信息研究所 Institute of Agricultural Information',
      adminEmail: 'repository@agri-info.example',
      repositoryIdentifier: instituteDomain,
      sets: typeSets,
      pageSize: 25,
      port: ports.institute,
      now,
    }),
    startAvailabilityService({
      get items() {
        return publicAvailability(works(), now())
      },
      institution: { content: '江城公共图书馆' },
      port: ports.availability,
      now,
    }),
    startTokenIssuer({ keyFile, port: ports.issuer, now }),
  ])
  return { public: publicLibrary, institute, availability, issuer }
}

const portsFile = (dir: string): string => join(dir, 'listening.json')

function portsOfLastTime(dir: string): Partial<Record<keyof Servers, number>> {
  if (!existsSync(portsFile(dir))) return {}
  try {
    const ports = JSON.parse(readFileSync(portsFile(dir), 'utf8')) as Record<string, unknown>
    return Object.fromEntries(Object.entries(ports).filter(([, port]) => Number.isInteger(port)))
  } catch {
    return {}
  }
}
