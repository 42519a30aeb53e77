import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { crosswalkPages } from '../standards/crosswalks/page.js'
import { Event } from '../standards/event/v1-draft.js'
import { Finding } from '../standards/record/change.js'
import { Holding } from '../standards/record/holding.js'
import { RunReport } from '../standards/record/run-report.js'
import { RecordV1 } from '../standards/record/v1-draft.js'
import { Availability } from '../standards/service/availability.js'
import { readConfig } from './config.js'
import { dashboard } from './deploy/dashboard.js'
import { openShulian } from './main.js'
import { projectRoot } from './root.js'

/** What others read and we make from the sources: JSON Schemas, the crosswalks' tables, the OpenAPI document, the client's types, the dashboard. */

const schemas: Record<string, object> = {
  'standards/record/v1-draft.schema.json': RecordV1,
  'standards/record/holding-v1-draft.schema.json': Holding,
  'standards/record/finding-v1-draft.schema.json': Finding,
  'standards/record/run-report-v1-draft.schema.json': RunReport,
  'standards/service/availability-v1-draft.schema.json': Availability,
  'standards/event/v1-draft.schema.json': Event,
}

const draft = 'https://json-schema.org/draft/2020-12/schema'

const write = async (path: string, text: string): Promise<void> => {
  const full = join(projectRoot(), path)
  await mkdir(dirname(full), { recursive: true })
  await writeFile(full, text)
}

const openApi = async (): Promise<object> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'shulian-generate-'))
  const gateway = await openShulian(
    readConfig({ SHULIAN_DATA_DIR: dataDir, SHULIAN_PORT: '0', SHULIAN_LOG_LEVEL: 'silent' }),
  )
  try {
    const app = await gateway.buildApp()
    await app.ready()
    const document = app.swagger()
    await app.close()
    return document
  } finally {
    await gateway.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

for (const [path, schema] of Object.entries(schemas))
  await write(path, `${JSON.stringify({ $schema: draft, ...schema }, null, 2)}\n`)
await write('gateway/deploy/grafana/shulian.json', `${JSON.stringify(dashboard(), null, 2)}\n`)
for (const [name, page] of Object.entries(crosswalkPages)) await write(`standards/crosswalks/${name}`, page())
const document = await openApi()
await write('gateway/client/generated/openapi.json', `${JSON.stringify(document, null, 2)}\n`)
const types = astToString(await openapiTS(document as OpenAPI3))
await write(
  'gateway/client/generated/api.ts',
  `// Made from the OpenAPI document by \`npm run generate\`; not written by hand.\n${types}`,
)
