import { join } from 'node:path'
import { counted } from '../counted.js'
import { rotateKeys } from '../identity/keys.js'
import { openOperatorToken } from '../identity/operator-token.js'
import { type Command, readArgs, wrongVerb } from './command.js'

export const keysCommand: Command = {
  name: 'keys',
  usage: 'keys rotate',
  summary: 'A new key that signs in the gateway’s name, and a new operator’s token',
  help: `For a key that is old, or that others may have seen. The new key signs certificates and the operator's token from now on; what the
old ones signed can still be verified, but no token of theirs opens anything. Processes of the gateway that run go on with the key they
began with: start them again. A copy of keys.json that is kept elsewhere is renewed by hand. Readers' pseudonyms stay as they are.`,
  run: async (args, { openExisting, config: { dataDir }, out, now }) => {
    const [verb, ...rest] = args
    if (verb !== 'rotate') throw wrongVerb('keys', verb, 'rotate')
    readArgs({ args: rest, options: {} }, 0)
    await openExisting()
    const keys = await rotateKeys({ dataDir, now })
    await openOperatorToken({ dataDir, keys, now })
    const { kid } = keys.signer
    const retired = keys.jwks.keys.length - 1
    out.object({ event: 'finished', kid, retired })
    out.line(
      `Key ${kid} signs from now on. What ${counted(retired, 'older key')} signed can still be verified.`,
    )
    out.line(`The operator's token is a new one: ${join(dataDir, 'operator.token')}`)
    out.note(
      'Start every process of this gateway again: until then they go on with the old key and the old token.',
    )
    return 0
  },
}
