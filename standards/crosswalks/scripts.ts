/**
 * Characters that only one of the two Chinese scripts uses, in pairs, simplified first. Few, but frequent in titles and
 * names: a text without any of them is `Hani`.
 */
const tellingPairs =
  '虫蟲仪儀伤傷伦倫侦偵侠俠债債储儲儿兒凤鳳凭憑劲勁励勵卢盧叹嘆听聽吓嚇墙牆坟墳垒壘奖獎妈媽娱娛宾賓宽寬屿嶼岭嶺峡峽币幣广廣庄莊彦彥怜憐恒恆悬懸惩懲愿願扰擾拟擬换換断斷昼晝枪槍栋棟档檔梦夢橱櫥沪滬' +
  '泪淚浓濃涡渦渊淵渔漁潜潛灾災炼煉烦煩牺犧犹猶狱獄猎獵玛瑪瑶瑤疯瘋皱皺矫矯砖磚础礎硕碩禅禪稳穩筑築签簽粤粵纤纖绅紳绕繞绣繡绪緒缅緬缩縮罚罰罢罷聪聰肤膚肾腎肿腫胜勝胁脅舰艦荐薦荣榮莱萊莲蓮获獲萧蕭' +
  '蒋蔣蓝藍虏虜蚀蝕蚁蟻蛮蠻衔銜誉譽谋謀谨謹贡貢贯貫贸貿赏賞赖賴趋趨跃躍践踐踪蹤辅輔辆輛辉輝辞辭辩辯边邊辽遼迈邁递遞逻邏针針钓釣钦欽铃鈴铜銅铸鑄锁鎖锅鍋锦錦键鍵锻鍛镇鎮镜鏡闪閃闯闖闲閒阔闊阶階陕陝' +
  '隐隱隶隸雾霧静靜韩韓韵韻顶頂顾顧顿頓颁頒颂頌额額飘飄饭飯饰飾饱飽馈饋驰馳驱驅驶駛驻駐骄驕骑騎骗騙鲍鮑鲜鮮鸣鳴鸭鴨鸿鴻鹏鵬鹤鶴麦麥龟龜' +
  '国國学學书書经經济濟历歷会會实實论論说說语語读讀编編译譯记記传傳简簡华華东東乐樂义義习習乡鄉买買乱亂争爭亚亞产產亲親' +
  '从從们們价價众眾优優伟偉体體关關兴興养養内內军軍农農写寫冲衝决決净淨减減几幾击擊创創别別剧劇动動务務劳勞势勢区區医醫单單卖賣' +
  '卫衛厂廠厅廳压壓厉厲县縣参參双雙发發变變叶葉号號吴吳启啟员員响響唤喚团團园園围圍图圖圆圓圣聖场場块塊坚堅坛壇声聲壳殼处處备備' +
  '复復头頭夺奪奋奮妇婦孙孫宁寧宝寶审審宪憲宫宮对對寻尋导導寿壽将將尔爾尘塵尝嘗层層属屬岁歲岛島师師帅帥带帶帮幫庆慶库庫应應庙廟' +
  '废廢开開异異张張弯彎归歸当當录錄彻徹径徑忆憶忧憂怀懷态態总總恋戀惊驚惯慣战戰户戶扑撲执執扩擴扫掃扬揚抚撫护護报報担擔拥擁择擇' +
  '挥揮损損据據摄攝数數斋齋无無旧舊时時显顯晓曉术術机機杀殺杂雜权權条條来來杨楊极極构構标標树樹样樣桥橋检檢欢歡欧歐残殘毕畢' +
  '气氣汉漢汤湯沟溝泽澤洁潔浅淺测測涛濤润潤渐漸温溫湾灣湿濕满滿滨濱灭滅灯燈灵靈点點热熱爱愛牵牽状狀独獨献獻环環现現电電画畫' +
  '疗療盐鹽监監盘盤矿礦码碼确確礼禮祸禍离離种種积積称稱穷窮竞競笔筆类類粮糧紧緊纪紀约約级級纯純纲綱纳納纵縱纸紙线線练練组組' +
  '细細织織终終绍紹结結绘繪给給络絡绝絕统統继繼绩績续續维維综綜绿綠缘緣网網罗羅职職联聯肃肅脑腦节節艺藝苏蘇药藥营營虑慮虽雖' +
  '补補袭襲见見观觀规規视視览覽觉覺计計订訂认認讨討训訓议議许許设設访訪证證评評识識诉訴词詞诗詩话話详詳课課调調谈談谢謝谱譜贝貝' +
  '负負财財责責败敗货貨质質贫貧购購贵貴费費资資赵趙赛賽赞贊车車轨軌转轉轮輪软軟轻輕较較辑輯输輸达達迁遷过過运運还還这這进進远遠' +
  '违違连連适適选選遗遺邓鄧邮郵郑鄭释釋钟鐘钢鋼钱錢铁鐵银銀链鏈锋鋒错錯长長门門闭閉问問间間闻聞阅閱队隊阳陽阴陰阵陣际際陆陸' +
  '陈陳险險难難页頁项項顺順须須预預领領频頻题題颜顏风風飞飛饮飲馆館马馬驾駕验驗鱼魚鲁魯鸟鳥鸡雞黄黃齐齊龙龍龄齡艳豔贾賈刘劉'
