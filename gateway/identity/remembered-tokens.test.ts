import t from 'tap'
import type { Actor } from '../contracts/plugin.js'
import { rememberTokens } from './remembered-tokens.js'

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** @param exp seconds after the clock's beginning */
const tokenOf = (sub: string, exp: number) => `${encoded({ alg: 'ES256' })}.${encoded({ sub, exp })}.x`

const opened = () => {
  const clock = { at: 0 }
  const verified: string[] = []
  const refused = new Set<string>()
  const ask = rememberTokens(
    async (token) => {
      verified.push(token)
      if (refused.has(token)) throw new Error('refused')
      return { kind: 'reader', subject: `u_${token.length}`, member: null } satisfies Actor
    },
    () => new Date(clock.at),
  )
  return { clock, verified, refused, ask }
}

t.test('a token is verified once in ten seconds', async (t) => {
  const { clock, verified, ask } = opened()
  const [lin, wang] = [tokenOf('lin', 900), tokenOf('wang-li', 900)]
  t.same(await ask(lin), await ask(lin))
  t.notSame(await ask(lin), await ask(wang))
  t.same(verified, [lin, wang])
  clock.at = 9_999
  await ask(lin)
  t.equal(verified.length, 2)
  clock.at = 10_000
  await ask(lin)
  t.same(verified, [lin, wang, lin])
})

t.test('it is not remembered for longer than it lasts', async (t) => {
  const { clock, verified, ask } = opened()
  const short = tokenOf('lin', 3)
  await ask(short)
  clock.at = 2_999
  await ask(short)
  t.equal(verified.length, 1)
  clock.at = 3_000
  await ask(short)
  t.equal(verified.length, 2)
})

t.test('what was refused is asked anew', async (t) => {
  const { verified, refused, ask } = opened()
  const token = tokenOf('lin', 900)
  refused.add(token)
  await t.rejects(ask(token), { message: 'refused' })
  await t.rejects(ask(token), { message: 'refused' })
  refused.clear()
  t.match(await ask(token), { kind: 'reader' })
  t.equal(verified.length, 3)
})

t.test('a thousand are remembered, whoever came last', async (t) => {
  const { verified, ask } = opened()
  const tokens = Array.from({ length: 1_001 }, (_, number) => tokenOf(`r${number}`, 900))
  for (const token of tokens) await ask(token)
  await ask(tokens[1_000]!)
  t.equal(verified.length, 1_001)
  await ask(tokens[0]!)
  t.equal(verified.length, 1_002)
})
