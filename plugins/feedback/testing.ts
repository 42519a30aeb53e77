import { Type } from 'typebox'
import { type Plugin, ShulianError } from '../../gateway/contracts/index.js'
import { testIssuer } from '../../gateway/identity/testing.js'
import { testKernel } from '../../gateway/testing.js'
import { feedback } from './index.js'

const standIn = (name: string, service: unknown): Plugin => ({
  name,
  place: { stage: 'before', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ service }),
})

const only = (known: string, code: string) => async (id: string) => {
  if (id !== known) throw new ShulianError(code, `There is no '${id}'.`, { status: 404 })
  return { id }
}

export type Caller = { reader: string } | 'operator' | 'anybody'

/** A gateway with feedback, one member (delft), one work (w_1), one record (r_1). */
export const openFeedback = async (options: { now?: () => Date } = {}) => {
  const issuer = await testIssuer()
  const members = { get: only('delft', 'MEMBER_UNKNOWN') }
  const catalogue = { work: only('w_1', 'WORK_UNKNOWN'), record: only('r_1', 'RECORD_UNKNOWN') }
  const kernel = await testKernel({
    plugins: [standIn('members', members), standIn('catalogue', catalogue), feedback],
    consortium: { name: 'Test consortium', issuers: [issuer.settings] },
    ...(options.now ? { now: options.now } : {}),
  })
  const tokenOf = async (caller: Caller): Promise<string | null> => {
    if (caller === 'anybody') return null
    return caller === 'operator'
      ? kernel.operator
      : issuer.token(caller.reader, { now: options.now?.() ?? new Date() })
  }
  const call = async (
    caller: Caller,
    method: 'GET' | 'POST',
    url: string,
    payload?: object,
    more: Record<string, string> = {},
  ) => {
    const token = await tokenOf(caller)
    const headers = { ...more, ...(token === null ? {} : { authorization: `Bearer ${token}` }) }
    const response = await kernel.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  /** Opens a case of Lin's, or another reader's, and gives its id. */
  const opened = async (
    kind: string,
    { reader = 'lin', text = '书脊破损' }: { reader?: string; text?: string } = {},
  ): Promise<string> => {
    const { body } = await call({ reader }, 'POST', '/v1/feedback', { kind, text })
    return body.case.id
  }
  const close = async () => {
    await kernel.close()
    await issuer.close()
  }
  return { kernel, call, opened, close }
}