const simplified = new Set<number>()
const traditional = new Set<number>()
for (let i = 0; i < tellingPairs.length; i += 2) {
  simplified.add(tellingPairs.charCodeAt(i))
  traditional.add(tellingPairs.charCodeAt(i + 1))
}

/** First and last code unit of a block, and its script; blocks without a script of their own are left out. */
const blocks: [from: number, to: number, script: string][] = [
  [0x41, 0x5a, 'Latn'],
  [0x61, 0x7a, 'Latn'],
  [0xc0, 0x24f, 'Latn'],
  [0x1e00, 0x1eff, 'Latn'],
  [0x370, 0x3ff, 'Grek'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x400, 0x52f, 'Cyrl'],
  [0x530, 0x58f, 'Armn'],
  [0x590, 0x5ff, 'Hebr'],
  [0x600, 0x6ff, 'Arab'],
  [0x750, 0x77f, 'Arab'],
  [0x900, 0x97f, 'Deva'],
  [0x980, 0x9ff, 'Beng'],
  [0xb80, 0xbff, 'Taml'],
  [0xe00, 0xe7f, 'Thai'],
  [0xf00, 0xfff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Kore'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1800, 0x18af, 'Mong'],
  [0x3040, 0x30ff, 'Jpan'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xa000, 0xa4cf, 'Yiii'],
  [0xac00, 0xd7af, 'Kore'],
  [0xd840, 0xd88f, 'Hani'],
  [0xf900, 0xfaff, 'Hani'],
]

/**
 * ISO 15924 code of the script most of the text is written in; undefined when it has no letters. Chinese is `Hans` or
 * `Hant` when it has telling characters of one of them only, else `Hani`. Kana or Hangul make it `Jpan` or `Kore`.
 * @param language ISO 639-2/B, when the record says it: Japanese written in Han alone looks like Chinese.
 */
export function scriptOf(text: string, language?: string): string | undefined {
  const count: Record<string, number> = {}
  for (let i = 0; i < text.length; i++) {
    const script = scriptAt(text.charCodeAt(i))
    if (script) count[script] = (count[script] ?? 0) + 1
  }
  if (count['Jpan']) return 'Jpan'
  if (count['Kore'] && (count['Kore'] >= (count['Latn'] ?? 0) || count['Hani'])) return 'Kore'
  const most = mostOf(count)
  return most === 'Hani' ? chineseScript(text, language) : most
}

export const isHan = (script: string | undefined): boolean =>
  script === 'Hani' || script === 'Hans' || script === 'Hant'

/** Whether a Han character stands in it. */
export function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (scriptAt(text.charCodeAt(i)) === 'Hani') return true
  return false
}

/** A Latin word in a Chinese title (MATLAB 教程) is longer than the Chinese ones: a Han character counts for three letters. */
function mostOf(count: Record<string, number>): string | undefined {
  let most: string | undefined
  let best = 0
  for (const script in count) {
    const weight = (count[script] as number) * (script === 'Hani' ? 3 : 1)
    if (weight > best) [most, best] = [script, weight]
  }
  return most
}

function chineseScript(text: string, language: string | undefined): string {
  if (language === 'jpn') return 'Jpan'
  if (language === 'kor') return 'Kore'
  let [hans, hant] = [0, 0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (simplified.has(code)) hans++
    else if (traditional.has(code)) hant++
  }
  if (hans > 0 && hant === 0) return 'Hans'
  return hant > 0 && hans === 0 ? 'Hant' : 'Hani'
}

function scriptAt(code: number): string | undefined {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) ? 'Latn' : undefined
  // The middle dot of foreign names and the prolonged sound mark stand among the kana, but are no kana.
  if (code === 0x30fb || code === 0xd7 || code === 0xf7) return undefined
  if (code >= 0x4e00 && code <= 0x9fff) return 'Hani'
  for (const [from, to, script] of blocks) if (code >= from && code <= to) return script
  return undefined
}
