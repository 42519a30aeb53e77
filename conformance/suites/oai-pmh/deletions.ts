import type { Words } from '../../requirements/requirement.js'
import { failed, inapplicable, judge, type Observation, type Test, untested } from '../../suite.js'
import { isRefusal, rootOf, unreadable, without } from './exchange.js'
import { got, identityOf, listedRecord, pick, type Repository } from './repository.js'
import { childOf } from './xml.js'

const id = (number: string): string => `oai-pmh@2.0#OAI-${number}`
const policies = ['no', 'transient', 'persistent']

export const deletionTests: Test<Repository>[] = [
  {
    name: 'Deleted records have a header only, and the policy is kept',
    verifies: [id('15a'), id('15b')],
    leastSample: 1,
    run: async (repository) => {
      const { deletedRecord: policy } = await identityOf(repository)
      if (!policies.includes(policy)) return [unknownPolicy('15a'), unknownPolicy('15b')]
      const deleted = repository.sample.filter(({ isDeleted }) => isDeleted)
      if (policy === 'no')
        return [
          inapplicable(id('15a'), keepsNone),
          judge(id('15b'), deleted[0] ? against(deleted[0].identifier) : null, listing(repository)),
        ]
      if (deleted.length === 0) return [untested(id('15a'), noneSeen), untested(id('15b'), noneSeen)]
      const full = deleted.find(({ hasMetadata }) => hasMetadata)
      return [
        judge(id('15a'), full ? withMetadata(full.identifier) : null, listing(repository)),
        await isStillDeleted(repository, pick(deleted, 1, repository.seed)[0]?.identifier ?? ''),
      ]
    },
  },
]

const listing = ({ base }: Repository): string => `GET ${base}?verb=ListRecords&metadataPrefix=oai_dc`

/** §2.5.1: what a list shows as deleted, GetRecord shows as deleted. */
const isStillDeleted = async ({ ask }: Repository, identifier: string): Promise<Observation> => {
  const exchange = await ask({ verb: 'GetRecord', identifier, metadataPrefix: 'oai_dc' })
  if (isRefusal(exchange)) return failed(id('15b'), unreadable(exchange), exchange.shown)
  const root = rootOf(exchange)
  const record = childOf(childOf(root, 'GetRecord'), 'record')
  if (!record) return failed(id('15b'), without('GetRecord', root), exchange.shown)
  return judge(id('15b'), listedRecord(record).isDeleted ? null : notDeleted, exchange.shown)
}

const unknownPolicy = (number: string): Observation => ({
  requirement: id(number),
  outcome: 'cantTell',
  party: 'adapter',
  came: got('deletedRecord', ''),
})

const keepsNone: Words = {
  en: 'Identify declares deletedRecord "no".',
  zh: 'Identify 声明 deletedRecord 为“no”。',
}
const noneSeen: Words = {
  en: 'The sample holds no deleted record, though the repository says that it reports them.',
  zh: '仓储声明会报告删除,但样本中没有已删除的记录。',
}
const notDeleted: Words = {
  en: 'GetRecord gives it as a live record.',
  zh: 'GetRecord 将其作为有效记录返回。',
}
const against = (identifier: string): Words => ({
  en: `Record ${identifier} is marked deleted, though the policy is "no".`,
  zh: `策略为“no”,但记录 ${identifier} 标记为已删除。`,
})
const withMetadata = (identifier: string): Words => ({
  en: `The deleted record ${identifier} has metadata.`,
  zh: `已删除的记录 ${identifier} 带有元数据。`,
})
