import { ShulianError } from '../../gateway/contracts/index.js'
import { Event } from '../../standards/event/v1-draft.js'
import { RunReport } from '../../standards/record/run-report.js'
import { RecordV1 } from '../../standards/record/v1-draft.js'
import { Availability } from '../../standards/service/availability.js'

/** The schemas that members and builders write against, by the name they are fetched under. */
const published: Record<string, object> = {
  'record-v1-draft': RecordV1,
  'run-report-v1-draft': RunReport,
  'availability-v1-draft': Availability,
  'event-v1-draft': Event,
}

export const publishedSchemas = () =>
  Object.entries(published).map(([name, schema]) => {
    const { $id = name, title = name } = schema as { $id?: string; title?: string }
    return {
      name,
      id: $id,
      title,
      version: /v(\d+)/.exec(name)?.[1] ?? '1',
      status: name.endsWith('-draft') ? ('draft' as const) : ('frozen' as const),
      href: `/v1/standards/${name}`,
    }
  })

/** @throws ShulianError SCHEMA_UNKNOWN (404) */
export const publishedSchema = (name: string): object => {
  if (Object.hasOwn(published, name)) return published[name] as object
  throw new ShulianError('SCHEMA_UNKNOWN', `There is no schema '${name}'. GET /v1/standards lists them.`, {
    status: 404,
  })
}
