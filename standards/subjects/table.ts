import { clcTopClasses } from '../crosswalks/clc.js'

/** How a class of 中图法 stands to one of another scheme: `=` nearly the same, `<` a part of it, `>` holds it. */
type Sign = '=' | '<' | '>'

export interface ClassRow {
  clc: string
  zh: string
  en: string
  /** DDC numbers of three digits and LCC letters, each with its sign. */
  ddc: [sign: Sign, number: string][]
  lcc: [sign: Sign, letters: string][]
  reason: string
}

/**
 * 中图法 | in Chinese | in English | DDC | LCC | why they are set side by side. Top classes, and second levels of which
 * libraries hold much. Where schemes cut the world otherwise, the sign says so.
 */
const rows = `
A||| <330 | <HX | Marxism is a class of its own here; elsewhere it is a part of economics or of socialism
B||| >100 >200 | =B | Philosophy with religion; DDC gives religion a class of its own, LCC the letter B to both
B2|中国哲学|Chinese philosophy| <180 | <B | Ancient and Eastern philosophy is 180; LCC has it within B
B5|欧洲哲学|European philosophy| >190 | <B | Modern Western philosophy is 190
B80|思维科学|Science of thinking| >150 | >BF | Thinking is treated with psychology
B81|逻辑学|Logic| =160 | =BC | Logic is one class in all three
B82|伦理学|Ethics| =170 | =BJ | Ethics is one class in all three
B83|美学|Aesthetics| >110 | =BH | DDC has it in 111; LCC in BH
B84|心理学|Psychology| =150 | =BF | Psychology stands within philosophy in all three
B9|宗教|Religion| =200 | =BL | Religion in general; LCC goes on to BM–BX by religion
B94|佛教|Buddhism| >290 | =BQ | Other religions are 290; LCC has letters for Buddhism
B95|道教|Taoism| >290 | >BL | Other religions are 290 and BL
B96|伊斯兰教|Islam| >290 | =BP | Islam is 297 in DDC; LCC gives it letters
B97|基督教|Christianity| >220 >230 >240 >250 >260 >270 >280 | >BR >BS >BT >BV >BX | Christianity fills 220 to 280 and BR to BX
C||| =300 | =H | Social sciences in general are one class in all three
C8|统计学|Statistics| =310 | =HA | Statistics of society is one class in all three
C91|社会学|Sociology| <300 | =HM >HN >HQ >HT >HV | DDC begins its social sciences with sociology
C92|人口学|Demography| <300 | <HB | Population is a part of 304 and of HB
C93|管理学|Management| =650 | <HD | Management in general; DDC has it with business
C95|民族学|Ethnology| <300 <390 | =GN | Peoples stand with sociology, or with customs
C96|人才学|Study of talent| <330 | <HD | Labour and its training
D||| >320 >340 | >J >K | Politics with law; DDC and LCC part them
D0|政治理论|Political theory| <320 | >JC >JA | Political theory is one division in all three
D6|中国政治|Politics of China| <320 | <JQ | Politics of one country
D8|外交、国际关系|Diplomacy, international relations| <320 | =JZ | International relations are 327
D9|法律|Law| =340 | =K | Law is a class of its own elsewhere
DF|法律|Law| =340 | =K | The second numbering that 中图法 has for law
E||| <350 | >U >V | DDC has military science at 355, with public administration
F||| >330 >380 >650 | >HB >HC >HD >HE >HF >HG >HJ | Economics; LCC spreads it over H
F0|经济学|Economics, theory| =330 | =HB | Economic theory is one class in all three
F1|各国经济|Economies of the world| <330 | =HC | Economic history and conditions
F2|经济管理|Economic management| >650 <330 | =HD | Management of the economy and of firms
F3|农业经济|Agricultural economics| <330 | <HD | Agriculture as a branch of economics
F4|工业经济|Industrial economics| <330 | <HD | Industry as a branch of economics
F5|交通运输经济|Economics of transport| =380 | =HE | Transport and communication as trades
F7|贸易经济|Trade| =380 | =HF | Commerce is one class in all three; DDC joins transport to it
F8|财政、金融|Finance| <330 | >HG >HJ | Money, banking and public finance
G||| >370 >020 >070 | >L >Z >GV | Culture, science, education and sports have no one class elsewhere
G0|文化理论|Theory of culture| <300 | <CB | Culture as such is 306, or history of civilisation
G2|信息与知识传播|Communication of knowledge| >020 >070 | >Z >ZA | Libraries, press and archives stand together only here
G25|图书馆事业|Libraries| =020 | =Z | Library and information science
G3|科学、科学研究|Science and research| <000 <500 | <Q | Knowledge and research as such
G4|教育|Education| =370 | =L >LB >LC | Education is one class in all three; LCC parts theory and special aspects
G6|各级教育|Levels of education| <370 | <LB <LC | Schools by level are a part of education elsewhere
G8|体育|Sports| <790 | =GV | Sports and games stand with performance and recreation
H||| =400 | =P | Languages; LCC puts their literatures beside them
H0|语言学|Linguistics| =410 | <P | Linguistics is one division in DDC
H1|汉语|Chinese language| <490 | <PL | Chinese is among other languages (495.1) and in PL
H3|常用外国语|Foreign languages in common use| >420 >430 >440 >450 >460 | >PE >PF >PC | English, German, French and others together
H31|英语|English language| =420 | =PE | English is one division in all three
I||| =800 | =PN >PL >PQ >PR >PS >PT | Literature; LCC parts it by language
I0|文学理论|Literary theory| =800 | =PN | Literature in general
I1|世界文学|World literature| <800 | <PN | Collections over several literatures
I2|中国文学|Chinese literature| <890 | <PL | Chinese literature is 895.1 and PL
I3|亚洲文学|Literature of Asia| <890 | >PJ >PK <PL | Literatures of the East
I5|欧洲文学|Literature of Europe| >820 >830 >840 >850 >860 >870 >880 | >PR >PT >PQ >PA >PG | European literatures, not parted by language here
I7|美洲文学|Literature of the Americas| >810 | >PS | American literature in English is 810 and PS
J||| =700 | >N >M >TR | Arts; LCC parts music from them
J2|绘画|Painting| >750 <740 | >ND >NC | Painting, with drawing and calligraphy
J3|雕塑|Sculpture| =730 | =NB | Sculpture is one class in all three
J4|摄影|Photography| =770 | =TR | Photography; LCC has it with technology
J5|工艺美术|Decorative arts| =740 | =NK | Decorative arts are one class in all three
J6|音乐|Music| =780 | =M >ML >MT | Music is one class in DDC; LCC gives it a letter of its own
J7|舞蹈|Dance| <790 | <GV | Dance stands with performance and recreation
J8|戏剧艺术|Theatre| <790 | <PN | The stage, apart from dramatic literature
J9|电影、电视艺术|Film and television| <790 | <PN | The screen stands with performance in DDC, with literature in LCC
K||| =900 | >C >D >E >F >G | History and geography
K0|史学理论|Theory of history| <900 | <D | History as a discipline
K1|世界史|World history| =900 <930 | =D | World history opens the class of history
K2|中国史|History of China| <950 | <DS | Asia is 950; China is 951 and in DS
K3|亚洲史|History of Asia| =950 | =DS | The history of Asia is one division in all three
K5|欧洲史|History of Europe| =940 | >DA >DC >DD >DG >DK | Europe; LCC gives each country letters
K7|美洲史|History of the Americas| >970 >980 | >E >F | North and South America
K81|传记|Biography| =920 | =CT | Lives are one class in all three
K85|文物考古|Archaeology| <930 | =CC | Antiquities stand with ancient history in DDC
K89|风俗习惯|Customs| =390 | =GT <GR | Customs and folklore are one class in DDC, two in LCC
K9|地理|Geography| =910 | =G | Geography and travel
N||| =500 | =Q | Natural sciences in general are one class in all three
O||| >510 >530 >540 | >QA >QC >QD | Mathematics, physics and chemistry together
O1|数学|Mathematics| =510 | =QA | Mathematics; LCC's QA also holds computing
O3|力学|Mechanics| <530 | <QA <QC | Mechanics is a part of physics, or of mathematics
O4|物理学|Physics| =530 | =QC | Physics is one class in all three
O6|化学|Chemistry| =540 | =QD | Chemistry is one class in all three
O7|晶体学|Crystallography| <540 | <QD | Crystallography is 548
P||| >520 >550 | >QB >QE >GB | Astronomy and the sciences of the earth together
P1|天文学|Astronomy| =520 | =QB | Astronomy is one class in all three
P3|地球物理学|Geophysics| <550 | <QC | Physics of the earth
P4|大气科学|Meteorology| <550 | <QC | Weather and climate
P5|地质学|Geology| =550 | =QE | Geology is one class in all three
P7|海洋学|Oceanography| <550 | =GC | LCC gives the sea letters of its own
Q||| =570 >560 >580 >590 | =QH >QK >QL | Biology with plants, animals and fossils
Q3|遗传学|Genetics| <570 | <QH | Heredity is a part of biology elsewhere
Q91|古生物学|Palaeontology| =560 | <QE | Fossils stand with geology in LCC
Q94|植物学|Botany| =580 | =QK | Plants are one class in all three
Q95|动物学|Zoology| =590 | =QL | Animals are one class in all three
R||| =610 | =R | Medicine is one class in all three
R2|中国医学|Chinese medicine| <610 | <R | Chinese medicine is treated as a branch
R4|临床医学|Clinical medicine| <610 | <R | Clinical medicine is a part of medicine
R5|内科学|Internal medicine| <610 | =RC | LCC gives internal medicine letters
R6|外科学|Surgery| <610 | =RD | LCC gives surgery letters
R9|药学|Pharmacy| <610 | =RS <RM | LCC gives drugs letters
S||| =630 | =S | Agriculture is one class in all three
S7|林业|Forestry| <630 | =SD | LCC gives forestry letters
S8|畜牧、兽医|Animal husbandry| <630 | =SF | LCC gives animals in farming letters
S9|水产、渔业|Fisheries| <630 | =SH | LCC gives fisheries letters
T||| =600 | =T | Technology is one class in all three
TB|一般工业技术|General engineering| =620 | =TA | Engineering in general
TD|矿业|Mining| <620 | =TN | Mining is 622, within engineering
TE|石油、天然气|Petroleum| <660 | <TN <TP | Petroleum is a part of mining and of chemical technology
TF|冶金|Metallurgy| =660 | <TN | Metallurgy is 669
TG|金属工艺|Metal working| =670 | =TS | Metal products stand with manufactures
TH|机械|Machines| <620 | =TJ | Mechanical engineering is 621
TK|能源与动力|Energy and power| <620 | <TJ | Power machines are a part of mechanical engineering
TL|原子能|Nuclear technology| <620 | <TK | Nuclear engineering
TM|电工|Electrical engineering| <620 | =TK | Electrical engineering is 621.3
TN|电子、通信|Electronics and telecommunication| <620 | <TK | Electronics is 621.38
TP|自动化、计算机|Automation and computing| <000 <620 | <QA <TJ | Computing is 004 to 006 in DDC and in QA76
TP3|计算机|Computing| <000 | <QA | Computing is 004 to 006 in DDC and in QA76
TQ|化学工业|Chemical industry| =660 | =TP | Chemical technology
TS|轻工业|Light industry| >670 >680 <640 | >TS >TX >TT | Manufactures, food and crafts
TU|建筑|Building| >690 >720 | >TH >NA | Building, with architecture
TV|水利|Water engineering| <620 | =TC | Hydraulic engineering is 627
U||| <620 <380 | >TE >TF >TG >VM <TL | Roads, railways, vehicles and ships
V||| <620 | =TL | Flight is 629.1, within engineering
X||| <360 <550 <620 | >TD >GE | Environment and safety
Z||| <000 | =A | Works over all subjects
Z2|百科全书|Encyclopaedias| =030 | =AE | Encyclopaedias are one class in all three
Z8|图书目录|Bibliographies| =010 | =Z | Bibliographies are one class in all three
`

const paired = (text: string): [Sign, string][] =>
  text
    .trim()
    .split(' ')
    .map((one) => [one[0] as Sign, one.slice(1)])

export const classRows: readonly ClassRow[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [clc = '', zh = '', en = '', ddc = '', lcc = '', reason = ''] = row
      .split('|')
      .map((cell) => cell.trim())
    const top = clcTopClasses[clc]
    return {
      clc,
      zh: zh || (top?.zh ?? ''),
      en: en || (top?.en ?? ''),
      ddc: paired(ddc),
      lcc: paired(lcc),
      reason,
    }
  })
