import { Type } from 'typebox'
import { type Plugin, ShulianError } from '../../gateway/contracts/index.js'
import { type TestIssuer, testIssuer } from '../../gateway/identity/testing.js'
import { testKernel } from '../../gateway/testing.js'
import type { Description } from '../../standards/record/v1-draft.js'
import { profile } from './index.js'

type Described = Pick<Description, 'subjects' | 'classes' | 'languages' | 'agents'>

const agent = (value: string): Description['agents'][number] => ({
  names: [{ value, kind: 'original' }],
  type: 'person',
  role: 'aut',
  main: true,
})

/** Two records of the stand-in catalogue. */
const records: Record<string, Described> = {
  r_learning: {
    subjects: [{ value: '机器学习', kind: 'topic' }],
    classes: [
      { scheme: 'clc', value: 'TP181/23' },
      { scheme: 'ddc', value: '006.3' },
    ],
    languages: [
      { code: 'chi', role: 'text' },
      { code: 'eng', role: 'original' },
    ],
    agents: [agent('周志华')],
  },
  r_poems: {
    subjects: [{ value: '唐诗', kind: 'topic' }],
    classes: [{ scheme: 'clc', value: 'I222.742' }],
    languages: [{ code: 'chi', role: 'text' }],
    agents: [agent('李白')],
  },
}

const standIn = (name: string, service: unknown): Plugin => ({
  name,
  place: { stage: 'during', dimension: 'data' },
  options: Type.Object({}),
  setup: () => ({ service }),
})

const find = (code: string) => async (id: string) => {
  const description = records[id]
  if (!description) throw new ShulianError(code, 'There is no such thing.', { status: 404 })
  return { id, description }
}

/** A gateway with the profile, a small catalogue, and a feedback that remembers whom it forgot. */
export const openProfile = async (
  options: { now?: () => Date; dataDir?: string; issuer?: TestIssuer } = {},
) => {
  const issuer = options.issuer ?? (await testIssuer())
  const forgotten: string[] = []
  const feedback = {
    of: async (subject: string) => ({ cases: [`case of ${subject}`] }),
    forget: async (subject: string) => {
      forgotten.push(subject)
    },
  }
  const catalogue = { record: find('RECORD_UNKNOWN'), work: find('WORK_UNKNOWN') }
  const kernel = await testKernel({
    plugins: [standIn('catalogue', catalogue), standIn('feedback', feedback), profile],
    consortium: { name: 'Test consortium', issuers: [issuer.settings] },
    ...(options.now ? { now: options.now } : {}),
    ...(options.dataDir ? { dataDir: options.dataDir } : {}),
  })
  /** A call of a reader, or of anybody when `reader` is null. */
  const call = async (
    reader: string | null,
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
  ) => {
    const token = reader === null ? null : await issuer.token(reader, { now: options.now?.() ?? new Date() })
    const headers = token === null ? {} : { authorization: `Bearer ${token}` }
    const response = await kernel.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
    return { status: response.statusCode, body: response.json() }
  }
  const close = async () => {
    await kernel.close()
    if (!options.issuer) await issuer.close()
  }
  return { kernel, call, forgotten, close }
}
