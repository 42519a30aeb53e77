/** UNIMARC/Holdings: told by 004 beside 252 or 256, since its record label has the letters of bibliographic records. */
export const holdingsRecord = `
LDR |05       | deleted                 |                |
001 |         | sourceId                |                | the source’s own number
004 |         | relations/host          |                | number (001) of the bibliographic record that it belongs to
005 |         | -                       |                | a clock of its own system
035 |a        | controlNumbers          | systemNumber   |
    |z        | -                       |                | cancelled number
070 |a        | notes/inventory-number  | note           | 财产登记号
1XX |*        | -                       |                | codes
200 |a A 9 c d e h i z | titles/original | properTitle   | the title, where a system writes it again
    |f g      | statement               | properTitle    |
    |b        | notes/medium            | medium         |
252 |a b j c h i k m z 3 | holdings   | location252    | $a library, $b place in it, $j shelf mark
    |d e f g l n o p q r s t u v w x y 2 | - |           | country, address, notes for the staff
253 254 255 |* | -                      |                | places where it stood before
256 |u y z 3 q | links                  | link           | electronic location
    |a b c d e f g h i j k l m n o p r s t v w x 2 7 9 | - | |
300 |a        | notes/general           | note           |
500 501 502 |8 a b c d e f g h i j k l m | holdings | captions | captions
    |n o p r s t u v w x y z 2 3 | -      |                | pattern of appearance
510 511 512 |8 a b c d e f g h i j k l m | holdings | enumeration | values under the captions of the same $8
    |n o p q s t v w x z | -            |                |
520 521 522 |a z | holdings             | heldParts      | what is held, in words
    |8 2 x    | -                       |                |
530 531 532 |p a | holdings             | item           | pieces
    |b c d e f g h j l m n o r s t u v x z 3 8 2 | - |   |
801 |a b c    | notes/cataloguing-source | note          |
    |g h 2    | -                       |                |
9XX |*        | notes/local             | local          | local field, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6 7 8 5  | -                       |                | linkage
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`

/** 中国机读规范格式 and UNIMARC/Authorities (label/06 = x, y, z). The heading stands as the title. */
export const authorityRecord = `
LDR |05       | deleted                 |                |
    |06       | kind                    |                | x heading, y reference, z explanatory entry
001 |         | sourceId                |                | 规范记录标识号: the number by which $3 points here
005 |         | -                       |                | a clock of its own system
010 015 017 033 050 |a 2 | controlNumbers | fileNumber   | the same in other authority files: ISNI and others
    |z b d C D| -                       |                | cancelled number
035 |a        | controlNumbers          | systemNumber   | (A100000NLC)…
    |z        | -                       |                | cancelled number
100 101 102 106 120 123 128 150 152 154 160 180 |* | -  |                | 编码数据
1XX |*        | -                       |                | 编码数据
2XX |a A 9 b c d f g h i j k l m n q r s t u v w x y z | titles/original | heading | 规范标目; $A or $9 its pinyin; 2XX again in another script ($7) is parallel to it
    |0 1 2 3 4 5 6 7 8 B C F | -        |                | control subfields
300 |a        | notes/general           | note           | 信息附注
305 |a b      | notes/see               | note           | 相关参照附注
310 320 |a b  | notes/see               | note           | 单纯参照附注、说明参照附注
330 |a        | notes/scope             | note           | 使用范围附注
340 |a        | notes/biography         | note           | 传记与活动附注
356 |a        | notes/place             | note           | 地理附注
4XX |a A 9 b c d f g h i j k l m n q r s t u v w x y z | titles/variant | heading | 单纯参照: forms that it is not entered under
    |0 1 2 3 4 5 6 7 8 B C F | -        |                | control subfields
5XX |a b c d f g h i j k l m n q r s t u v w x y z 3 5 | relations/related | seeAlso | 相关参照: $5 g broader, h narrower, a earlier, b later; $3 its number
    |0 1 2 4 6 7 8 9 A B C F | -        |                | control subfields
675 676 680 690 692 |a v | classes/clc | headingClass   | 分类号: scheme by field
    |b c 3 z 2| -                       |                | end of a span, words
6XX |*        | -                       |                | other codes of the heading
7XX |a A 9 b c d f g h i j k l m n q r s t u v w x y z 3 | titles/parallel | linkedHeading | 连接标目: the same heading in another language or file
    |0 1 4 5 6 7 8 B C F | -            |                | control subfields
801 |a b c    | notes/cataloguing-source | note          | 记录来源
    |g h 2    | -                       |                | rules
810 |a b      | notes/source            | note           | 源数据附注
815 |*        | -                       |                | 未找到的源数据
820 |a        | notes/general           | note           | 标目使用附注
825 |a        | notes/general           | note           | 举例附注
830 |*        | -                       |                | 编目员一般附注
835 836 |a b  | notes/history           | note           | 被取代标目
    |3        | -                       |                | number of what took its place
856 |u 3 y z q 7 | links                | link           |
    |a b c d f h i j k l m n o p r s t v w x 2 9 | - |    |
886 |*        | -                       |                | 未转换数据
9XX |*        | notes/local             | local          | local field, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6 7 8 5  | -                       |                | linkage
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
