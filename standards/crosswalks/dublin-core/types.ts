import type { RecordType } from '../../record/v1-draft.js'

/** Words of dc:type → type, the first that fits: DCMI types, COAR and OpenAIRE words, Chinese ones. */
const words: [form: RegExp, type: RecordType][] = [
  [/thes[ie]s|dissertation|学位论文|學位論文|博士|硕士|碩士/i, 'thesis'],
  [/dataset|data set|数据集/i, 'dataset'],
  [/software|软件/i, 'software'],
  [/article|preprint|conference ?(?:paper|object)|review$|论文|文章|book ?part|chapter/i, 'article'],
  [/journal|periodical|serial|newspaper|magazine|期刊|报纸|杂志|连续出版物/i, 'serial'],
  [/report|working ?paper|报告/i, 'report'],
  [/standard|标准/i, 'standard'],
  [/patent|专利/i, 'patent'],
  [/\bmap|cartograph|地图|輿圖|舆图/i, 'map'],
  [/score|notated ?music|sheet music|乐谱/i, 'score'],
  [/moving ?image|video|film|视频|影像|电影/i, 'video'],
  [/sound|audio|music|录音|音频/i, 'audio'],
  [/image|photo|still|picture|drawing|painting|poster|postcard|图片|图像|照片|绘画/i, 'image'],
  [/archiv|manuscript|letter|correspondence|档案|手稿|书信/i, 'archive'],
  [/physical ?object|artifact|object|文物|器物/i, 'object'],
  [/web ?(?:site|page)|interactive ?resource|网页|网站/i, 'website'],
  [/book|monograph|图书|专著|古籍|\btext\b|文本/i, 'book'],
]

/** The most telling of several dc:type: `text` and `Doctoral thesis` is a thesis. `other` without any. */
export function readType(elements: { name: string; value: string }[]): RecordType {
  const stated = elements.filter(({ name }) => name === 'type').map(({ value }) => value)
  for (const [form, type] of words) if (stated.some((value) => form.test(value))) return type
  return 'other'
}
