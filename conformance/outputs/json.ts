import { canonicalJson } from '../jcs.js'
import type { ConformanceReport } from '../report.js'

/** RFC 8785: the same report is the same octets, so that its digest can stand in a certificate. */
export const toJson = (report: ConformanceReport): string => `${canonicalJson(report)}\n`
