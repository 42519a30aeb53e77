import { Type } from 'typebox'
import type { Plugin } from '../../gateway/contracts/index.js'
import { createCertificates } from './certificates.js'
import { type StandardsParts, withoutConformance } from './parts.js'
import { routes } from './routes.js'
import { createRuns } from './runs.js'
import { createService } from './service.js'
import { migrations, type StandardsDatabase } from './tables.js'

/** 数据·前: what members conform to, the proof of it, and the gate from trial to active that the proof opens. */
export const createStandards = ({ verify, suites }: StandardsParts): Plugin => ({
  name: 'standards',
  place: { stage: 'before', dimension: 'data' },
  options: Type.Object({}, { additionalProperties: false }),
  requires: ['members'],
  migrations,
  setup(kernel) {
    const database = kernel.database as StandardsDatabase
    const runs = createRuns(database)
    const certificates = createCertificates({ database, verify, runs, now: kernel.now })
    const service = createService({ members: kernel.service('members'), runs, certificates, suites })
    return { service, routes: routes({ service, runs, certificates, suites }) }
  },
})

/** As it is without conformance: it lists the schemas, and certifies nobody. */
export const standards: Plugin = createStandards(withoutConformance)

export type { RecordedReport, StandardsParts, SuiteSummary, VerifiedClaims } from './parts.js'
export type { StandardsService } from './service.js'
