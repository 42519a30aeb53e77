import { plain } from '../kbart/labels.js'

/** What the columns of a library's own list are called, in Chinese and English. One column, one meaning. */
const synonyms = {
  id: 'id|record id|record number|control number|bib id|bibid|编号|序号id|记录号|控制号|书目记录号|系统号|资源编号|图书编号|图书id|书籍编号|book id|mms id|ppn|001',
  title:
    'title|title proper|book title|name|题名|书名|正题名|题名与责任者|图书名称|文献题名|刊名|名称|書名|題名|书刊名',
  subtitle: 'subtitle|sub title|other title information|副题名|副书名|其他题名信息|副標題|副标题',
  parallelTitle:
    'parallel title|english title|title in english|并列题名|英文题名|外文题名|英文书名|并列书名|原作名|原书名',
  author:
    'author|authors|author s|creator|main author|responsibility|statement of responsibility|责任者|作者|著者|第一责任者|主要责任者|编著者|责任说明|作者译者|著作者|作者姓名|責任者',
  editor: 'editor|editors|编者|主编|编辑',
  translator: 'translator|translators|译者|翻译|譯者',
  contributor: 'contributor|contributors|other authors|次要责任者|其他责任者|其他作者|第二责任者',
  publisher: 'publisher|publisher name|出版社|出版者|出版商|出版单位|出版机构|出版发行者|出版發行',
  place: 'place|place of publication|publication place|city|出版地|出版地点',
  date: 'year|date|publication year|pub year|year of publication|publication date|date of publication|pub date|published|出版年|出版日期|出版时间|出版年份|出版年月|年份|出版發行時間|发行年',
  isbn: 'isbn|isbn13|isbn 13|isbn10|isbn 10|print isbn|国际标准书号|标准书号|书号|isbn号|isbn书号',
  issn: 'issn|print issn|国际标准刊号|国际刊号|刊号|issn号',
  csbn: '统一书号|全国统一书号',
  doi: 'doi',
  edition: 'edition|版次|版本|版本说明',
  series: 'series|series title|series statement|丛书|丛书名|丛编|丛书题名|丛编题名|叢書',
  volume: 'volume|vol|volume number|part|卷|卷次|卷册|册次|分册|分册号|卷期|分卷号',
  extent:
    'extent|pages|number of pages|physical description|pagination|页数|页码|载体形态|册数|总页数|頁數|载体形态项',
  size: 'size|dimensions|format size|尺寸|开本|规格',
  price: 'price|list price|cost|定价|价格|单价|码洋|售价|零售价|标价|图书价格',
  language: 'language|languages|lang|语种|语言|文种|語言',
  subject:
    'subject|subjects|keyword|keywords|subject headings|topic|tags|主题|主题词|关键词|标签|学科|论题主题',
  class:
    'class|classification|class number|clc|ddc|call class|分类号|中图分类号|中图法分类号|类号|分类|中图法|图书分类号|分類號',
  callNumber:
    'call number|callnumber|shelf mark|shelfmark|call no|索书号|索取号|排架号|书架号|索書號|索书号码',
  branch: 'library|branch|holding library|institution|分馆|馆|图书馆|馆名|所属馆|馆代码|收藏单位|收藏馆',
  location:
    'location|shelf location|holdings|shelving location|馆藏|馆藏地|馆藏地点|馆藏位置|所在馆藏地|书库|存放地点|馆藏地址|館藏地|馆内位置|所在架位|架位',
  barcode: 'barcode|bar code|item barcode|accession number|条码|条码号|条形码|登录号|财产号|馆藏条码|登記號',
  copies: 'copies|number of copies|quantity|qty|复本|复本数|复本量|馆藏复本|数量|册|库存|库存量|库存数',
  abstract: 'abstract|summary|description|摘要|内容简介|简介|提要|内容提要|内容摘要',
  note: 'note|notes|remarks|comment|comments|备注|附注|说明|備註',
  url: 'url|link|web address|website|online|链接|网址|访问地址|电子资源地址|封面链接',
  type: 'type|material type|document type|resource type|format|文献类型|资料类型|类型|载体类型|资源类型|图书类型',
} as const

export type TableLabel = keyof typeof synonyms

const byName = new Map<string, TableLabel>()
for (const label of Object.keys(synonyms) as TableLabel[])
  for (const name of synonyms[label].split('|')) if (!byName.has(plain(name))) byName.set(plain(name), label)

/** `责任者（作者）` and `ISBN*`: what stands in brackets or marks a column as required does not matter. */
export const tableLabelOf = (cell: string): TableLabel | undefined =>
  byName.get(plain(cell)) ?? byName.get(plain(cell.replace(/[(（[【].*$/, '')))

/** Labels that only the list of a library has: a title list of a publisher knows nothing of shelves. */
export const shelfLabels: readonly TableLabel[] = [
  'callNumber',
  'branch',
  'location',
  'barcode',
  'copies',
  'class',
]
