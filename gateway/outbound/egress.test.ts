import t from 'tap'
import { ShulianError } from '../contracts/errors.js'
import { createEgress } from './egress.js'

const closed = createEgress({ allow: [] })
const refusal = (run: () => unknown): ShulianError | null => {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof ShulianError) return error
    throw error
  }
}

const spellings = [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://127.0.1/',
  'http://127.0.0.1./',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://017700000001/',
  'http://0/',
  'http://①②⑦.0.0.1/',
  'http://127。0。0。1/',
  'http://１２７.0.0.1/',
  'http:\\\\127.0.0.1\\oai',
  'http:127.0.0.1',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://oai.localhost:8080/',
  'http://[::1]/',
  'http://[0:0:0:0:0:0:0:1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:7f00:1]/',
  'http://[::127.0.0.1]/',
  'http://[64:ff9b::127.0.0.1]/',
  'http://[64:ff9b:1::7f00:1]/',
  'http://[2002:7f00:1::]/',
  'http://[2001:0:7f00:1::]/',
  'http://[fe80::1]/',
  'http://[fd00:ec2::254]/',
  'http://[ff02::1]/',
  'http://[2001:db8::1]/',
  'http://10.0.0.1/',
  'http://10.1/',
  'http://0xa9fea9fe/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.100.100.200/',
  'http://100.64.0.1/',
  'http://168.63.129.16/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://198.19.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
]

t.test(
  'adapter or JWKS URL: SSRF, DNS rebinding: every spelling of a loopback, private, reserved or metadata address is refused',
  async (t) => {
    for (const url of spellings) {
      const error = refusal(() => closed.check(url))
      t.equal(error?.code, 'EGRESS_BLOCKED', url)
      t.equal(error?.status, 422)
      t.match(error?.message, /SHULIAN_EGRESS_ALLOW/)
    }
  },
)

t.test('public addresses and names are open', async (t) => {
  for (const url of [
    'https://oai.example.edu/oai?verb=Identify',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://[2001:da8::1]/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://[::ffff:8.8.8.8]/',
  ])
    t.equal(
      refusal(() => closed.check(url)),
      null,
      url,
    )
})

t.test('only http and https, without credentials', async (t) => {
  const open = createEgress({ allow: ['0.0.0.0/0', '::/0'] })
  for (const url of [
    'ftp://example.edu/',
    'file:///etc/passwd',
    'gopher://example.edu/',
    'data:,x',
    'no url',
    '',
  ])
    t.equal(refusal(() => open.check(url))?.code, 'EGRESS_BLOCKED', url)
  const error = refusal(() => open.check('https://reader:s3cret@example.edu/'))
  t.equal(error?.code, 'EGRESS_BLOCKED')
  t.notMatch(error?.message, /s3cret/, 'the refusal does not repeat the password')
})

t.test('an entry with a port lets through that port alone', async (t) => {
  const egress = createEgress({ allow: ['127.0.0.1:4567', '[::1]:8080'] })
  t.equal(
    refusal(() => egress.check('http://127.0.0.1:4567/')),
    null,
  )
  t.equal(
    refusal(() => egress.check('http://2130706433:4567/')),
    null,
    'whatever the spelling',
  )
  t.equal(
    refusal(() => egress.check('http://localhost:4567/')),
    null,
    'whatever the name',
  )
  t.equal(
    refusal(() => egress.check('http://[::1]:8080/')),
    null,
  )
  t.equal(
    refusal(() => egress.check('http://localhost:8080/')),
    null,
  )
  t.ok(refusal(() => egress.check('http://127.0.0.1:4568/')))
  t.ok(refusal(() => egress.check('http://127.0.0.1/')))
  t.ok(refusal(() => egress.check('http://[::1]:4567/')))
})

t.test('a network lets through its addresses, a name whatever it resolves to', async (t) => {
  const egress = createEgress({ allow: ['10.0.0.0/8', 'fd00::/8', 'Catalogue.Local.', 'opac.local:8443'] })
  egress.checkAddress('10.255.0.1', 'opac.example.edu', 80)
  egress.checkAddress('::ffff:10.0.0.1', 'opac.example.edu', 80)
  egress.checkAddress('fd12::1', 'opac.example.edu', 443)
  egress.checkAddress('192.168.0.9', 'catalogue.local', 443)
  egress.checkAddress('192.168.0.9', 'opac.local', 8443)
  t.ok(refusal(() => egress.checkAddress('192.168.0.9', 'opac.local', 443)))
  t.ok(refusal(() => egress.checkAddress('192.168.0.9', 'evil.catalogue.local', 443)))
  t.ok(
    refusal(() => egress.checkAddress('fe80::1%eth0', 'catalogue.local', 443)),
    'a zone is never followed',
  )
})

t.test('an entry added at run time can be taken back', async (t) => {
  const egress = createEgress({ allow: [] })
  const takeBack = egress.add('127.0.0.1:9999')
  t.equal(
    refusal(() => egress.check('http://127.0.0.1:9999/')),
    null,
  )
  takeBack()
  t.ok(refusal(() => egress.check('http://127.0.0.1:9999/')))
})

t.test('an entry that cannot be meant stops the start', async (t) => {
  for (const entry of [
    '',
    'http://x/',
    'x:y',
    '10.0.0.0/33',
    '10.0.0.0/',
    'host:0',
    'host:99999',
    'a b',
    '[::1',
    'u@h',
  ])
    t.equal(refusal(() => createEgress({ allow: [entry] }))?.code, 'EGRESS_ENTRY_INVALID', entry)
})
