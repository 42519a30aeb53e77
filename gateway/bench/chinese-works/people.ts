import { type Word, words } from './words.js'

/** The most frequent come first: the draw is skewed to them, as people's names are. */
export const surnames = words(
  '王 wang;李 li;张 zhang;刘 liu;陈 chen;杨 yang;赵 zhao;黄 huang;周 zhou;吴 wu;徐 xu;孙 sun;胡 hu;朱 zhu;高 gao;林 lin;何 he;郭 guo;马 ma;罗 luo;梁 liang;宋 song;郑 zheng;谢 xie;韩 han;唐 tang;冯 feng;于 yu;董 dong;萧 xiao;程 cheng;曹 cao;袁 yuan;邓 deng;许 xu;傅 fu;沈 shen;曾 zeng;彭 peng;吕 lü;苏 su;卢 lu;蒋 jiang;蔡 cai;贾 jia;丁 ding;魏 wei;薛 xue;叶 ye;阎 yan;余 yu;潘 pan;杜 du;戴 dai;夏 xia;钟 zhong;汪 wang;田 tian;任 ren;姜 jiang;范 fan;方 fang;石 shi;姚 yao;谭 tan;廖 liao;邹 zou;熊 xiong;金 jin;陆 lu;郝 hao;孔 kong;白 bai;崔 cui;康 kang;毛 mao;邱 qiu;秦 qin;江 jiang;史 shi;顾 gu;侯 hou;邵 shao;孟 meng;龙 long;万 wan;段 duan;钱 qian;汤 tang;尹 yin;黎 li;易 yi;常 chang;武 wu;欧阳 ou yang;司马 si ma;诸葛 zhu ge;上官 shang guan',
)
export const givenCharacters = words(
  '伟 wei;玮 wei;维 wei;炜 wei;明 ming;鸣 ming;建 jian;健 jian;剑 jian;国 guo;华 hua;文 wen;雯 wen;军 jun;俊 jun;君 jun;平 ping;萍 ping;志 zhi;智 zhi;芝 zhi;海 hai;红 hong;宏 hong;鸿 hong;玉 yu;宇 yu;雨 yu;春 chun;林 lin;琳 lin;晓 xiao;小 xiao;永 yong;勇 yong;德 de;学 xue;雪 xue;清 qing;庆 qing;青 qing;光 guang;广 guang;家 jia;嘉 jia;佳 jia;丽 li;立 li;力 li;敏 min;民 min;静 jing;敬 jing;景 jing;云 yun;芸 yun;兰 lan;岚 lan;生 sheng;胜 sheng;东 dong;冬 dong;成 cheng;诚 cheng;辰 chen;晨 chen;新 xin;欣 xin;心 xin;振 zhen;珍 zhen;祥 xiang;翔 xiang;荣 rong;蓉 rong;元 yuan;源 yuan;远 yuan;之 zhi;克 ke;可 ke;思 si;斯 si;培 pei;佩 pei;仁 ren;义 yi;毅 yi;怡 yi;慧 hui;惠 hui;辉 hui;飞 fei;菲 fei;杰 jie;洁 jie;世 shi;士 shi;年 nian;宁 ning;启 qi;琪 qi;树 shu;淑 shu;书 shu;若 ruo;汝 ru;如 ru;松 song;泉 quan;全 quan;山 shan;珊 shan;希 xi;熙 xi;曦 xi;一 yi;寅 yin;英 ying;瑛 ying;颖 ying;泽 ze;正 zheng;政 zheng;忠 zhong;仲 zhong;子 zi;梓 zi;宗 zong',
)
/** Time, in brackets before the name on the title page, and the years that fit it. */
export const dynasties: [string, number, number][] = [
  ['唐', 640, 880],
  ['宋', 970, 1250],
  ['元', 1260, 1350],
  ['明', 1380, 1620],
  ['清', 1640, 1880],
]
export const countries = ['美', '英', '法', '德', '俄', '日', '意', '加']
/** Foreign names with what their translators have made of them; no two translators need agree. */
export const foreignSurnames: [string, Word[]][] = [
  ['Halvorsen', words('哈尔沃森 ha er wo sen;霍沃森 huo wo sen')],
  ['Prescott', words('普雷斯科特 pu lei si ke te;普莱斯考特 pu lai si kao te')],
  ['Whitcombe', words('惠特科姆 hui te ke mu;威特康 wei te kang')],
  ['Marchetti', words('马尔凯蒂 ma er kai di;马切蒂 ma qie di')],
  ['Lindqvist', words('林德奎斯特 lin de kui si te')],
  ['Okafor', words('奥卡福 ao ka fu;奥卡弗 ao ka fu')],
  ['Delacroix', words('德拉克鲁瓦 de la ke lu wa;德拉克洛瓦 de la ke luo wa')],
  ['Ashdown', words('阿什当 a shi dang;阿什顿 a shi dun')],
  ['Brandt', words('勃兰特 bo lan te;布兰特 bu lan te')],
  ['Korolenko', words('柯罗连科 ke luo lian ke;科罗连柯 ke luo lian ke')],
  ['Fairbourne', words('费尔伯恩 fei er bo en')],
  ['Trevelyan', words('屈维廉 qu wei lian;特里维廉 te li wei lian')],
  ['Santoro', words('桑托罗 sang tuo luo')],
  ['Vasquez', words('巴斯克斯 ba si ke si;瓦斯克斯 wa si ke si')],
]
export const foreignGiven: [string, Word][] = [
  ['Henry', { han: '亨利', pinyin: 'heng li' }],
  ['Clara', { han: '克拉拉', pinyin: 'ke la la' }],
  ['Martin', { han: '马丁', pinyin: 'ma ding' }],
  ['Edith', { han: '伊迪丝', pinyin: 'yi di si' }],
  ['Pierre', { han: '皮埃尔', pinyin: 'pi ai er' }],
  ['Ivan', { han: '伊凡', pinyin: 'yi fan' }],
  ['Julian', { han: '朱利安', pinyin: 'zhu li an' }],
  ['Sofia', { han: '索菲娅', pinyin: 'suo fei ya' }],
  ['Thomas', { han: '托马斯', pinyin: 'tuo ma si' }],
  ['Anna', { han: '安娜', pinyin: 'an na' }],
]
export const bodies = words(
  '国家统计局 guo jia tong ji ju;水利部规划院 shui li bu gui hua yuan;农业科学院 nong ye ke xue yuan;省地方志编纂委员会 sheng di fang zhi bian zuan wei yuan hui;市档案馆 shi dang an guan;中医研究院 zhong yi yan jiu yuan;化学工业部 hua xue gong ye bu;建筑设计研究院 jian zhu she ji yan jiu yuan;教材编写组 jiao cai bian xie zu;林业勘察队 lin ye kan cha dui;民族研究所 min zu yan jiu suo;戏曲学院 xi qu xue yuan;铁道研究院 tie dao yan jiu yuan;交通规划院 jiao tong gui hua yuan',
)

