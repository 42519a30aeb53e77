import { type Remedies, remedy } from './remedy.js'

/** What a description says, whatever format it came in. */
export const descriptionRemedies: Remedies = {
  RECORD_TITLE_MISSING: remedy(
    10,
    ['The record has no title', '记录没有题名'],
    ['Nobody can find or recognise it; it is set aside.', '读者无法检索或辨认，记录已隔离。'],
    [
      'Add the title (MARC 21 245$a, UNIMARC and CNMARC 200$a, MAB2 331, PICA 021A, dc:title, titleInfo of MODS, publication_title of KBART) and send the record again.',
      '请补录题名（MARC 21 245$a、UNIMARC 与 CNMARC 200$a、MAB2 331、PICA 021A、dc:title、MODS titleInfo、KBART publication_title）后重新发送。',
    ],
  ),
  RECORD_EMPTY: remedy(
    10,
    ['The record says nothing', '记录没有内容'],
    ['There is nothing to describe; it is set aside.', '没有可著录的内容，已隔离。'],
    ['Send it with at least a title, or delete it.', '请至少补充题名后发送，或删除该记录。'],
  ),
  RECORD_DELETED_WITHOUT_ID: remedy(
    8,
    ['A deleted record does not say which it is', '已删除的记录没有标识符'],
    ['The record it means stays in the search although it is gone.', '所指记录虽已删除，仍会被检索到。'],
    ['Export the control number (001) with the deletion.', '请在删除记录中保留控制号（001）。'],
  ),
  RECORD_NOT_DESCRIBABLE: remedy(
    10,
    ['The gateway failed over this record', '网关处理该记录时出错'],
    ['The fault is ours; the bytes are kept.', '这是网关的问题，原始字节已保留。'],
    [
      'Report it with the number of the entry. Nothing need be changed at the source; retry after the next release.',
      '请连同编号报告。无需修改数据，待下一版本后重试。',
    ],
  ),
  RECORD_WITHOUT_ID: remedy(
    4,
    ['The record has no identifier of its own', '记录没有自己的标识符'],
    [
      'It is known by its content: changed, it counts as another record, and it cannot be deleted by name.',
      '只能凭内容识别：内容一变便成为另一条记录，也无法指名删除。',
    ],
    ['Export 001, or title_id, with every record.', '请为每条记录导出 001 或 title_id。'],
  ),
  AGENT_NAME_EMPTY: remedy(
    3,
    ['A name has no letter in it', '责任者名称不含文字'],
    ['The author cannot be found by name.', '无法按责任者检索。'],
    ['Correct or delete the heading.', '请更正或删除该标目。'],
  ),
  ISBN_CHECK_DIGIT: remedy(
    5,
    ['An ISBN is wrong', 'ISBN 有误'],
    [
      'Readers who search by ISBN do not find the book, and it is not joined with other libraries’ copies.',
      '读者按 ISBN 检索不到，也无法与其他馆的同一图书合并。',
    ],
    [
      'Compare it with the item. A number printed wrongly on the item belongs in $z.',
      '请与实物核对；实物印刷错误的号码应著录于 $z。',
    ],
  ),
  ISSN_CHECK_DIGIT: remedy(
    5,
    ['An ISSN is wrong', 'ISSN 有误'],
    ['Link resolvers and title lists do not find the journal.', '链接解析和题名列表无法匹配该刊。'],
    [
      'Look the ISSN up at portal.issn.org; a wrong one belongs in $y or $z.',
      '请在 portal.issn.org 查核；错误的号码应著录于 $y 或 $z。',
    ],
  ),
  CSBN_FORM: remedy(
    2,
    ['A unified book number has another form', '统一书号格式不符'],
    ['Books of 1956 to 1986 are joined by it.', '1956–1986 年的图书靠它合并。'],
    ['Write it as 10019·1234 in CNMARC 091.', '请在 CNMARC 091 中著录为 10019·1234 的形式。'],
  ),
  DATE_NOT_UNDERSTOOD: remedy(
    4,
    ['No year can be read in a date', '日期中无法识别年份'],
    ['The record is missing from filters and sorting by year.', '按年份筛选和排序时会缺少该记录。'],
    [
      'State a year: 1985, [1998?], 民国二十三年; code it in 008/07-10 or 100$a/9-12.',
      '请著录年份，如 1985、[1998?]、民国二十三年，并填写 008/07-10 或 100$a/9-12。',
    ],
  ),
  LANGUAGE_UNKNOWN: remedy(
    3,
    ['A language code is not of ISO 639-2', '语种代码不是 ISO 639-2'],
    ['The record is missing from the filter by language.', '按语种筛选时会缺少该记录。'],
    [
      'Write chi, eng, jpn … in 041$a and 008/35-37, CNMARC 101$a.',
      '请在 041$a 和 008/35-37、CNMARC 101$a 中著录 chi、eng、jpn 等。',
    ],
  ),
  CLC_FORM: remedy(
    2,
    ['A number of 中图法 has another form', '中图分类号格式不符'],
    ['Browsing by class passes the record over.', '按分类浏览时会略过该记录。'],
    [
      'Correct 690$a (MARC 21: 084 with $2 clc): a class letter, then digits.',
      '请更正 690$a（MARC 21 为 084 $2 clc）：大类字母后接数字。',
    ],
  ),
  LINK_NOT_WEB: remedy(
    4,
    ['A link is no web address', '链接不是网址'],
    ['Readers cannot follow it.', '读者无法打开。'],
    ['Write the whole address with https:// in 856$u.', '请在 856$u 中写出以 https:// 开头的完整网址。'],
  ),
}
