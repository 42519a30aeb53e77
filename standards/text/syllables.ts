/**
 * The syllables of Mandarin as Hànyǔ Pīnyīn writes them without tones (GB/T 16159, ISO 7098), in the order in which
 * they are numbered: what is added goes to the end. nü and lü are nu and lu, as catalogues and keyboards write them.
 */
const table = `
a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai
chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo
da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang
fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang
hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue
jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia
lian liang liao lie lin ling liu lo long lou lu luan lue lun luo ma mai man mang mao me mei men meng mi mian miao mie min
ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nue nuo o ou
pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan
que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang
shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan
tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian
xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan
zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun
zhuo zi zong zou zu zuan zui zun zuo`

const syllables = table.trim().split(/\s+/)
const numbers = new Map(syllables.map((syllable, number) => [syllable, number]))
const longest = 6

/** Of `zhong`, `lüe`, `lve`; undefined when it is no syllable. */
export const syllableNumber = (syllable: string): number | undefined =>
  numbers.get(syllable) ?? numbers.get(plainOf(syllable))

export const syllableOf = (number: number): string | undefined => syllables[number]

/** Passports write nü and lü as nyu and lyu, which are nothing else: no syllable ends in l, and none begins with y behind n alone. */
const plainOf = (letters: string): string => withU(letters).replace(/^nyu|lyu/g, ([first]) => `${first}u`)

const withU = (letters: string): string => letters.replace(/[vü]/gu, 'u')

/** Hardly ever meant where another cut is possible. */
const rare = new Set('chua den dei dia ei eng fo kei lo nou rua seng shei tei yo zhei o ê'.split(' '))

interface Partial {
  cost: number
  cut: string[]
}

/** Beyond it the last cuts are hardly ever meant, and letters are no syllables but an attack. */
const mostLetters = 100

/**
 * `xian` → xian, xi an; the likeliest first, at most `most`; none where it is no pinyin. Fewest syllables are likeliest,
 * and a syllable that begins with a vowel seldom stands inside a word without an apostrophe.
 */
export const cutSyllables = (letters: string, most: number): string[][] =>
  cutBy(plainOf(letters), most, (unit, at) => (numbers.has(unit) ? costOf(unit, at) : undefined))

/** The same where syllables may be shortened to what they begin with: `hongloum` → hong lou m; there an l may stand before yu. */
export const cutShortened = (letters: string, most: number): string[][] =>
  cutBy(withU(letters), most, (unit, at) =>
    isInitial(unit) ? shortened : numbers.has(unit) ? costOf(unit, at) : undefined,
  )

/** A vowel alone is the beginning of 爱 or 恩 more often than 啊 or 鹅. */
export const isInitial = (unit: string): boolean => /^(?:[zcs]h|[a-hj-tw-z])$/.test(unit)

/** Places of letters before which syllables alone may stand, and behind which: what begins or ends elsewhere need not be cut to know that it is no pinyin. */
export const placesToCut = (
  letters: string,
): { before: ReadonlySet<number>; behind: ReadonlySet<number> } => {
  const plain = withU(letters)
  const places = Array.from({ length: plain.length + 1 }, (_, at) => at)
  const isUnit = (at: number, end: number) => mayBeSyllable(plain.slice(at, end))
  const [before, behind] = [new Set([0]), new Set([plain.length])]
  for (const end of places)
    if (places.slice(Math.max(0, end - longest), end).some((at) => before.has(at) && isUnit(at, end)))
      before.add(end)
  for (const at of places.toReversed())
    if (places.slice(at + 1, at + 1 + longest).some((end) => behind.has(end) && isUnit(at, end)))
      behind.add(at)
  return { before, behind }
}

/** A passport’s nyu too, which is one at the beginning alone. */
const mayBeSyllable = (unit: string): boolean =>
  numbers.has(unit) || (unit[1] === 'y' && numbers.has(plainOf(unit)))

/** Dearer than a syllable, since it says less. */
const shortened = 1.3

const costOf = (syllable: string, at: number): number =>
  1 + (at > 0 && /^[aeo]/.test(syllable) ? 0.9 : 0) + (rare.has(syllable) ? 2 : 0)

/** What a piece at a place costs; undefined where it can be none. */
type Price = (unit: string, at: number) => number | undefined

const cutBy = (letters: string, most: number, price: Price): string[][] => {
  if (letters.length > mostLetters || !/^[a-z]+$/.test(letters)) return []
  const from: Partial[][] = Array.from({ length: letters.length + 1 }, () => [])
  from[letters.length] = [{ cost: 0, cut: [] }]
  for (let at = letters.length - 1; at >= 0; at--) from[at] = bestFrom(letters, at, from, { most, price })
  return (from[0] as Partial[]).map(({ cut }) => cut)
}

const bestFrom = (
  letters: string,
  at: number,
  from: Partial[][],
  { most, price }: { most: number; price: Price },
): Partial[] => {
  const found: Partial[] = []
  for (let end = at + 1; end <= Math.min(at + longest, letters.length); end++) {
    const rests = from[end] as Partial[]
    const unit = letters.slice(at, end)
    const own = rests.length === 0 ? undefined : price(unit, at)
    if (own === undefined) continue
    for (const { cost, cut } of rests) found.push({ cost: own + cost, cut: [unit, ...cut] })
  }
  return found.sort((one, other) => one.cost - other.cost).slice(0, most)
}
