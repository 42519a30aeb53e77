import { writeMarcxml } from '../../../standards/formats/marcxml-write.js'
import { encodeDublinCore } from '../encode/encode-dublin-core.js'
import { encodeMarc21 } from '../encode/encode-marc21.js'
import { type HeldWork, heldBy, touchedAt, type Work } from '../encode/work.js'
import type { OaiItem } from './repository.js'

export const publicDomain = 'jiangcheng.example'
export const instituteDomain = 'agri-info.example'

/** Identifier under which the public library's record of this number goes out. */
export const publicIdentifier = (id: string): string => `oai:${publicDomain}:${id}`

/** setSpec → name. A set `type` above them holds them all (§2.6). */
export const typeSets: Record<string, string> = {
  type: '按类型 By type',
  'type:book': '图书 Books',
  'type:serial': '期刊 Serials',
  'type:map': '地图 Maps',
  'type:audio': '录音 Sound recordings',
  'type:video': '影像 Films',
  'type:standard': '标准 Standards',
  'type:thesis': '学位论文 Theses',
  'type:report': '报告 Reports',
  'type:score': '乐谱 Scores',
  'type:image': '图像 Images',
}

/** The public library: MARC 21 and Dublin Core, six records withdrawn. */
export function publicItems(works: readonly Work[]): OaiItem[] {
  const items = heldBy(works, 'public').map((held) => ({
    ...itemOf(publicDomain, held),
    metadata: { oai_dc: encodeDublinCore(held), marcxml: marcxmlOf(held) },
  }))
  return [
    ...items,
    ...withdrawn(publicDomain, [
      'b10999001',
      'b10999002',
      'b10999003',
      'b10999004',
      'b10999005',
      'b10999006',
    ]),
  ]
}

/** The institute: Dublin Core, three records withdrawn, two without a title. */
export function instituteItems(works: readonly Work[]): OaiItem[] {
  const items = heldBy(works, 'institute').map((held) => ({
    ...itemOf(instituteDomain, held),
    metadata: { oai_dc: encodeDublinCore(held) },
  }))
  return [
    ...items,
    ...untitled(items),
    ...withdrawn(instituteDomain, ['item/9901', 'item/9902', 'item/9903']),
  ]
}

const itemOf = (domain: string, { work, held }: HeldWork): Omit<OaiItem, 'metadata'> => ({
  identifier: `oai:${domain}:${held.id}`,
  datestamp: touchedAt(held.id),
  sets: [`type:${work.type}`],
})

/** §3.4: metadata names the schema that it follows. */
const marcxmlOf = (held: HeldWork): string =>
  writeMarcxml(encodeMarc21(held, 'JCPL')).replace(
    '<record xmlns="http://www.loc.gov/MARC21/slim"',
    '$& xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.loc.gov/MARC21/slim http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd"',
  )

const withdrawn = (domain: string, ids: string[]): OaiItem[] =>
  ids.map((id) => ({
    identifier: `oai:${domain}:${id}`,
    datestamp: touchedAt(id),
    sets: ['type:book'],
    deleted: true,
    metadata: {},
  }))

const untitled = (items: OaiItem[]): OaiItem[] =>
  items.slice(0, 2).map((item, i) => {
    const id = `item/980${i + 1}`
    const metadata = { oai_dc: (item.metadata['oai_dc'] ?? '').replace(/<dc:title>.*?<\/dc:title>/g, '') }
    return { ...item, identifier: `oai:${instituteDomain}:${id}`, datestamp: touchedAt(id), metadata }
  })
