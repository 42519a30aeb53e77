/**
 * ISO 639 as tables. One language: bibliographic code (639-2/B) / terminological code / two letters / English /
 * Chinese. The names are those of Unicode CLDR, with the older ones that catalogues use in `languages.ts`.
 */
export const languages = `
aar/aar/aa/Afar/阿法尔语 | abk/abk/ab/Abkhazian/阿布哈西亚语 | afr/afr/af/Afrikaans/南非荷兰语
aka/aka/ak/Akan/阿肯语 | alb/sqi/sq/Albanian/阿尔巴尼亚语 | amh/amh/am/Amharic/阿姆哈拉语
ara/ara/ar/Arabic/阿拉伯语 | arg/arg/an/Aragonese/阿拉贡语 | arm/hye/hy/Armenian/亚美尼亚语
asm/asm/as/Assamese/阿萨姆语 | ava/ava/av/Avaric/阿瓦尔语 | ave/ave/ae/Avestan/阿维斯塔语
aym/aym/ay/Aymara/艾马拉语 | aze/aze/az/Azerbaijani/阿塞拜疆语 | bak/bak/ba/Bashkir/巴什基尔语
bam/bam/bm/Bambara/班巴拉语 | baq/eus/eu/Basque/巴斯克语 | bel/bel/be/Belarusian/白俄罗斯语
ben/ben/bn/Bangla/孟加拉语 | bis/bis/bi/Bislama/比斯拉马语 | bos/bos/bs/Bosnian/波斯尼亚语
bre/bre/br/Breton/布列塔尼语 | bul/bul/bg/Bulgarian/保加利亚语 | bur/mya/my/Burmese/缅甸语
cat/cat/ca/Catalan/加泰罗尼亚语 | cha/cha/ch/Chamorro/查莫罗语 | che/che/ce/Chechen/车臣语
chi/zho/zh/Chinese/中文 | chu/chu/cu/Church Slavic/教会斯拉夫语 | chv/chv/cv/Chuvash/楚瓦什语
cor/cor/kw/Cornish/康沃尔语 | cos/cos/co/Corsican/科西嘉语 | cre/cre/cr/Cree/克里语 | cze/ces/cs/Czech/捷克语
dan/dan/da/Danish/丹麦语 | div/div/dv/Divehi/迪维希语 | dut/nld/nl/Dutch/荷兰语 | dzo/dzo/dz/Dzongkha/宗卡语
eng/eng/en/English/英语 | epo/epo/eo/Esperanto/世界语 | est/est/et/Estonian/爱沙尼亚语
ewe/ewe/ee/Ewe/埃维语 | fao/fao/fo/Faroese/法罗语 | fij/fij/fj/Fijian/斐济语 | fin/fin/fi/Finnish/芬兰语
fre/fra/fr/French/法语 | fry/fry/fy/Western Frisian/西弗里西亚语 | ful/ful/ff/Fula/富拉语
geo/kat/ka/Georgian/格鲁吉亚语 | ger/deu/de/German/德语 | gla/gla/gd/Scottish Gaelic/苏格兰盖尔语
gle/gle/ga/Irish/爱尔兰语 | glg/glg/gl/Galician/加利西亚语 | glv/glv/gv/Manx/马恩语 | gre/ell/el/Greek/希腊语
grn/grn/gn/Guarani/瓜拉尼语 | guj/guj/gu/Gujarati/古吉拉特语 | hat/hat/ht/Haitian Creole/海地克里奥尔语
hau/hau/ha/Hausa/豪萨语 | heb/heb/he/Hebrew/希伯来语 | her/her/hz/Herero/赫雷罗语 | hin/hin/hi/Hindi/印地语
hmo/hmo/ho/Hiri Motu/希里莫图语 | hrv/hrv/hr/Croatian/克罗地亚语 | hun/hun/hu/Hungarian/匈牙利语
ibo/ibo/ig/Igbo/伊博语 | ice/isl/is/Icelandic/冰岛语 | ido/ido/io/Ido/伊多语 | iii/iii/ii/Sichuan Yi/凉山彝语
iku/iku/iu/Inuktitut/因纽特语 | ile/ile/ie/Interlingue/国际语E | ina/ina/ia/Interlingua/国际语
ind/ind/id/Indonesian/印度尼西亚语 | ipk/ipk/ik/Inupiaq/伊努皮克语 | ita/ita/it/Italian/意大利语
jav/jav/jv/Javanese/爪哇语 | jpn/jpn/ja/Japanese/日语 | kal/kal/kl/Kalaallisut/格陵兰语
kan/kan/kn/Kannada/卡纳达语 | kas/kas/ks/Kashmiri/克什米尔语 | kau/kau/kr/Kanuri/卡努里语
kaz/kaz/kk/Kazakh/哈萨克语 | khm/khm/km/Khmer/高棉语 | kik/kik/ki/Kikuyu/吉库尤语
kin/kin/rw/Kinyarwanda/卢旺达语 | kir/kir/ky/Kyrgyz/吉尔吉斯语 | kom/kom/kv/Komi/科米语
kon/kon/kg/Kongo/刚果语 | kor/kor/ko/Korean/韩语 | kua/kua/kj/Kuanyama/宽亚玛语 | kur/kur/ku/Kurdish/库尔德语
lao/lao/lo/Lao/老挝语 | lat/lat/la/Latin/拉丁语 | lav/lav/lv/Latvian/拉脱维亚语 | lim/lim/li/Limburgish/林堡语
lin/lin/ln/Lingala/林加拉语 | lit/lit/lt/Lithuanian/立陶宛语 | ltz/ltz/lb/Luxembourgish/卢森堡语
lub/lub/lu/Luba-Katanga/鲁巴加丹加语 | lug/lug/lg/Ganda/卢干达语 | mac/mkd/mk/Macedonian/马其顿语
mah/mah/mh/Marshallese/马绍尔语 | mal/mal/ml/Malayalam/马拉雅拉姆语 | mao/mri/mi/Maori/毛利语
mar/mar/mr/Marathi/马拉地语 | may/msa/ms/Malay/马来语 | mlg/mlg/mg/Malagasy/马拉加斯语
mlt/mlt/mt/Maltese/马耳他语 | mon/mon/mn/Mongolian/蒙古语 | nau/nau/na/Nauru/瑙鲁语
nav/nav/nv/Navajo/纳瓦霍语 | nbl/nbl/nr/South Ndebele/南恩德贝勒语 | nde/nde/nd/North Ndebele/北恩德贝勒语
ndo/ndo/ng/Ndonga/恩东加语 | nep/nep/ne/Nepali/尼泊尔语 | nno/nno/nn/Norwegian (Nynorsk)/挪威尼诺斯克语
nob/nob/nb/Norwegian Bokmål/书面挪威语 | nor/nor/no/Norwegian/挪威语 | nya/nya/ny/Nyanja/齐切瓦语
oci/oci/oc/Occitan/奥克语 | oji/oji/oj/Ojibwa/奥吉布瓦语 | ori/ori/or/Odia/奥里亚语 | orm/orm/om/Oromo/奥罗莫语
oss/oss/os/Ossetic/奥塞梯语 | pan/pan/pa/Punjabi/旁遮普语 | per/fas/fa/Persian/波斯语 | pli/pli/pi/Pali/巴利语
pol/pol/pl/Polish/波兰语 | por/por/pt/Portuguese/葡萄牙语 | pus/pus/ps/Pashto/普什图语
que/que/qu/Quechua/克丘亚语 | roh/roh/rm/Romansh/罗曼什语 | rum/ron/ro/Romanian/罗马尼亚语
run/run/rn/Rundi/隆迪语 | rus/rus/ru/Russian/俄语 | sag/sag/sg/Sango/桑戈语 | san/san/sa/Sanskrit/梵语
sin/sin/si/Sinhala/僧伽罗语 | slo/slk/sk/Slovak/斯洛伐克语 | slv/slv/sl/Slovenian/斯洛文尼亚语
sma/sma//Southern Sami/南萨米语 | sme/sme/se/Northern Sami/北方萨米语 | smo/smo/sm/Samoan/萨摩亚语
sna/sna/sn/Shona/绍纳语 | snd/snd/sd/Sindhi/信德语 | som/som/so/Somali/索马里语
sot/sot/st/Southern Sotho/南索托语 | spa/spa/es/Spanish/西班牙语 | srd/srd/sc/Sardinian/萨丁语
srp/srp/sr/Serbian/塞尔维亚语 | ssw/ssw/ss/Swati/斯瓦蒂语 | sun/sun/su/Sundanese/巽他语
swa/swa/sw/Swahili/斯瓦希里语 | swe/swe/sv/Swedish/瑞典语 | tah/tah/ty/Tahitian/塔希提语
tam/tam/ta/Tamil/泰米尔语 | tat/tat/tt/Tatar/鞑靼语 | tel/tel/te/Telugu/泰卢固语 | tgk/tgk/tg/Tajik/塔吉克语
tha/tha/th/Thai/泰语 | tib/bod/bo/Tibetan/藏语 | tir/tir/ti/Tigrinya/提格利尼亚语 | ton/ton/to/Tongan/汤加语
tsn/tsn/tn/Tswana/茨瓦纳语 | tso/tso/ts/Tsonga/聪加语 | tuk/tuk/tk/Turkmen/土库曼语
tur/tur/tr/Turkish/土耳其语 | twi/twi/tw/Twi/契维语 | uig/uig/ug/Uyghur/维吾尔语
ukr/ukr/uk/Ukrainian/乌克兰语 | urd/urd/ur/Urdu/乌尔都语 | uzb/uzb/uz/Uzbek/乌兹别克语 | ven/ven/ve/Venda/文达语
vie/vie/vi/Vietnamese/越南语 | vol/vol/vo/Volapük/沃拉普克语 | wel/cym/cy/Welsh/威尔士语
wln/wln/wa/Walloon/瓦隆语 | wol/wol/wo/Wolof/沃洛夫语 | xho/xho/xh/Xhosa/科萨语 | yid/yid/yi/Yiddish/意第绪语
yor/yor/yo/Yoruba/约鲁巴语 | zha/zha/za/Zhuang/壮语 | zul/zul/zu/Zulu/祖鲁语
`