/** Where it sits, what it is called in full and in short, its number in 统一书号. */
export interface House {
  place: Word
  full: Word
  short?: string
  code: string
}

const housesOf = (list: string): House[] =>
  list
    .trim()
    .split('\n')
    .map((line) => {
      const [place = '', full = '', short = '', code = ''] = line.split('|').map((part) => part.trim())
      return { place: words(place)[0]!, full: words(full)[0]!, ...(short && { short }), code }
    })
export const houses = housesOf(`
北京 bei jing|东方文艺出版社 dong fang wen yi chu ban she|东方文艺|019
北京 bei jing|燕山教育出版社 yan shan jiao yu chu ban she|燕山教育|012
北京 bei jing|华夏法律出版社 hua xia fa lü chu ban she||004
北京 bei jing|京华大学出版社 jing hua da xue chu ban she|京大出版社|209
北京 bei jing|中原科学出版社 zhong yuan ke xue chu ban she|科学社|031
北京 bei jing|北方经济出版社 bei fang jing ji chu ban she||166
北京 bei jing|长城书局 chang cheng shu ju||018
上海 shang hai|浦江人民出版社 pu jiang ren min chu ban she|浦江人民|074
上海 shang hai|申江译文出版社 shen jiang yi wen chu ban she|译文社|188
上海 shang hai|古籍书社 gu ji shu she||186
上海 shang hai|沪江大学出版社 hu jiang da xue chu ban she||253
南京 nan jing|金陵文艺出版社 jin ling wen yi chu ban she||141
南京 nan jing|钟山科技出版社 zhong shan ke ji chu ban she|钟山科技|196
天津 tian jin|津沽教育出版社 jin gu jiao yu chu ban she||072
武汉 wu han|荆楚大学出版社 jing chu da xue chu ban she|荆楚大学|279
长沙 chang sha|岳麓文艺书社 yue lu wen yi shu she||285
成都 cheng du|蜀都人民出版社 shu du ren min chu ban she|蜀都人民|118
成都 cheng du|锦江大学出版社 jin jiang da xue chu ban she||404
广州 guang zhou|岭南出版社 ling nan chu ban she||111
西安 xi an|关中大学出版社 guan zhong da xue chu ban she||387
西安 xi an|三秦书社 san qin shu she||389
杭州 hang zhou|钱塘人民出版社 qian tang ren min chu ban she|钱塘人民|103
沈阳 shen yang|辽海出版社 liao hai chu ban she||090
济南 ji nan|齐鲁大学出版社 qi lu da xue chu ban she||331
昆明 kun ming|滇池教育出版社 dian chi jiao yu chu ban she||116
哈尔滨 ha er bin|松花江出版社 song hua jiang chu ban she||093
兰州 lan zhou|河西大学出版社 he xi da xue chu ban she||311
合肥 he fei|江淮人民出版社 jiang huai ren min chu ban she||102
`)
/** Taiwan and Hong Kong, in traditional characters. */
export const housesAbroad = housesOf(`
臺北 tai bei|玉山出版社 yu shan chu ban she||
臺北 tai bei|大屯文化事業 da tun wen hua shi ye|大屯文化|
臺北 tai bei|淡水書局 dan shui shu ju||
香港 xiang gang|獅山圖書公司 shi shan tu shu gong si|獅山圖書|
香港 xiang gang|維港出版社 wei gang chu ban she||
`)
