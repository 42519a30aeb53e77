/** 中图法 (5th edition), classes I to K and Z below the top: number, Chinese name, English name. */
export const arts = `
I0|文学理论|Theory of literature
I1|世界文学|World literature
I10|世界文学|World literature in general
I11|作品集|Collections
I12|诗歌|Poetry
I13|戏剧文学|Drama
I14|小说|Fiction
I15|报告文学|Reportage
I16|散文、杂著|Essays
I17|民间文学|Folk literature
I18|儿童文学|Children's literature
I2|中国文学|Chinese literature
I20|中国文学总论|Chinese literature in general
I21|作品集|Collected works
I22|诗歌、韵文|Poetry and verse
I23|戏剧文学|Drama
I24|小说|Fiction
I242|古代至近代作品(~1919年)|Fiction to 1919
I246|现代作品(1919~1949年)|Fiction, 1919 to 1949
I247|当代作品(1949年~)|Fiction since 1949
I25|报告文学|Reportage
I26|散文|Essays
I27|民间文学|Folk literature
I28|儿童文学|Children's literature
I29|少数民族文学|Literature of minorities
I3|亚洲文学|Asian literature
I31|东亚文学|East Asian literature
I313|日本文学|Japanese literature
I4|非洲文学|African literature
I5|欧洲文学|European literature
I51|东欧、中欧文学|Literature of eastern and central Europe
I512|俄罗斯文学|Russian literature
I56|西欧文学|Western European literature
I561|英国文学|British literature
I565|法国文学|French literature
I6|大洋洲文学|Literature of Oceania
I7|美洲文学|American literature
I71|北美洲文学|North American literature
I712|美国文学|Literature of the United States
J0|艺术理论|Theory of art
J1|世界各国艺术概况|Art of the world
J2|绘画|Painting
J29|书法、篆刻|Calligraphy and seals
J3|雕塑|Sculpture
J4|摄影艺术|Photography
J5|工艺美术|Applied arts
J59|建筑艺术|Architecture as art
J6|音乐|Music
J7|舞蹈|Dance
J8|戏剧、曲艺、杂技艺术|Theatre
J9|电影、电视艺术|Film and television
K0|史学理论|Theory of history
K1|世界史|World history
K10|通史|General history
K11|上古史|Prehistory and earliest history
K12|古代史|Ancient history
K13|中世纪史|Medieval history
K14|近代史|Modern history
K15|现代史|Contemporary history
K2|中国史|History of China
K20|通史|General history
K21|原始社会|Primitive society
K22|奴隶社会(约公元前21世纪~前475年)|To 475 BC
K23|封建社会(前475~公元1840年)|475 BC to 1840
K24|隋至清前期史|Sui to early Qing
K25|半殖民地半封建社会(1840~1949年)|1840 to 1949
K26|新民主主义革命时期(1919~1949年)|1919 to 1949
K27|社会主义时期(1949年~)|Since 1949
K28|民族史志|History of peoples
K29|地方史志|Local history
K3|亚洲史|History of Asia
K4|非洲史|History of Africa
K5|欧洲史|History of Europe
K6|大洋洲史|History of Oceania
K7|美洲史|History of America
K81|传记|Biography
K82|中国人物传记|Biography: China
K83|各国人物传记|Biography: other countries
K85|文物考古|Archaeology
K86|世界文物考古|Archaeology of the world
K87|中国文物考古|Archaeology of China
K88|各国文物考古|Archaeology of other countries
K89|风俗习惯|Customs
K9|地理|Geography
K90|地理学|Theory of geography
K91|世界地理|Geography of the world
K92|中国地理|Geography of China
K93|各国地理|Geography of other countries
K99|地图|Maps
Z1|丛书|Series
Z2|百科全书、类书|Encyclopaedias
Z3|辞典|Dictionaries
Z4|论文集、全集、选集、杂著|Collections and miscellanies
Z5|年鉴、年刊|Yearbooks
Z6|期刊、连续性出版物|Periodicals
Z8|图书报刊目录、文摘、索引|Catalogues, abstracts, indexes
`
