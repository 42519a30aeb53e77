/** 中国机读书目格式 (GB/T 33286) and UNIMARC: linking, other titles, subjects, names, sources, holdings (4XX–9XX). */
export const linksTitlesAndNames = `
410 411 |1 t a v h i x y 0 3 | relations/series | linking | 丛编: whole fields embedded after $1, or $t title, $h $i part, $v number, $x ISSN, $y ISBN; the number of its record ($3, $0 or embedded 001) is kept beside
421 |1 t a v h i x y 0 3 | relations/supplement | linking | 补编、增刊
422 |1 t a v h i x y 0 3 | relations/host | linking       | 正编
423 |1 t a v h i x y 0 3 | relations/related | linking    | 合订、合刊
424 425 |1 t a v h i x y 0 3 | relations/related | linking |
430 431 432 433 434 435 436 437 |1 t a v h i x y 0 3 | relations/earlier | linking | 继承、改自、替代、吸收、合并而成、由…分出
440 441 442 443 444 445 446 447 448 |1 t a v h i x y 0 3 | relations/later | linking | 由…继承、改为、被…替代、并入、分成、与…合并、改回
451 452 453 455 456 |1 t a v h i x y 0 3 | relations/other-edition | linking | 同一载体或不同载体的其他版本、译为、复制自、复制为
454 |1 t a v h i x y 0 3 | relations/translation-of | linking | 译自
461 462 |1 t a v h i x y 0 3 | relations/set | linking  | 总集、分集: a set (套书) that this is a volume of
463 464 |1 t a v h i x y 0 3 | relations/part | linking     | 单册、单册分析: a part of this one; for an analytic (leader/07 = a) the host
470 481 482 488 |1 t a v h i x y 0 3 | relations/related | linking | 被评论作品、还装订有、与…合订、其他相关作品
410 411 421 422 423 424 425 430 431 432 433 434 435 436 437 440 441 442 443 444 445 446 447 448 451 452 453 455 456 454 461 462 463 464 470 481 482 488 |A l b c d e f g j k m n o p q r s u w z 2 4 5 7 9 | - | | names, edition, imprint and pinyin of the other: its own record has them
4XX |*        | -                       |                | no linking field of the format
500 501 503 |a A 9 e h i k l m n q r s t z | titles/variant | otherTitle | 统一题名、作品集统一题名、统一惯用标题; $m its language
    |b c d f g j u v w x y 0 1 2 3 6 7 | - |            | medium, subdivisions, number of its record
510 |a A 9 e h i z | titles/parallel    | otherTitle     | 并列正题名, $z its language
    |b j n d f g 6 v | -                |                | medium, remarks
512 513 514 515 516 517 518 520 530 531 532 540 545 |a A 9 e h i z | titles/variant | otherTitle | 封面、附加题名页、卷端、逐页、书脊、其他、现代拼写、曾用、识别、缩略、展开、编目员补充、分部题名
    |b j n d f g v 6 x | -              |                | medium, remarks
541 |a A 9 e h i z | titles/parallel    | otherTitle     | 编目员补充的翻译题名
    |b j n 6  | -                       |                | medium, remarks
5XX |a A 9 e h i z | titles/variant     | otherTitle     | 其他题名
600 |a b c d f t x y z j 2 3 | subjects/person | subject | 个人名称主题: $y is the place and $z the period; MARC 21 has them the other way
    |g A B 9 6 4 5 p k n | -            |                | fuller name, pinyin, role
601 |a b c d e f t x y z j 2 3 | subjects/organisation | subject | 团体名称主题
    |g h A B 9 6 4 5 | -                |                | inverted part, pinyin
602 |a f x y z j 2 3 | subjects/person | subject        | 家族名称主题
    |c A 9 6 | -                        |                | pinyin
604 |a b t x y z j 2 3 1 | subjects/title | subject     | 名称/题名主题
    |A 9 6    | -                       |                | pinyin
605 |a h i x y z j 2 3 | subjects/title | subject       | 题名主题
    |k l m n q r s u w A 9 6 | -        |                | medium, language, pinyin
606 |a x y z j 2 3 | subjects/topic     | subject        | 论题名称主题: $y 地区, $z 年代; $2 the vocabulary
    |A B 9 6 5 b c v | -                |                | pinyin
607 |a x y z j 2 3 | subjects/place     | subject        | 地理名称主题
    |A 9 6 5  | -                       |                | pinyin
608 |a x y z j 2 3 | subjects/genre     | subject        | 形式、体裁或物理特征
    |A 9 6 5  | -                       |                | pinyin
610 |a        | subjects/keyword        | keywords       | 非控主题词: several in one $a are told by semicolons
    |A 9 6    | -                       |                | pinyin
615 616 617 620 621 623 631 632 660 661 670 |* | -      |                | 主题范畴、商标、等级地名、代码: codes and places beside 606 and 607
675 |a v      | classes/udc             | class          | 国际十进分类法
    |z 3 b c  | -                       |                | language of the edition
676 |a v      | classes/ddc             | class          | 杜威十进分类法
    |z 3 b c  | -                       |                | language of the edition
680 |a b      | classes/lcc             | class          | 国会图书馆分类法, $b item number
    |3        | -                       |                |
686 |a 2 v    | classes                 | otherClass     | 国外其他分类法, scheme in $2
    |b c 3    | -                       |                | item number
690 |a v      | classes/clc             | class          | 中国图书馆分类法, $v edition
    |3 9 b    | -                       |                |
692 |a v      | classes/cas             | class          | 中国科学院图书馆图书分类法, $v edition
    |3 9      | -                       |                |
694 696 |a 2 v | classes                | otherClass     | 国内其他分类法, scheme in $2
    |3 9 b    | -                       |                |
700 701 702 |a A 9 b c f g 4 3 | agents/person | agent | 人名: $c (唐) is the time a person lived in and (美) a country; $4 著 in China, 070 elsewhere, several for several roles
    |B d p F k n N x h i j o q t 0 1 2 5 7 8 | - |       | ordinal number, address, source
710 711 712 |a A 9 b 4 3 g | agents/organisation | agent | 团体: indicator 1 = 1 is a meeting
    |c d e f h p B F k n 0 1 2 5 7 8 x | - |             | number, place and date of a meeting, address
716 717 |a    | agents/organisation     | agent          | 商标、印刷者标记
    |c f 3    | -                       |                |
720 721 722 730 |a A 9 b f g 4 3 | agents/person | agent   | 家族; 未知的知识责任者
    |c 2 5 7   | -                      |                |
740 741 742 750 790 791 |* | -          |                | reserved; variant names in a union catalogue
801 |a b c    | notes/cataloguing-source | note          | 记录来源: country, agency, date
    |g h 2    | -                       |                | rules
802 |*        | -                       |                | ISSN 中心
830 |*        | -                       |                | 编目员一般附注: for cataloguers
850 |a        | holdings                | heldBy         | 馆藏机构代码
852 |a b c k h i m j p 3 z | holdings   | location       | 馆藏地点与索取号
    |d e f g l n q s t u x y 1 2 9 | -  |                | address, copy, notes for the staff
853 854 855 |8 a b c d e f g h i j k l m | holdings | captions | captions, as in MARC 21 holdings
    |n o p r s t u v w x y z 2 3 | -      |                | pattern of appearance
856 |u 3 y z q 7 | links                | link           | 电子资源地址与检索: $y, $3 and $z say what is there
    |a b c d f g h i j k l m n o p r s t v w x 2 9 | - |   | parts of an address, notes for the staff
863 864 865 |8 a b c d e f g h i j k l m | holdings | enumeration | values under the captions of the same $8
    |n o p q s t v w x z | -            |                |
866 867 868 |a z | holdings             | heldParts      | what is held, in words
    |8 2 x    | -                       |                |
886 |*        | -                       |                | 外来格式字段未转换数据
899 |a b c h i j k m p | holdings    | russianShelf        | of a Russian library: $a library, $b place, $j shelf mark or $h $i its parts, $p inventory number
966 |a l m s   | holdings                | portugueseShelf   | of a Portuguese library: $l library, $m collection, $s shelf mark, $a inventory number; else a local field
905 906 982 985 |a b c d e f s v y | holdings | localHolding | 馆藏信息 of one library: $a library, $b barcode, $c place, $d class, $e item number, $f copies, $s or $v volumes, $y years
    |g h i k l m n p q r t u w x z 0 1 2 3 4 5 6 7 8 9 | - |  | what each system adds of its own
997 998 |*    | -                       |                | keys and clocks of its own system
X9X |*        | notes/local             | local          | 本地字段, kept as it stands
9XX |*        | notes/local             | local          | 国内/本地使用块, kept as it stands
letters |*    | notes/local             | local          | a field of one system: CAT, LKR, ITM
any |6 7      | -                       |                | links a field with the same in another script, and says the script: read of the titles and names
    |8 5      | -                       |                | material, library
    |0 1 2 3  | -                       |                | number or vocabulary of a value kept in words
any |*        | notes/local             | stray          | a subfield that no row names is kept as it stands, and reported as unknown
XXX |*        | notes/local             | local          | a field that the table does not know is kept, and reported as unknown
`
