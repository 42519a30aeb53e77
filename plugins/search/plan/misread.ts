import { syllableTokens } from '../../../standards/text/sounds.js'
import type { Word } from '../query.js'
import { together, type Way } from './way.js'
import { typedWays } from './ways.js'
import { isChinese, pinyinOf, runsOf } from './words.js'

/**
 * Characters of titles and names that are read in several ways, and those ways: who types character by character takes the one for the
 * other. These tell where that may be, and are surer than any other slip. What is nearly always read in one way (的, 地, 和) is left out.
 */
const table = `
乐 le yue, 行 xing hang, 重 zhong chong, 长 chang zhang, 都 dou du, 调 diao tiao, 传 chuan zhuan, 弹 dan tan,
率 shuai lu, 觉 jue jiao, 角 jiao jue, 薄 bo bao, 椎 zhui chui, 了 le liao, 着 zhe zhao zhuo, 还 hai huan,
会 hui kuai, 校 xiao jiao, 血 xue xie, 省 sheng xing, 参 can shen, 差 cha chai, 朝 chao zhao, 曾 ceng zeng,
藏 cang zang, 单 dan shan, 解 jie xie, 系 xi ji, 降 jiang xiang, 强 qiang jiang, 度 du duo, 落 luo la, 模 mo mu,
没 mei mo, 奇 qi ji, 圈 quan juan, 折 zhe she, 盛 sheng cheng, 识 shi zhi, 宿 su xiu, 车 che ju, 称 cheng chen,
恶 e wu, 佛 fo fu, 伽 ga jia qie, 给 gei ji, 核 he hu, 贾 jia gu, 壳 ke qiao, 么 me ma mo, 脉 mai mo, 埋 mai man,
秘 mi bi, 弄 nong long, 区 qu ou, 塞 sai se, 杉 shan sha, 什 shen shi, 属 shu zhu, 数 shu shuo, 巷 xiang hang,
削 xiao xue, 畜 chu xu, 钥 yao yue, 择 ze zhai, 乘 cheng sheng, 查 cha zha, 仇 chou qiu, 柏 bai bo, 剥 bo bao,
便 bian pian, 屏 ping bing, 露 lu lou, 龟 gui jun, 卡 ka qia, 勒 le lei, 咖 ka ga, 琢 zhuo zuo, 说 shuo shui,
嚼 jiao jue, 荨 xun qian, 隽 juan jun, 朴 piao pu, 乾 gan qian, 晟 cheng sheng
`

const characters = table.split(',').map((row) => row.trim().split(' ').slice(1))

const readingsOf = (syllable: string): string[] =>
  characters.filter((readings) => readings.includes(syllable)).flat()

/** By syllable those that it may have been taken for. */
const others: ReadonlyMap<string, readonly string[]> = new Map(
  [...new Set(characters.flat())].map((syllable) => [
    syllable,
    [...new Set(readingsOf(syllable))].filter((other) => other !== syllable),
  ]),
)

/** Fewer syllables are as likely another word, where no Chinese stands beside them. */
const fewest = 3

/** The syllables with one of them or two read in another way: all that was typed, or what stands beside Chinese (yueguoan 心理学). */
export const misreadWays = (words: readonly Word[], most: number): Way[] => {
  const runs = runsOf(words)
  const isAmongHan = words.some(isChinese)
  if (runs.length > 1 && !isAmongHan) return []
  const misread = runs.map((run) => misreadRun(run, { fewest: isAmongHan ? 2 : fewest, most }))
  if (misread.every(({ length }) => length === 0)) return []
  return together(
    runs.map((run, at) => (misread[at]!.length > 0 ? misread[at]! : together(run.map(typedWays), most))),
    most,
  )
}

const misreadRun = (words: readonly Word[], { fewest, most }: { fewest: number; most: number }): Way[] => {
  const [syllables = []] = pinyinOf(words)
  if (syllables.length < fewest) return []
  const misread = syllables.flatMap((one, at) => (others.get(one) ?? []).map((other) => ({ at, other })))
  const pairs = misread.flatMap((one) => misread.filter(({ at }) => at > one.at).map((other) => [one, other]))
  return [...misread.map((one) => [one]), ...pairs].slice(0, most).map((changes) => ({
    manner: 'a slip forgiven',
    terms: [{ tokens: syllableTokens(replaced(syllables, changes)), field: 'sounds' }],
  }))
}

const replaced = (syllables: readonly string[], changes: readonly { at: number; other: string }[]) =>
  syllables.map((syllable, place) => changes.find(({ at }) => at === place)?.other ?? syllable)
