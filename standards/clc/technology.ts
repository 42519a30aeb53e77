/** 中图法 (5th edition), class T below the top: number, Chinese name, English name. */
export const technology = `
TB|一般工业技术|General engineering
TB1|工程基础科学|Basic engineering science
TB3|工程材料学|Materials
TB4|工业通用技术与设备|General techniques and equipment
TB5|声学工程|Acoustic engineering
TB6|制冷工程|Refrigeration
TB7|真空技术|Vacuum technology
TB8|摄影技术|Photographic technology
TB9|计量学|Metrology
TD|矿业工程|Mining
TE|石油、天然气工业|Oil and gas
TF|冶金工业|Metallurgy
TG|金属学与金属工艺|Metals and metalworking
TG1|金属学与热处理|Physical metallurgy and heat treatment
TG2|铸造|Casting
TG3|金属压力加工|Forming
TG4|焊接、金属切割及金属粘接|Welding and cutting
TG5|金属切削加工及机床|Machining and machine tools
TH|机械、仪表工业|Machinery and instruments
TH1|机械学(机械设计基础理论)|Machine design
TH7|仪器、仪表|Instruments
TJ|武器工业|Weapons
TK|能源与动力工程|Energy and power
TK4|内燃机|Internal combustion engines
TL|原子能技术|Nuclear technology
TM|电工技术|Electrical engineering
TM1|电工基础理论|Theory of electrical engineering
TM3|电机|Electrical machines
TM6|发电、发电厂|Power generation
TM7|输配电工程、电力网及电力系统|Power systems
TN|电子技术、通信技术|Electronics and telecommunications
TN3|半导体技术|Semiconductors
TN4|微电子学、集成电路(IC)|Microelectronics
TN7|基本电子电路|Electronic circuits
TN8|无线电设备、电信设备|Radio equipment
TN91|通信|Telecommunications
TN92|无线通信|Wireless communication
TN94|电视|Television
TN95|雷达|Radar
TP|自动化技术、计算机技术|Automation and computing
TP1|自动化基础理论|Theory of automation
TP13|自动控制理论|Control theory
TP18|人工智能理论|Artificial intelligence
TP2|自动化技术及设备|Automation technology
TP24|机器人技术|Robotics
TP3|计算技术、计算机技术|Computing
TP30|一般性问题|General questions of computing
TP31|计算机软件|Software
TP32|一般计算器和计算机|Calculators and computers
TP33|电子数字计算机|Digital computers
TP36|微型计算机|Microcomputers
TP37|多媒体技术与多媒体计算机|Multimedia
TP39|计算机的应用|Applications of computers
TP6|射流技术(流控技术)|Fluidics
TP7|遥感技术|Remote sensing
TP8|远动技术|Telecontrol
TQ|化学工业|Chemical industry
TQ0|一般性问题|General questions of chemical industry
TQ1|无机化学工业|Inorganic chemical industry
TQ2|有机化学工业|Organic chemical industry
TQ3|高分子化合物工业|Polymers
TQ4|药物、肥料、火炸药工业|Drugs, fertilisers, explosives
TQ5|燃料化学工业|Fuels
TQ6|精细与专用化学品工业|Fine chemicals
TS|轻工业、手工业、生活服务业|Light industry, crafts, services
TS0|一般性问题|General questions of light industry
TS1|纺织工业、染整工业|Textiles
TS2|食品工业|Food industry
TS3|制盐工业|Salt
TS4|烟草工业|Tobacco
TS5|皮革工业|Leather
TS6|木材加工工业、家具制造工业|Wood and furniture
TS7|造纸工业|Paper
TS8|印刷工业|Printing
TS9|其他轻工业、手工业|Other light industry and crafts
TS91|五金制品工业|Hardware
TS93|工艺美术制品工业|Arts and crafts
TS94|服装工业、制鞋工业|Clothing and shoes
TS95|其他制品工业|Other products
TS97|生活服务技术|Household services
TU|建筑科学|Architecture and building
TU1|建筑基础科学|Basic sciences of building
TU2|建筑设计|Architectural design
TU3|建筑结构|Structures
TU4|土力学、地基基础工程|Soil mechanics and foundations
TU5|建筑材料|Building materials
TU6|建筑施工机械和设备|Building machinery
TU7|建筑施工|Construction
TU8|房屋建筑设备|Building services
TU9|地下建筑|Underground building
TU98|区域规划、城乡规划|Regional and town planning
TU99|市政工程|Municipal engineering
TV|水利工程|Hydraulic engineering
`
