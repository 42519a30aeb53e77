/** 中图法 (5th edition), classes N to S, U to X below the top: number, Chinese name, English name. */
export const sciences = `
N0|自然科学理论与方法论|Theory and methods of natural science
N1|自然科学概况、现状、进展|State of natural science
N2|自然科学机构、团体、会议|Institutions of natural science
N3|自然科学研究方法|Research methods of natural science
N4|自然科学教育与普及|Popular science
N5|自然科学丛书、文集|Collections of natural science
N6|自然科学参考工具书|Reference works of natural science
N8|自然科学调查、考察|Scientific expeditions
N91|自然研究、自然历史|Natural history
N93|非线性科学|Nonlinear science
N94|系统科学|Systems science
O1|数学|Mathematics
O11|古典数学|Classical mathematics
O12|初等数学|Elementary mathematics
O13|高等数学|Higher mathematics
O14|数理逻辑、数学基础|Mathematical logic
O15|代数、数论、组合理论|Algebra, number theory, combinatorics
O17|数学分析|Analysis
O18|几何、拓扑|Geometry and topology
O19|动力系统理论|Dynamical systems
O21|概率论与数理统计|Probability and statistics
O22|运筹学|Operations research
O23|控制论、信息论|Control and information theory
O24|计算数学|Computational mathematics
O29|应用数学|Applied mathematics
O3|力学|Mechanics
O4|物理学|Physics
O41|理论物理学|Theoretical physics
O42|声学|Acoustics
O43|光学|Optics
O44|电磁学、电动力学|Electromagnetism
O45|无线电物理学|Radio physics
O46|真空电子学(电子物理学)|Electron physics
O47|半导体物理学|Semiconductor physics
O48|固体物理学|Solid state physics
O53|等离子体物理学|Plasma physics
O55|热学与物质分子运动论|Heat and kinetic theory
O56|分子物理学、原子物理学|Molecular and atomic physics
O57|原子核物理学、高能物理学|Nuclear and high energy physics
O59|应用物理学|Applied physics
O6|化学|Chemistry
O61|无机化学|Inorganic chemistry
O62|有机化学|Organic chemistry
O63|高分子化学(高聚物)|Polymer chemistry
O64|物理化学、化学物理学|Physical chemistry
O65|分析化学|Analytical chemistry
O69|应用化学|Applied chemistry
O7|晶体学|Crystallography
P1|天文学|Astronomy
P2|测绘学|Surveying and mapping
P3|地球物理学|Geophysics
P4|大气科学(气象学)|Atmospheric science
P5|地质学|Geology
P6|矿产地质|Mineral deposits
P7|海洋学|Oceanography
P9|自然地理学|Physical geography
Q1|普通生物学|General biology
Q2|细胞生物学|Cell biology
Q3|遗传学|Genetics
Q4|生理学|Physiology
Q5|生物化学|Biochemistry
Q6|生物物理学|Biophysics
Q7|分子生物学|Molecular biology
Q81|生物工程学(生物技术)|Biotechnology
Q91|古生物学|Palaeontology
Q93|微生物学|Microbiology
Q94|植物学|Botany
Q95|动物学|Zoology
Q96|昆虫学|Entomology
Q98|人类学|Anthropology
R1|预防医学、卫生学|Preventive medicine and hygiene
R2|中国医学|Chinese medicine
R28|中药学|Chinese materia medica
R3|基础医学|Basic medicine
R4|临床医学|Clinical medicine
R47|护理学|Nursing
R5|内科学|Internal medicine
R6|外科学|Surgery
R71|妇产科学|Obstetrics and gynaecology
R72|儿科学|Paediatrics
R73|肿瘤学|Oncology
R74|神经病学与精神病学|Neurology and psychiatry
R75|皮肤病学与性病学|Dermatology
R76|耳鼻咽喉科学|Ear, nose and throat
R77|眼科学|Ophthalmology
R78|口腔科学|Dentistry
R79|外国民族医学|Medicine of other peoples
R8|特种医学|Special fields of medicine
R9|药学|Pharmacy
S1|农业基础科学|Basic agricultural science
S2|农业工程|Agricultural engineering
S3|农学(农艺学)|Agronomy
S4|植物保护|Plant protection
S5|农作物|Crops
S6|园艺|Horticulture
S7|林业|Forestry
S8|畜牧、动物医学、狩猎、蚕、蜂|Animal husbandry and veterinary medicine
S9|水产、渔业|Fisheries
U1|综合运输|Combined transport
U2|铁路运输|Railways
U4|公路运输|Roads
U6|水路运输|Shipping
V1|航空、航天技术的研究与探索|Research on flight and spaceflight
V2|航空|Aviation
V4|航天(宇宙航行)|Spaceflight
X1|环境科学基础理论|Environmental science
X2|社会与环境|Society and environment
X3|环境保护管理|Environmental management
X4|灾害及其防治|Disasters and their prevention
X5|环境污染及其防治|Pollution and its control
X7|行业污染、废物处理与综合利用|Waste treatment
X8|环境质量评价与环境监测|Environmental monitoring
X9|安全科学|Safety science
`
