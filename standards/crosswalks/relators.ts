/** Roles in the words of Chinese title pages → MARC relator codes. The longest word that the text ends with decides. */
const chineseRoles = `
著 aut|撰 aut|编著 aut|編著 aut|主著 aut|合著 aut|原著 aut|作 aut|著者 aut|作者 aut|口述 nrt|撰文 aut|撰稿 aut|文 aut|等著 aut
写 aut|编 edt|編 edt|主编 edt|主編 edt|总主编 edt|副主编 edt|执行主编 edt|责任编辑 edt|责编 edt|编者 edt|编辑 edt|编写 aut|点校 edt|整理 edt
编纂 com|选编 com|汇编 com|编选 com|选辑 com|辑 com|輯 com|纂 com|汇辑 com|编辑者 edt|辑录 com|纂修 com|修 com|集 com|选 com
译 trl|譯 trl|译者 trl|翻译 trl|编译 trl|主译 trl|译注 trl|合译 trl|校译 trl|译校 trl|译著 trl|改编 adp|改写 adp|缩写 abr|注 ann|註 ann
注释 ann|校注 ann|笺注 ann|评注 ann|评点 ann|疏 ann|集解 ann|批注 ann|校 pfr|校对 pfr|校订 pfr|审校 pfr|参校 pfr|审 rev|主审 rev|审订 rev|审定 rev
绘 ill|繪 ill|绘画 ill|插图 ill|插画 ill|图 ill|绘图 ill|绘编 ill|画 art|作画 art|摄影 pht|摄 pht|书法 cll|书 cll|题 aui|序 aui|作序 aui|作跋 aft|跋 aft
作曲 cmp|曲 cmp|作词 lyr|词 lyr|编曲 arr|演唱 sng|唱 sng|演奏 prf|指挥 cnd|导演 drt|编剧 aus|主演 act|制片 pro|制作 pro|监制 pro|朗读 nrt|播讲 nrt|解说 nrt
设计 dsr|装帧 bkd|封面设计 cov|指导 ths|导师 ths|出版 pbl|发行 dst|资助 fnd|申请 pta|发明 inv|主持 mod|策划 pdr|采访 ivr|口译 trl|刻 egr|篆刻 egr|雕 scl
`
/** Roles in the words of Western title pages. */
const westernRoles = `
author aut|by aut|writer aut|verfasser aut|auteur aut|autor aut|editor edt|ed edt|eds edt|edited by edt|herausgeber edt|hrsg edt|hg edt|editor in chief edt
translator trl|trans trl|tr trl|translated by trl|übersetzer trl|traducteur trl|illustrator ill|ill ill|illustrated by ill|photographer pht|compiler com|comp com
composer cmp|arranger arr|lyricist lyr|performer prf|singer sng|conductor cnd|director drt|film director drt|actor act|producer pro|narrator nrt|publisher pbl
contributor ctb|sponsor spn|issuing body isb|degree granting institution dgg|thesis advisor ths|degree supervisor dgs|host institution his|funder fnd
printer prt|engraver egr|artist art|cartographer ctg|annotator ann|reviewer rev|dedicatee dte|former owner fmo|interviewer ivr|interviewee ive|creator cre
writer of introduction aui|author of introduction aui|joint author aut|jt author aut|joint editor edt|screenwriter aus|speaker spk|distributor dst|inventor inv
`
/** UNIMARC Appendix C: numeric codes. */
const unimarcCodes = `
005 act|010 adp|020 ann|030 arr|040 art|065 auc|070 aut|072 aqt|075 aft|080 aui|090 aus|100 ant|110 bnd|180 ctg|200 chr|205 ctb|210 cmm|212 cwt|220 com|230 cmp|240 cmt
245 cre|250 cnd|273 cur|275 dnc|280 dte|290 dto|295 dgg|300 drt|310 dst|320 dnr|340 edt|350 egr|370 flm|390 fmo|395 fnd|410 aut|420 hnr|440 ill|460 ive|470 ivr
480 lbt|490 lse|500 lso|510 ltg|520 lyr|530 mte|545 mus|550 nrt|555 opn|557 orm|570 oth|580 ppm|582 pta|584 inv|590 prf|595 res|600 pht|610 prt|620 ppm|630 pro
635 prg|637 pdr|640 pfr|650 pbl|651 pbd|660 rcp|670 rcd|673 rth|675 rev|677 rtm|680 rbr|690 aus|695 sad|700 scr|705 scl|710 sec|720 sgn|721 sng|723 spn|725 stn
727 ths|730 trl|740 tyd|750 tyg|755 voc|760 wde|770 wam
`

const table = (rows: string): Map<string, string> => {
  const entries = rows
    .trim()
    .split(/[|\n]/)
    .map((row) => row.trim())
  return new Map(
    entries.map((row) => [row.slice(0, row.lastIndexOf(' ')), row.slice(row.lastIndexOf(' ') + 1)]),
  )
}
const chinese = table(chineseRoles)
const western = table(westernRoles)
const numeric = table(unimarcCodes)
const longest = Math.max(...[...chinese.keys()].map((word) => word.length))

const code = /^[a-z]{3}$/
const relatorUri = /relators\/([a-z]{3})$/

/**
 * MARC relator code of a role in any form: `aut`, `070`, `http://id.loc.gov/vocabulary/relators/aut`, `editor.`, 主编,
 * 等译. Undefined when it is none of them.
 */
export function relatorCode(text: string): string | undefined {
  const role = text.trim()
  if (code.test(role) && !western.has(role)) return role
  return numeric.get(role) ?? relatorUri.exec(role)?.[1] ?? western.get(plain(role)) ?? chineseRole(role)
}

/** The role word that a Chinese statement ends with: 刘畅著 → 著; 等译 → 译. */
export function chineseRoleWord(text: string): string | undefined {
  for (let length = Math.min(longest, text.length - 1); length > 0; length--) {
    const word = text.slice(-length)
    if (chinese.has(word)) return word
  }
  return undefined
}

const chineseRole = (role: string): string | undefined => {
  const word = chinese.has(role) ? role : chineseRoleWord(role)
  return word && chinese.get(word)
}

const plain = (role: string): string => role.toLowerCase().replace(/^[([]|[)\].,;:]+$/g, '')
