import { type KbartLabel, kbartLabels, packageLabel } from '../../crosswalks/kbart-labels.js'

type Label = KbartLabel | typeof packageLabel

/** What lists that resemble KBART call a column. Conformance judges the label; import reads it. */
const synonyms: Record<Label, string> = {
  publication_title:
    'title|publication|journal|journal title|book title|title title|publicationtitle|name|full title|source title|题名|刊名|书名|文献题名|出版物题名|出版物名称|期刊名称|图书名称|資源名稱|資源名称|资源名称|刊名全称',
  print_identifier:
    'issn|print issn|pissn|p issn|issn print|isbn|print isbn|pisbn|isbn print|issn isbn|isbn13|isbn 13|isbn10|isbn 10|title identifier issn|title identifier isbn|title identifier|print identifier issn|印刷版issn|纸本issn|纸质issn|国际刊号|纸本isbn|印刷版isbn|国际标准书号',
  online_identifier:
    'eissn|e issn|online issn|electronic issn|issn online|eisbn|e isbn|online isbn|electronic isbn|isbn online|title identifier eissn|online identifier issn|online identifier isbn|电子版issn|电子issn|电子isbn|电子版isbn|在线issn',
  date_first_issue_online:
    'coverage start|coverage start date|start date|from|date from|start year|first year|first issue date|datefirstpackageissue|收录起始|起始年|起始时间|开始日期|收录开始时间|起始日期',
  num_first_vol_online:
    'coverage start volume|start volume|first volume|from volume|volumefirstpackageissue|起始卷',
  num_first_issue_online:
    'coverage start issue|start issue|first issue|from issue|numberfirstpackageissue|起始期',
  date_last_issue_online:
    'coverage end|coverage end date|end date|to|date to|end year|last year|last issue date|datelastpackageissue|收录截止|截止年|截止时间|结束日期|收录结束时间|终止年',
  num_last_vol_online: 'coverage end volume|end volume|last volume|to volume|volumelastpackageissue|截止卷',
  num_last_issue_online: 'coverage end issue|end issue|last issue|to issue|numberlastpackageissue|截止期',
  title_url:
    'url|link|title link|web address|website|platform title url|platform host url|online url|网址|链接|访问地址|访问链接|网页地址',
  first_author:
    'author|authors|author s|creator|primary author|title primary author|main author|作者|著者|责任者|第一作者|主要责任者',
  title_id:
    'id|identifier|title number|proprietary id|provider title id|record id|资源id|题名id|资源编号|刊号id',
  embargo_info: 'embargo|embargo period|moving wall|时滞|滞后期|延迟',
  coverage_depth: 'depth|content type|full text|收录深度|全文程度|收录程度',
  notes: 'coverage notes|note|coverage note|remarks|comments|备注|说明|附注',
  publisher_name:
    'publisher|title publisher|org publisher name|imprint|出版社|出版者|出版商|出版单位|主办单位',
  publication_type:
    'type|material type|format|resource type|category of title|出版类型|文献类型|资源类型|出版物类型',
  date_monograph_published_print:
    'date of publication|publication date|pub date|pub year|publication year|title publication year|year|year of publication|copyright year|出版年|出版日期|出版时间|出版年份',
  date_monograph_published_online:
    'online publication date|online date|date published online|电子出版日期|上线日期|网络出版日期',
  monograph_volume: 'volume|volume number|卷|卷次|卷册',
  monograph_edition: 'edition|版次|版本',
  first_editor: 'editor|editors|editor s|主编|编者|责任编辑',
  parent_publication_title_id: 'parent title id|parent id|series id|母体题名id',
  preceding_publication_title_id: 'preceding title id|previous title id|former title id|前题名id',
  access_type: 'access|access model|oa|open access|access status|访问类型|获取类型|访问方式',
  package_name:
    'package|package collection|collection|collection name|package name|database|数据库|数据库名称|包名|专辑',
}

const byName = new Map<string, Label>()
for (const label of [...kbartLabels, packageLabel] as Label[]) {
  byName.set(plain(label), label)
  for (const name of synonyms[label].split('|')) byName.set(plain(name), label)
}

/** `E-ISSN`, `Publication_Title`, `title.identifier.eissn`: case, points, dashes and line ends do not matter. */
export function plain(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export const labelOf = (cell: string): Label | undefined => byName.get(plain(cell))

/** Whether the cell is the standard's own label: one of those alone makes a header line. */
export const isStandardLabel = (cell: string): boolean => labelOf(cell) === cell.trim().toLowerCase()
