import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { adapters } from '../../adapters/index.js'
import { startSampleUpstreams } from '../sample/upstreams.js'
import { type AdapterCase, adapterSuite, openOutside } from './adapter-testing.js'

const folder = mkdtempSync(join(tmpdir(), 'shulian-adapters-'))
const upstreams = await startSampleUpstreams({ dir: folder })
const closedPort = '127.0.0.1:9'
const { outside, close } = openOutside({ allow: [...upstreams.ports, closedPort] })
t.teardown(async () => {
  await close()
  await upstreams.close()
  rmSync(folder, { recursive: true })
})

const { files, oai, availability } = upstreams
const nowhere = `http://${closedPort}/`

const table = join(folder, 'books.csv')
writeFileSync(table, '题名,责任者,ISBN,索书号\n红楼梦,曹雪芹著,9787020002207,I242.4/8\n')

/** Each adapter’s real upstream: the sample’s own servers and files. */
const cases: Record<string, AdapterCase> = {
  'marc-file': {
    outside,
    options: { path: files.university },
    unreachable: { path: join(folder, 'absent.mrc') },
  },
  'record-file': { outside, options: { path: table }, unreachable: { path: join(folder, 'absent.csv') } },
  'oai-pmh': {
    outside,
    options: { url: oai.institute, metadataPrefix: 'oai_dc' },
    unreachable: { url: nowhere },
  },
  kbart: { outside, options: { path: files.publisher }, unreachable: { path: join(folder, 'absent.txt') } },
  daia: {
    outside,
    options: { url: availability.public },
    unreachable: { url: nowhere },
    knownId: 'oai:jiangcheng.example:b10729874',
  },
}

for (const kind of adapters) {
  t.test(`adapter ${kind.kind}`, async (t) => {
    const one = cases[kind.kind]
    t.ok(one, 'every adapter runs the suite')
    if (one) adapterSuite(t, kind, one)
  })
}
