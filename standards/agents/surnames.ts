/**
 * Chinese family names with how they are romanised (pinyin; other usual spellings after it): what tells that `Wang
 * Xiaoming` begins with the family, and that `Xiaoming Wang` ends with it. The commonest of the census, and the double
 * names of the classics.
 */
const table =
  '王 wang,李 li,张 zhang,刘 liu,陈 chen,杨 yang,黄 huang,赵 zhao,吴 wu,周 zhou,徐 xu,孙 sun,马 ma,朱 zhu,胡 hu,郭 guo,何 he,林 lin,高 gao,罗 luo,' +
  '郑 zheng,梁 liang,谢 xie,宋 song,唐 tang,许 xu,韩 han,邓 deng,冯 feng,曹 cao,彭 peng,曾 zeng,肖 xiao,萧 xiao,田 tian,董 dong,潘 pan,袁 yuan,蔡 cai,蒋 jiang,' +
  '余 yu,于 yu,杜 du,叶 ye,程 cheng,魏 wei,苏 su,吕 lv lu,丁 ding,任 ren,卢 lu,姚 yao,沈 shen,钟 zhong,姜 jiang,崔 cui,谭 tan,陆 lu,范 fan,汪 wang,廖 liao,石 shi,' +
  '金 jin,韦 wei,贾 jia,夏 xia,付 fu,傅 fu,方 fang,邹 zou,熊 xiong,白 bai,孟 meng,秦 qin,邱 qiu,侯 hou,江 jiang,尹 yin,薛 xue,闫 yan,阎 yan,段 duan,雷 lei,' +
  '龙 long,黎 li,史 shi,陶 tao,贺 he,毛 mao,郝 hao,顾 gu,龚 gong,邵 shao,万 wan,覃 qin,武 wu,钱 qian,戴 dai,严 yan,莫 mo,孔 kong,向 xiang,常 chang,汤 tang,' +
  '康 kang,易 yi,乔 qiao,赖 lai,文 wen,温 wen,施 shi,洪 hong,季 ji,巴 ba,鲁 lu,葛 ge,费 fei,茅 mao,老 lao,冰 bing,梅 mei,骆 luo,章 zhang,聂 nie,齐 qi,柳 liu,' +
  '辛 xin,管 guan,祝 zhu,左 zuo,涂 tu,谷 gu,时 shi,舒 shu,耿 geng,牟 mu,卜 bu,路 lu,詹 zhan,关 guan,苗 miao,凌 ling,纪 ji,裴 pei,陀 tuo,翁 weng,荣 rong,屈 qu,' +
  '项 xiang,祁 qi,班 ban,嵇 ji,阮 ruan,宗 zong,岑 cen,倪 ni,樊 fan,殷 yin,俞 yu,柯 ke,欧 ou,蒲 pu,甘 gan,成 cheng,游 you,阳 yang,盛 sheng,鲍 bao,司 si,靳 jin,' +
  '卫 wei,尤 you,褚 chu,戚 qi,喻 yu,窦 dou,冉 ran,解 xie,景 jing,闻 wen,伍 wu,庄 zhuang,曲 qu,佟 tong,焦 jiao,申 shen,蔺 lin,房 fang,宁 ning,臧 zang,滕 teng,' +
  '邢 xing,岳 yue,柴 chai,栾 luan,甄 zhen,鞠 ju,仇 qiu,晏 yan,蓝 lan,庞 pang,匡 kuang,娄 lou,饶 rao,隋 sui,冼 xian,席 xi,郁 yu,胥 xu,牛 niu,连 lian,虞 yu,楼 lou,' +
  '欧阳 ouyang,司马 sima,诸葛 zhuge,上官 shangguan,司徒 situ,东方 dongfang,夏侯 xiahou,皇甫 huangfu,尉迟 yuchi,公孙 gongsun,令狐 linghu,端木 duanmu,慕容 murong,长孙 zhangsun'

const rows = table.split(',').map((row) => row.split(' ') as [string, ...string[]])
const romanised = new Map(rows.map(([han, ...spellings]) => [han, spellings]))
const spelled = new Set(rows.flatMap(([, ...spellings]) => spellings))

export const isPinyinSurname = (word: string): boolean => spelled.has(word)

/** 王伟 → 王, 伟; a double surname is preferred. Undefined where no surname of the table begins it, or nothing is left. */
export const splitChinese = (
  text: string,
): { family: string; given: string; spellings: string[] } | undefined => {
  for (const length of [2, 1]) {
    const family = text.slice(0, length)
    const spellings = romanised.get(family)
    const given = text.slice(length)
    if (spellings && given.length >= 1 && given.length <= 2) return { family, given, spellings }
  }
  return undefined
}

const syllable =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|[aeiouv])'
const oneOrTwo = new RegExp(`^(${syllable})(${syllable})?$`)

/** How many syllables of pinyin a given name is written in, 1 or 2; 0 when it is not pinyin. */
export const pinyinSyllables = (word: string): number => {
  const found = oneOrTwo.exec(word)
  if (!found) return 0
  return found[2] ? 2 : 1
}
