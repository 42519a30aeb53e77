/** 中国机读书目格式 (GB/T 33286) and UNIMARC: record label, numbers, coded data, description (0XX–3XX). */
export const identificationAndDescription = `
LDR |05       | deleted                 |                | d 表示该记录已删除
    |06-07    | type                    |                | 记录类型、书目级别
001 |         | sourceId                |                | 记录标识号: the source’s own number
003 |         | controlNumbers/persistent |              | 永久记录标识符: address of the record that stays (ARK, URI)
005 |         | -                       |                | 记录版次标识: a clock of its own system
010 |a z b d  | identifiers/isbn        | isbn           | 国际标准书号: price ($d, or inside $a) and binding ($b) are taken off first; a field may hold only a price; repeated for each volume of a set
    |9        | -                       |                | local subfield
011 |a f y z b d | identifiers/issn     | issn           | 国际标准连续出版物号: $f ISSN-L, $y cancelled, $z wrong
    |9        | -                       |                | local subfield
012 |a        | identifiers/fingerprint | number         | 指纹标识
    |2 5      | -                       |                | whose system
013 |a z b d  | identifiers/ismn        | number         | 国际标准音乐号
014 |a z 2    | identifiers             | otherNumber    | 论文标识号: SICI and others, kind in $2
015 |a z b d  | identifiers/isrn        | number         | 国际标准技术报告号
016 |a z b d  | identifiers/isrc        | number         | 国际标准录音/视频号
017 |a z 2    | identifiers             | otherNumber    | 其他国际标准号, kind in $2
020 |a b      | controlNumbers          | bibliographyNumber | 国家书目号: $a country, $b number
    |z        | -                       |                | wrong number
021 |a b      | notes/copyright-number  | note           | 版权登记号
022 |a b      | identifiers/govdoc      | governmentNumber | 政府出版物号
    |z        | -                       |                | wrong number
035 |a        | controlNumbers          | systemNumber   | 其他系统控制号: shared when its agency is named, (A100000NLC)001234567
    |z 9      | -                       |                | cancelled number
036 |*        | -                       |                | 音乐导句
039 |*        | notes/local             | local          | number in the system that the record was converted from
040 |a        | identifiers/coden       | number         | CODEN
    |z        | -                       |                | wrong number
049 |a b c    | holdings                | unionHolding   | 联合目录馆藏代码: $a library, $b (else $c) its number there
071 |a b      | identifiers/publisher-number | number    | 出版者号, publisher as qualifier
    |c d z 5 9| -                       |                | price, wrong number
073 |a z b d  | identifiers/ean         | number         | 国际商品编码
091 |a z b d  | identifiers/csbn        | number         | 统一书号 (books of 1956–86): class and publisher, middle dot, order
092 |a b      | notes/order-number      | note           | 订购号 (邮发代号)
    |z d      | -                       |                | wrong number, price
094 |a b z d  | identifiers/standard    | standardNumber | 标准号
    |c        | -                       |                |
098 |*        | -                       |                | number in one system
099 |a        | controlNumbers/calis    | calisNumber    | CALIS 联合目录控制号
    |9 c d e t| -                       |                | local subfield
100 |a        | dates                   |                | 通用处理数据: 8 kind of date, 9–16 two years; the words of 210 stand before them; may be short or broken
    |b        | -                       |                |
101 |a        | languages/text          | language       | 作品语种: several codes may be packed in one
    |c        | languages/original      | language       | only where indicator 1 is not 0: a translation
    |d        | languages/summary       | language       | 提要语种
    |b e f g h i j 2 | -                |                | languages of the middle text, contents, title page, title, libretto, accompanying matter, subtitles
102 |*        | -                       |                | 出版国别: 210 says the place in words
105 |a        | type                    |                | 专著编码数据: forms of contents: thesis, report, standard, patent
135 |a        | type                    |                | 编码数据：电子资源: 0 = d is text, a book and no program
1XX |*        | -                       |                | 编码数据: codes of form, which words and the label say
200 |a A 9 c d e h i z | titles/original | properTitle   | 题名: $A or $9 pinyin, $c of another author, $d parallel ($z its language); $e $h $i belong to the title before them; a further 200 with $6 or $7 is the same in another script
    |f g      | statement               | properTitle    | 责任说明 as on the item, no heading
    |b        | notes/medium            | medium         | 一般资料标识, without brackets
    |F G E H I v 5 n | -                |                | pinyin of other parts; volume designation (obsolete)
204 |a        | notes/medium            | medium         | 一般资料标识 (old)
205 |a b      | edition                 | words          | 版本说明
    |d f g A F| -                       |                | parallel edition statement, its persons
206 |a b c d e f | notes/scale          | note           | 制图资料: 数学数据
207 |a z      | notes/numbering         | note           | 连续出版物: 卷期编号
208 |a d      | notes/presentation      | note           | 乐谱特别说明
210 214 |a c d| publication             | imprint        | 出版发行: each publisher with the place before it; dates to EDTF beside their words
    |e g h    | notes/printer           | note           | 印刷地、印刷者、印刷日期
    |b f A B C D E G s r 9 | -          |                | address, pinyin
211 |*        | -                       |                | 预定出版日期
215 |a c d e  | extent                  | words          | 载体形态
    |A 6      | -                       |                | pinyin
225 |a i v h x y | relations/series     | series         | 丛编: $i part, $v number, $x ISSN
    |d e f z A E F I 9 | -              |                | parallel series, its persons, pinyin
230 |a        | notes/system            | note           | 电子资源特征
231 |*        | -                       |                | 数字文件特征
300 |a        | notes/general           | note           | 一般性附注
301 |a        | notes/numbers           | note           | 标识号附注
302 303 |a    | notes/general           | note           | 编码信息附注、著录信息一般性附注
304 312 |a    | notes/title             | note           | 题名与责任说明附注、相关题名附注
305 |a        | notes/edition           | note           | 版本与书目沿革附注
306 |a        | notes/publication       | note           | 出版发行附注
307 |a        | notes/extent            | note           | 载体形态附注
308 |a        | notes/series            | note           | 丛编附注
310 |a        | notes/binding           | note           | 装订及获得方式附注
311 |a        | notes/linking           | note           | 连接字段附注
313 |a        | notes/subject           | note           | 主题附注
314 |a        | notes/responsibility    | note           | 知识责任附注
315 |a        | notes/numbering         | note           | 资料特殊细节附注
316 317 318 |*| -                       |                | 藏本附注、来源、保存: of one copy, for the staff
320 |a u      | notes/bibliography      | note           | 书目、索引附注
321 |a b c x  | notes/index             | note           | 被外部文献索引、摘要和引用附注
322 |a        | notes/credits           | note           | 制作者附注
323 |a        | notes/performers        | note           | 演出者附注
324 |a        | notes/original-version  | note           | 原作版本附注
325 |a        | notes/reproduction      | note           | 复制品附注
326 |a b      | notes/frequency         | note           | 出版频率附注
327 |a b c d e f g h i p u z | notes/contents | note      | 内容附注
328 |a b c d e t | notes/thesis         | note           | 学位论文附注
    |z        | -                       |                | kind in words
330 |a        | abstracts               | abstract       | 提要或文摘
    |b        | -                       |                |
332 |a        | notes/citation          | note           | 首选引文
333 |a        | notes/audience          | note           | 使用对象附注
334 |a b c d  | notes/awards            | note           | 获奖附注
335 |*        | -                       |                |
336 |a        | notes/system            | note           | 电子资源类型附注
337 |a u      | notes/system            | note           | 系统要求附注
338 |a b c d e f g | notes/funding       | note           | 资助附注
340 |a        | notes/biography         | note           | 传记附注
345 |a b c d  | notes/acquisition       | note           | 采访信息附注
371 |a b c d  | notes/access            | note           | 使用政策附注
3XX |a        | notes/general           | note           | 其他附注
`
