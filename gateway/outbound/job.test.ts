import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openShulian } from '../main.js'

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: a source that was let in is refused to the job once the rule is gone',
  async (t) => {
    const dataDir = join(mkdtempSync(join(tmpdir(), 'shulian-egress-')), 'data')
    t.teardown(() => rmSync(join(dataDir, '..'), { recursive: true, force: true }))
    let connections = 0
    const server = createServer((socket) => {
      connections++
      socket.destroy()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    t.teardown(() => server.close())
    const { port } = server.address() as AddressInfo
    const open = (egressAllow: string[]) =>
      openShulian({
        host: '127.0.0.1',
        port: 0,
        dataDir,
        egressAllow,
        logLevel: 'silent',
        language: 'en',
        consortium: null,
      })

    const before = await open([`127.0.0.1:${port}`])
    await before.services.members.add({ id: 'one', name: 'One', type: 'library' })
    const options = { url: `http://127.0.0.1:${port}/oai`, metadataPrefix: 'oai_dc' }
    await before.services.members.addSource({ member: 'one', name: 'main', adapter: 'oai-pmh', options })
    await before.close()

    const after = await open([])
    t.teardown(after.close)
    const { signal } = new AbortController()
    t.match(await after.services.catalogue.harvest('one/main', { signal }), {
      state: 'failed',
      read: 0,
      error: { code: 'EGRESS_BLOCKED' },
    })
    t.equal(connections, 0, 'no packet left')
  },
)