/** Other codes of ISO 639-2 and the MARC list, collective ones included, and ISO 639-3 codes met in catalogues. */
export const otherCodes = `
ace ach ada ady aeb afa afh agq ain akk akz ale alg aln alt ang ann anp apa arc arn aro arp arq ars art
arw ary arz asa ase ast ath atj aus avk awa bad bai bal ban bar bas bat bax bbc bbj bej bem ber bew bez
bfd bfq bgc bgn bho bih bik bin bjn bkm bla blo blt bnt bpy bqi bra brh brx bss btk bua bug bum byn byv
cad cai car cau cay cch ccp ceb cel cgg chb chg chk chm chn cho chp chr chy cic ckb clc cmc cop cpe cpf
cpp cps crg crh crj crk crl crm crp crr crs csb csw cus dak dar dav day del den dgr din dje doi dra dsb
dtp dua dum dyo dyu dzg ebu efi egl egy eka elx enm esu ewo ext fan fil fit fiu fon frc frm fro frp frr
frs fur gaa gan gay gba gbz gem gez gil glk gmh goh gon gor got grb grc gsw guc gur guz gwi hai hak haw
hax hif hil hit hmn hnj hsb hsn hup hur iba ibb ijo ikt ilo inc ine inh ira iro izh jam jbo jgo jmc jpr
jrb jut kaa kab kac kaj kam kaw kbd kbl kcg kde kea kek ken kfo kgp kha khi kho khq khw kiu kkj kln kmb
koi kok kos kpe krc kri krj krl kro kru ksb ksf ksh kum kut kwk kxv lad lag lah lam lez lfn lij lil liv
lkt lmo lou loz lrc lsm ltg lua lui lun luo lus luy lzh lzz mad maf mag mai mak man map mas mde mdf mdr
men mer mfe mga mgh mgo mic min mis mkh mnc mni mno moe moh mos mrj mua mul mun mus mwl mwr mwv mye myn
myv mzn nah nai nan nap naq nds new nia nic niu njo nmg nnh nog non nov nqo nso nub nus nwc nym nyn nyo
nzi ojb ojc ojs ojw oka osa ota oto paa pag pal pam pap pau pcd pcm pdc pdt peo pfl phi phn pis pms pnt
pon pqm pra prg pro quc qug raj rap rar rgn rhg rif roa rof rom rtm rue rug rup rwk sad sah sai sal sam
saq sas sat saz sba sbp scn sco sdc sdh see seh sei sel sem ses sga sgn sgs shi shn shu sid sio sit sla
slh sli sly smi smj smn sms snk sog son srn srr ssa ssy stq str suk sus sux swb syc syr szl tai tce tcy
tem teo ter tet tgl tgx tht tig tiv tkl tkr tlh tli tly tmh tog tok tpi tru trv trw tsi ttm tum tup tut
tvl twq tyv tzm udm uga umb und vai vec vep vls vmf vmw vot vro vun wae wak wal war was wbp wen wuu xal
xmf xnr xog yao yap yav ybb ypk yrl yue zap zbl zea zen zgh znd zun zxx zza
`

/** Members of a macrolanguage (ISO 639-3) → its code of ISO 639-2. */
export const macrolanguages = `
adp:dzo als:alb arb:ara ayr:aym azj:aze cls:san cmn:chi cwd:cre drh:mon ekk:est esk:ipk fuc:ful gaz:orm
gug:grn ike:iku khk:mon kmr:kur knc:kau kng:kon kpv:kom lvs:lav npi:nep ojg:oji ory:ori pbu:pus pes:per
plt:mlg prp:guj quz:que src:srd swh:swa uzn:uzb ydd:yid zsm:may zyb:zha
`

/** Codes that the MARC list gave up → what it says instead. Old records have them. */
export const obsoleteCodes = `
scr:hrv scc:srp mol:rum jaw:jav fat:aka cam:khm iri:gle gag:glg esp:epo int:ina tag:tgl swz:ssw eth:gez
far:fao fri:fry gal:orm gua:grn lan:oci lap:smi max:glv mla:mlg sao:smo sho:sna snh:sin sso:sot taj:tgk
tar:tat tsw:tsn
`
