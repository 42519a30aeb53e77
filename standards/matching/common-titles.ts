import { foldedPattern } from '../text/folded-pattern.js'
import { tokensOf } from './similarity.js'

/** Words that say what kind of book it is, not which one. */
const kindsOfBook = new Set(
  'works work selected collected complete essays poems poetry stories plays letters writings papers report reports proceedings introduction introductory history handbook manual guide textbook principles fundamentals foundations theory practice studies study research journal bulletin annual annals yearbook review reviews transactions notes news editorial preface foreword abstracts abstract index summary contents committee message editors editor guest letter comment discussion conclusion overview dictionary encyclopedia catalogue catalog atlas lectures general new modern statistics bibliography reader anthology werke gesammelte ausgewahlte einfuhrung geschichte handbuch bericht jahresbericht lehrbuch oeuvres completes introduction histoire rapport obras completas historia сочинения собрание избранное история введение teokset valitut kootut historia johdatus kertomus first second third edition volume part special issue section column message chair chairs workshop conference symposium international'.split(
    ' ',
  ),
)
const small =
  /^(?:a|an|the|of|in|on|for|to|and|der|die|das|und|le|la|les|de|du|des|et|el|и|в|ja|from|with|by|at|no|or|is|its)$/u
const hanKinds = foldedPattern(
  '(?:文学史|思想史|哲学史|通史|简史|史稿|史|文集|文选|选集|全集|诗集|诗选|选读|作品选|小说选|散文选|论文集|论集|概论|导论|通论|总论|绪论|引论|原理|基础|教程|教材|手册|词典|辞典|年鉴|统计|报告|汇编|资料|研究|入门|指南|大纲|讲义|习题集|题解|学报|通讯|简报|大全|分析|设计|技术|学)$',
)
const hanCommon = /^(?:中国|世界|外国|西方|现代|当代|古代|近代|大学|高等|新编|简明|实用|普通|汉语|英语)+/u

/** How far a title tells works apart by itself: `Works` not at all, `Outerjoin simplification and reordering` nearly alone. */
export type Weight = 'common' | 'middling' | 'telling'

export function weightOfTitle(key: string): Weight {
  const tokens = tokensOf(key)
  const han = tokens.filter((token) => token >= '㐀' && token <= '鿿').length
  if (han * 2 >= tokens.length) return weightOfHan(key, han)
  const telling = tokens.filter(
    (token) => !small.test(token) && !kindsOfBook.has(token) && token.length > 1,
  ).length
  return telling >= 3 ? 'telling' : telling >= 2 ? 'middling' : 'common'
}

function weightOfHan(key: string, length: number): Weight {
  const bare = key.replace(hanCommon, '')
  const rest = bare.replace(hanKinds, '')
  const kind = rest !== bare
  if (length <= 2 || rest.length <= (kind ? 2 : 1)) return 'common'
  return length >= 8 && rest.length >= 4 ? 'telling' : 'middling'
}
