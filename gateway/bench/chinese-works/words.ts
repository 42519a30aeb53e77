/** Words in Han with their pinyin, one syllable a character: of them titles and names are made. */
export interface Word {
  han: string
  pinyin: string
}

export const words = (list: string): Word[] =>
  list
    .trim()
    .split(/\s*[;\n]\s*/)
    .filter(Boolean)
    .map((entry) => {
      const [han = '', ...pinyin] = entry.split(' ')
      return { han, pinyin: pinyin.join(' ') }
    })

export const together = (...parts: Word[]): Word => ({
  han: parts.map(({ han }) => han).join(''),
  pinyin: parts.map(({ pinyin }) => pinyin).join(' '),
})

/** What books are about, with the letter of its class (中图法). */
export const topics: [string, Word[]][] = [
  [
    'F',
    words(
      '区域经济 qu yu jing ji;农村金融 nong cun jin rong;对外贸易 dui wai mao yi;财政税收 cai zheng shui shou;企业管理 qi ye guan li;人力资源 ren li zi yuan;市场营销 shi chang ying xiao;货币银行 huo bi yin hang;土地制度 tu di zhi du;物流 wu liu;旅游经济 lü you jing ji;会计 kuai ji;统计 tong ji;证券投资 zheng quan tou zi;产业结构 chan ye jie gou',
    ),
  ],
  [
    'D',
    words(
      '行政法 xing zheng fa;民事诉讼 min shi su song;国际关系 guo ji guan xi;地方政府 di fang zheng fu;婚姻家庭法 hun yin jia ting fa;知识产权 zhi shi chan quan;劳动保障 lao dong bao zhang;外交 wai jiao;基层治理 ji ceng zhi li;刑事侦查 xing shi zhen cha;宪法 xian fa;公共政策 gong gong zheng ce',
    ),
  ],
  [
    'I',
    words(
      '古典诗歌 gu dian shi ge;现代小说 xian dai xiao shuo;民间故事 min jian gu shi;戏曲 xi qu;散文 san wen;儿童文学 er tong wen xue;文学批评 wen xue pi ping;乐府 yue fu;唐宋词 tang song ci;神话 shen hua;报告文学 bao gao wen xue',
    ),
  ],
  [
    'K',
    words(
      '秦汉史 qin han shi;地方志 di fang zhi;近代史 jin dai shi;考古 kao gu;敦煌学 dun huang xue;丝绸之路 si chou zhi lu;古代服饰 gu dai fu shi;历史地理 li shi di li;民俗 min su;家谱 jia pu;世界史 shi jie shi;运河 yun he',
    ),
  ],
  [
    'G',
    words(
      '图书馆 tu shu guan;高等教育 gao deng jiao yu;目录学 mu lu xue;新闻传播 xin wen chuan bo;学前教育 xue qian jiao yu;体育 ti yu;档案 dang an;信息检索 xin xi jian suo;课程设计 ke cheng she ji;博物馆 bo wu guan;出版 chu ban;文献 wen xian',
    ),
  ],
  [
    'B',
    words(
      '伦理学 lun li xue;逻辑 luo ji;美学 mei xue;佛教 fo jiao;儒家思想 ru jia si xiang;心理健康 xin li jian kang;宗教 zong jiao;中国哲学 zhong guo zhe xue;道家 dao jia;认识论 ren shi lun',
    ),
  ],
  [
    'H',
    words(
      '现代汉语 xian dai han yu;方言 fang yan;训诂 xun gu;语法 yu fa;音韵 yin yun;词汇 ci hui;翻译 fan yi;修辞 xiu ci;文字 wen zi',
    ),
  ],
  [
    'J',
    words(
      '中国画 zhong guo hua;书法 shu fa;建筑艺术 jian zhu yi shu;民族音乐 min zu yin yue;电影 dian ying;舞蹈 wu dao;陶瓷 tao ci;摄影 she ying;园林 yuan lin;雕塑 diao su',
    ),
  ],
  [
    'O',
    words(
      '线性代数 xian xing dai shu;概率论 gai lü lun;有机化学 you ji hua xue;量子力学 liang zi li xue;数学分析 shu xue fen xi;普通物理 pu tong wu li;微分方程 wei fen fang cheng;分析化学 fen xi hua xue',
    ),
  ],
  [
    'T',
    words(
      '机械设计 ji xie she ji;自动控制 zi dong kong zhi;数据结构 shu ju jie gou;计算机网络 ji suan ji wang luo;电子技术 dian zi ji shu;混凝土结构 hun ning tu jie gou;食品加工 shi pin jia gong;纺织 fang zhi;焊接 han jie;数据库 shu ju ku;操作系统 cao zuo xi tong;水利工程 shui li gong cheng;城市规划 cheng shi gui hua;给水排水 ji shui pai shui',
    ),
  ],
  [
    'R',
    words(
      '针灸 zhen jiu;内科 nei ke;中药 zhong yao;流行病 liu xing bing;护理 hu li;儿科 er ke;营养 ying yang;外科 wai ke;药理 yao li;公共卫生 gong gong wei sheng',
    ),
  ],
  [
    'S',
    words(
      '水稻栽培 shui dao zai pei;果树 guo shu;林业 lin ye;家畜饲养 jia chu si yang;土壤 tu rang;淡水渔业 dan shui yu ye;蔬菜 shu cai;病虫害 bing chong hai',
    ),
  ],
  [
    'C',
    words(
      '社会调查 she hui diao cha;人口 ren kou;社会保障 she hui bao zhang;管理学 guan li xue;社区 she qu;民族 min zu',
    ),
  ],
  ['Q', words('遗传 yi chuan;微生物 wei sheng wu;植物 zhi wu;生态 sheng tai;昆虫 kun chong;动物 dong wu')],
  [
    'X',
    words('环境保护 huan jing bao hu;水污染 shui wu ran;安全生产 an quan sheng chan;荒漠化 huang mo hua'),
  ],
]
export const places = words(
  '中国 zhong guo;北京 bei jing;江南 jiang nan;西北 xi bei;东北 dong bei;四川 si chuan;云南 yun nan;广东 guang dong;福建 fu jian;山西 shan xi;陕西 shan xi;新疆 xin jiang;西藏 xi zang;湖湘 hu xiang;长江流域 chang jiang liu yu;黄河流域 huang he liu yu;欧洲 ou zhou;日本 ri ben;美国 mei guo;东南亚 dong nan ya;俄罗斯 e luo si;非洲 fei zhou;上海 shang hai;浙江 zhe jiang',
)
/** Places that have authorities and institutes of their own. */
export const provinces = places.filter(({ han }) =>
  /^(北京|四川|云南|广东|福建|山西|陕西|上海|浙江)$/.test(han),
)
export const times = words(
  '当代 dang dai;现代 xian dai;近代 jin dai;古代 gu dai;明清 ming qing;民国时期 min guo shi qi;新时期 xin shi qi;唐代 tang dai;宋代 song dai;二十世纪 er shi shi ji;转型期 zhuan xing qi;先秦 xian qin',
)
export const forms = words(
  '研究 yan jiu;概论 gai lun;导论 dao lun;史论 shi lun;理论与实践 li lun yu shi jian;问题研究 wen ti yan jiu;发展报告 fa zhan bao gao;资料汇编 zi liao hui bian;论稿 lun gao;新探 xin tan;比较研究 bi jiao yan jiu;简史 jian shi;手册 shou ce;词典 ci dian;论丛 lun cong;原理 yuan li;技术 ji shu;案例分析 an li fen xi;思想史 si xiang shi;制度研究 zhi du yan jiu;通论 tong lun;考论 kao lun;入门 ru men;纲要 gang yao;图录 tu lu;讲义 jiang yi;文化研究 wen hua yan jiu',
)
export const subtitles = words(
  '以江南为例 yi jiang nan wei li;一种新的视角 yi zhong xin de shi jiao;从传统到现代 cong chuan tong dao xian dai;历史与现状 li shi yu xian zhuang;方法与案例 fang fa yu an li;回顾与展望 hui gu yu zhan wang;基于田野的考察 ji yu tian ye de kao cha;兼论其影响 jian lun qi ying xiang;制度、人物与观念 zhi du ren wu yu guan nian;一九四九至一九七八 yi jiu si jiu zhi yi jiu qi ba',
)
/** Names of stories and poems. */
export const images = words(
  '长夜 chang ye;灯火 deng huo;故园 gu yuan;白桦 bai hua;河流 he liu;麦田 mai tian;渡口 du kou;青铜 qing tong;候鸟 hou niao;雪线 xue xian;石榴 shi liu;海棠 hai tang;铁匠 tie jiang;月光 yue guang;草原 cao yuan;老街 lao jie;茶马 cha ma;烟雨 yan yu;山门 shan men;棉花 mian hua;天井 tian jing;芦苇 lu wei;驿站 yi zhan;秋千 qiu qian;杏花 xing hua;瓦片 wa pian;船歌 chuan ge;星空 xing kong',
)
export const moods = words(
  '最后的 zui hou de;遥远的 yao yuan de;沉默的 chen mo de;消失的 xiao shi de;我们的 wo men de;无名的 wu ming de;燃烧的 ran shao de;温柔的 wen rou de;永远的 yong yuan de;一个人的 yi ge ren de;孤独的 gu du de;明亮的 ming liang de',
)
export const storyEnds = words(
  '往事 wang shi;传奇 chuan qi;人家 ren jia;岁月 sui yue;来信 lai xin;故事 gu shi;纪事 ji shi;日记 ri ji;之歌 zhi ge;之恋 zhi lian;深处 shen chu;归来 gui lai',
)
/** Titles that many authors have given to books of their own. */
export const commonTitles = words(
  '中国文学史 zhong guo wen xue shi;大学语文 da xue yu wen;高等数学 gao deng shu xue;古代汉语 gu dai han yu;经济学原理 jing ji xue yuan li;管理学 guan li xue;中国通史 zhong guo tong shi;大学英语 da xue ying yu;法学概论 fa xue gai lun;中国古代史 zhong guo gu dai shi;美学概论 mei xue gai lun;西方经济学 xi fang jing ji xue;计算机应用基础 ji suan ji ying yong ji chu;教育心理学 jiao yu xin li xue;大学物理 da xue wu li;普通化学 pu tong hua xue;外国文学史 wai guo wen xue shi;文学概论 wen xue gai lun;社会学概论 she hui xue gai lun;会计学 kuai ji xue;国际贸易实务 guo ji mao yi shi wu;线性代数 xian xing dai shu;电工学 dian gong xue;应用写作 ying yong xie zuo;现代汉语 xian dai han yu;中国哲学史 zhong guo zhe xue shi;世界文学史 shi jie wen xue shi;机械制图 ji xie zhi tu;工程力学 gong cheng li xue;民法学 min fa xue',
)
export const collections = words(
  '文集 wen ji;诗选 shi xuan;散文选 san wen xuan;作品选 zuo pin xuan;小说选 xiao shuo xuan;论文集 lun wen ji;诗集 shi ji;短篇小说集 duan pian xiao shuo ji;选集 xuan ji;日记 ri ji;书信集 shu xin ji',
)
/** Two or three titles that sound alike: what is folded to pinyin makes them one. */
export const homophones: Word[][] = [
  words('权利论 quan li lun;权力论 quan li lun;全力论 quan li lun'),
  words('国事记 guo shi ji;国是记 guo shi ji'),
  words('法制史纲 fa zhi shi gang;法治史纲 fa zhi shi gang'),
  words('形式与方法 xing shi yu fang fa;形势与方法 xing shi yu fang fa'),
  words('期中试题解析 qi zhong shi ti jie xi;期终试题解析 qi zhong shi ti jie xi'),
  words('公式新解 gong shi xin jie;攻势新解 gong shi xin jie;公事新解 gong shi xin jie'),
  words('机制设计 ji zhi she ji;机智设计 ji zhi she ji'),
  words('近世史话 jin shi shi hua;金石史话 jin shi shi hua;金氏史话 jin shi shi hua'),
  words('意义探微 yi yi tan wei;异议探微 yi yi tan wei;异义探微 yi yi tan wei'),
  words('施工记事 shi gong ji shi;施工纪实 shi gong ji shi'),
  words('诗人之死 shi ren zhi si;世人之死 shi ren zhi si'),
  words('语义与寓意 yu yi yu yu yi;寓意与语义 yu yi yu yu yi'),
]
export const serialForms = words(
  '学报 xue bao;研究 yan jiu;杂志 za zhi;通讯 tong xun;论坛 lun tan;评论 ping lun;动态 dong tai;导刊 dao kan;世界 shi jie',
)
