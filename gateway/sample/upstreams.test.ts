import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import { startSampleUpstreams } from './upstreams.js'

t.test('starts quickly, and the second time with the same bytes, ports and key', async (t) => {
  const dir = join(t.testdir(), 'sample')
  const began = performance.now()
  const first = await startSampleUpstreams({ dir })
  t.ok(performance.now() - began < 1500, 'within a second and a half')
  t.equal(first.ports.length, 4)
  const listing = await pageOf(first.oai.public)
  const keys = await textOf(`${first.issuer}/jwks.json`)
  const times = timesIn(dir)
  await first.close()

  const second = await startSampleUpstreams({ dir })
  t.teardown(second.close)
  t.same(timesIn(dir), times, 'no file was written again')
  t.same(second.ports, first.ports)
  t.equal(await textOf(`${second.issuer}/jwks.json`), keys)
  t.equal(await pageOf(second.oai.public), listing)
})

t.test('a port that was taken in between is no reason to fail', async (t) => {
  const dir = t.testdir()
  const first = await startSampleUpstreams({ dir })
  t.teardown(first.close)
  const second = await startSampleUpstreams({ dir })
  t.teardown(second.close)
  t.notSame(second.ports, first.ports)
})

t.test('members hand in what was promised', async (t) => {
  const { files, oai, availability, close } = await startSampleUpstreams({ dir: t.testdir() })
  t.teardown(close)
  t.match(basename(files.publisher), /^\w+_\w+_\w+_\d{4}-\d\d-\d\d\.txt$/)
  const rows = readFileSync(files.publisher, 'utf8').split('\r\n').slice(1, -1)
  t.equal(rows.filter((row) => row === '').length, 1)
  t.equal(rows.filter((row) => row.startsWith('\t')).length, 1)
  t.ok(rows.every((row) => row === '' || row.split('\t').length === 25))
  t.throws(
    () => new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(files.university)),
    'CNMARC is not in UTF-8',
  )
  t.doesNotThrow(() => new TextDecoder('gb18030', { fatal: true }).decode(readFileSync(files.university)))
  t.ok(readFileSync(files.universityDonations).length > 3000)
  t.match(readFileSync(files.government, 'utf8'), '&nbsp;')
  t.equal(await deletedIn(oai.public), 6)
  t.equal(await deletedIn(oai.institute), 3)
  t.match(await textOf(`${availability.public}?id=b10729874`), /"requested":"b10729874"/)
})

const textOf = async (url: string): Promise<string> => (await fetch(url)).text()

const pageOf = async (url: string): Promise<string> =>
  (await textOf(`${url}?verb=ListRecords&metadataPrefix=marcxml`)).replace(
    /<responseDate>[^<]*|expirationDate="[^"]*"|>[^<]{80,}<\/resumptionToken>/g,
    '',
  )

async function deletedIn(url: string): Promise<number> {
  let count = 0
  for (let query = 'metadataPrefix=oai_dc'; query; ) {
    const page = await textOf(`${url}?verb=ListIdentifiers&${query}`)
    count += page.match(/status="deleted"/g)?.length ?? 0
    const token = /<resumptionToken[^>]*>([^<]+)</.exec(page)?.[1]
    query = token ? `resumptionToken=${token}` : ''
  }
  return count
}

const timesIn = (dir: string): Record<string, number> =>
  Object.fromEntries(
    readdirSync(dir)
      .filter((name) => name !== 'listening.json')
      .map((name) => [name, statSync(join(dir, name)).mtimeMs]),
  )
