import { foldHan } from '../text/characters.js'

/** Characters with which translators write one sound of a foreign name: 缪尔 and 缪而, 斯通 and 思通, 加缪 and 卡缪. */
const table =
  '阿啊亚 艾埃爱 奥澳 巴芭 贝蓓 比毕碧彼 伯博勃波 布卜 达大 戴代黛 丹旦 德得 蒂帝迪笛狄 丁汀 尔而耳 法发 菲费斐 弗夫福佛 ' +
  '戈格葛哥 古谷 海黑 汉翰罕 华瓦 加伽嘉卡 吉基季 杰捷 金京 科柯克可 拉腊 莱来赖 兰蓝 朗郎 劳罗洛络 雷蕾瑞 里利莉丽李黎理 林琳 ' +
  '隆龙 卢路鲁 伦仑 马玛 迈麦 梅美 蒙孟 米密 莫默摩穆姆木 纳娜那 奈内 尼妮 帕派 佩裴培 奇齐契 乔焦 琼钟 萨沙莎 塞赛 史石什斯思司丝 ' +
  '索苏 泰太 坦丹 特忒 图吐 威维韦卫 温文 乌伍 希西席悉喜 休修 雅亚 扬杨 耶叶 伊依 因英 尤犹 泽策 兹茨'

const sounds = new Map<string, Set<string>>()
for (const group of table.split(' '))
  for (const character of Array.from(group, foldHan))
    sounds.set(character, new Set([...(sounds.get(character) ?? []), ...Array.from(group, foldHan)]))

/** Of one length, and no character of the one sounds otherwise than that of the other. */
export const soundAlike = (a: string, b: string): boolean =>
  a.length === b.length && [...a].every((one, at) => one === b[at] || sounds.get(one)?.has(b[at] as string))
