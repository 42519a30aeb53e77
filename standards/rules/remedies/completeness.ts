import { type Remedies, remedy } from './remedy.js'

/** What a description leaves out, and what records of one source share that should not. */
export const completenessRemedies: Remedies = {
  AGENT_MISSING: remedy(
    2,
    ['No author, editor or body is named', '没有责任者'],
    ['The record is not found by name.', '无法按责任者检索。'],
    [
      'Add the heading (MARC 21 1XX/7XX, CNMARC 70X/71X, dc:creator, first_author).',
      '请补录责任者（MARC 21 1XX/7XX、CNMARC 70X/71X、dc:creator、first_author）。',
    ],
  ),
  YEAR_MISSING: remedy(
    4,
    ['No year is stated', '没有年份'],
    ['Filters and sorting by year pass the record over.', '按年份筛选和排序时会略过该记录。'],
    [
      'Add the year (MARC 21 264$c and 008/07-10, CNMARC 210$d and 100$a/9-12, dc:date); an estimate such as [1998?] will do.',
      '请补录年份（MARC 21 264$c 及 008/07-10、CNMARC 210$d 及 100$a/9-12、dc:date），估计年份如 [1998?] 亦可。',
    ],
  ),
  LANGUAGE_MISSING: remedy(
    3,
    ['No language is stated', '没有语种'],
    ['The filter by language passes the record over.', '按语种筛选时会略过该记录。'],
    [
      'Add the code (MARC 21 008/35-37 or 041$a, CNMARC 101$a, dc:language); mend many at once by script or shelf.',
      '请补录语种代码（MARC 21 008/35-37 或 041$a、CNMARC 101$a、dc:language），可按文字或书架批量处理。',
    ],
  ),
  IDENTIFIER_MISSING: remedy(
    2,
    ['A book or journal has no ISBN or ISSN', '图书或期刊没有 ISBN 或 ISSN'],
    [
      'It is not joined with other libraries’ copies, and link resolvers do not find it.',
      '无法与其他馆的同一文献合并，链接解析也无法匹配。',
    ],
    ['Add it from the item (020, 022; CNMARC 010, 011).', '请据实物补录（020、022；CNMARC 010、011）。'],
  ),
  SUBJECT_MISSING: remedy(
    2,
    ['No subject heading', '没有主题词'],
    [
      'Readers who look for a subject find the record by the words of its title alone.',
      '读者按主题检索时只能靠题名用词命中。',
    ],
    [
      'Take subjects over from a shared catalogue by ISBN or control number (6XX, CNMARC 606, dc:subject).',
      '可凭 ISBN 或控制号从联合目录套录主题词（6XX、CNMARC 606、dc:subject）。',
    ],
  ),
  IDENTIFIER_SHARED: remedy(
    3,
    ['Records of this source share an ISBN or ISSN', '本来源的多条记录共用同一 ISBN 或 ISSN'],
    [
      'They are volumes of a set, or one of them has another’s number; readers may be led to the wrong one.',
      '可能是套书的分卷，也可能误用了他书的号码，读者会被引向错误的文献。',
    ],
    [
      'Compare them with the items. For a set, give each record its volume’s number, and the set’s in $z or with its qualifier.',
      '请与实物核对；套书应著录分卷书号，全套书号加限定说明。',
    ],
  ),
  RECORD_DUPLICATE: remedy(
    3,
    ['Records of this source describe the same', '本来源有重复记录'],
    [
      'Readers see one title several times, and copies are scattered over the records.',
      '读者会看到重复的条目，馆藏分散在多条记录中。',
    ],
    [
      'Merge them in the cataloguing module, the holdings with them; the gateway takes the deletion over.',
      '请在编目模块中合并记录及其馆藏，网关会随之更新。',
    ],
  ),
}
