/** 中图法 (5th edition), classes A to H below the top, those that readers meet: number, Chinese name, English name. */
export const humanities = `
A1|马克思、恩格斯著作|Works of Marx and Engels
A2|列宁著作|Works of Lenin
A3|斯大林著作|Works of Stalin
A4|毛泽东著作|Works of Mao Zedong
A49|邓小平著作|Works of Deng Xiaoping
A5|马列著作汇编|Collected works of Marxism
A7|马列经典作家的生平和传记|Lives of Marxist authors
A8|马克思主义的学习和研究|Study of Marxism
B0|哲学理论|Philosophical theory
B1|世界哲学|World philosophy
B2|中国哲学|Chinese philosophy
B22|先秦哲学|Philosophy before Qin
B3|亚洲哲学|Asian philosophy
B4|非洲哲学|African philosophy
B5|欧洲哲学|European philosophy
B6|大洋洲哲学|Philosophy of Oceania
B7|美洲哲学|American philosophy
B80|思维科学|Science of thinking
B81|逻辑学|Logic
B82|伦理学|Ethics
B83|美学|Aesthetics
B84|心理学|Psychology
B9|宗教|Religion
B91|对宗教的分析和研究|Study of religion
B92|宗教理论与概况|Theory and state of religion
B93|神话与原始宗教|Mythology and primitive religion
B94|佛教|Buddhism
B95|道教|Daoism
B96|伊斯兰教|Islam
B97|基督教|Christianity
B98|其他宗教|Other religions
B99|术数、迷信|Divination and superstition
C0|社会科学理论与方法论|Theory and methods of the social sciences
C1|社会科学概况、现状、进展|State of the social sciences
C2|社会科学机构、团体、会议|Institutions of the social sciences
C3|社会科学研究方法|Research methods of the social sciences
C4|社会科学教育与普及|Teaching of the social sciences
C5|社会科学丛书、文集|Collections of the social sciences
C6|社会科学参考工具书|Reference works of the social sciences
C8|统计学|Statistics
C91|社会学|Sociology
C92|人口学|Demography
C93|管理学|Management
C95|民族学|Ethnology
C96|人才学|Study of talent
C97|劳动科学|Study of labour
D0|政治学、政治理论|Political theory
D1|国际共产主义运动|International communist movement
D2|中国共产党|Communist Party of China
D3|各国共产党|Communist parties of other countries
D4|工人、农民、青年、妇女运动与组织|Movements of workers, farmers, youth, women
D5|世界政治|World politics
D6|中国政治|Politics of China
D7|各国政治|Politics of other countries
D8|外交、国际关系|Diplomacy and international relations
D9|法律|Law
D90|法学理论|Theory of law
D91|法学各部门|Branches of law
D92|中国法律|Law of China
D93|各国法律|Law of other countries
D99|国际法|International law
DF|法律(专业分类)|Law (specialised schedule)
E0|军事理论|Military theory
E1|世界军事|Military affairs of the world
E2|中国军事|Military affairs of China
E3|各国军事|Military affairs of other countries
E8|战略学、战役学、战术学|Strategy and tactics
E9|军事技术|Military technology
F0|经济学|Economics
F1|世界各国经济概况、经济史、经济地理|Economic conditions, history, geography
F11|世界经济、国际经济关系|World economy
F12|中国经济|Economy of China
F2|经济管理|Economic management
F20|国民经济管理|Management of the national economy
F21|经济计划与规划|Economic planning
F23|会计|Accounting
F24|劳动经济|Labour economics
F25|物流经济|Logistics
F27|企业经济|Business enterprises
F29|城市与市政经济|Urban economy
F3|农业经济|Agricultural economics
F4|工业经济|Industrial economics
F5|交通运输经济|Economics of transport
F6|邮电通信经济|Economics of communications
F7|贸易经济|Trade
F71|国内贸易经济|Domestic trade
F74|国际贸易|International trade
F8|财政、金融|Finance
F81|财政、国家财政|Public finance
F82|货币|Money
F83|金融、银行|Banking
F84|保险|Insurance
G0|文化理论|Theory of culture
G1|世界各国文化与文化事业|Culture of the world
G2|信息与知识传播|Communication of information and knowledge
G20|信息与传播理论|Theory of communication
G21|新闻事业|Journalism
G22|广播、电视事业|Broadcasting
G23|出版事业|Publishing
G24|群众文化事业|Community culture
G25|图书馆事业、信息事业|Libraries and information services
G26|博物馆事业|Museums
G27|档案事业|Archives
G3|科学、科学研究|Science and research
G4|教育|Education
G40|教育学|Theory of education
G42|教学理论|Theory of teaching
G43|电化教育|Educational technology
G44|教育心理学|Educational psychology
G5|世界各国教育事业|Education of the world
G6|各级教育|Levels of education
G61|学前教育、幼儿教育|Preschool education
G62|初等教育|Primary education
G63|中等教育|Secondary education
G64|高等教育|Higher education
G7|各类教育|Kinds of education
G8|体育|Sports
G80|体育理论|Theory of sports
G81|世界各国体育事业|Sports of the world
G82|田径运动|Athletics
G83|体操运动|Gymnastics
G84|球类运动|Ball games
G85|武术及民族形式体育|Martial arts
G86|水上、冰上与雪上运动|Water and winter sports
G87|其他体育运动|Other sports
G89|文体活动|Recreation and games
H0|语言学|Linguistics
H1|汉语|Chinese language
H11|语音|Phonology
H12|文字学|Study of characters
H13|语义、词汇、词义(训诂学)|Semantics and lexicology
H14|语法|Grammar
H15|写作、修辞|Composition and rhetoric
H16|字书、字典、词典|Dictionaries
H17|方言|Dialects
H19|汉语教学|Teaching of Chinese
H2|中国少数民族语言|Languages of China's minorities
H3|常用外国语|Common foreign languages
H31|英语|English
H32|法语|French
H33|德语|German
H34|西班牙语|Spanish
H35|俄语|Russian
H36|日语|Japanese
H37|阿拉伯语|Arabic
H4|汉藏语系|Sino-Tibetan languages
H5|阿尔泰语系|Altaic languages
H6|南亚、南岛等语系|Austroasiatic, Austronesian and other languages
H7|印欧语系|Indo-European languages
H8|非洲、美洲、大洋洲诸语言|Languages of Africa, America, Oceania
H9|国际辅助语|International auxiliary languages
`
