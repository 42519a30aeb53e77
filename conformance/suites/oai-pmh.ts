import type { Suite } from '../suite.js'
import { deletionTests } from './oai-pmh/deletions.js'
import { errorTests } from './oai-pmh/errors.js'
import { everyAnswer } from './oai-pmh/every-answer.js'
import { identifyTests } from './oai-pmh/identify.js'
import { listTests } from './oai-pmh/lists.js'
import { recordTests } from './oai-pmh/records.js'
import { openRepository, type Repository } from './oai-pmh/repository.js'

/**
 * A repository of OAI-PMH 2.0, asked by GET and POST: what it says of itself, its lists, records, deletions and
 * errors, over a sample that the page and record caps bound. It changes nothing at the other end.
 */
export const oaiPmh: Suite<Repository> = {
  id: 'oai-pmh',
  version: '1.0.0',
  standard: {
    id: 'oai-pmh',
    version: '2.0',
    title: { en: 'OAI-PMH 2.0 repository', zh: 'OAI-PMH 2.0 仓储' },
    url: 'https://www.openarchives.org/OAI/openarchivesprotocol.html',
  },
  maxRecords: 500,
  open: openRepository,
  tests: [...identifyTests, ...listTests, ...recordTests, ...deletionTests, ...errorTests, ...everyAnswer],
}
