import { type Remedies, remedy } from './remedy.js'

/** Title lists of KBART. */
export const kbartRemedies: Remedies = {
  KBART_COLUMNS: remedy(
    8,
    ['A row has more cells than the list has labels', '行的单元格多于列名'],
    [
      'A tab inside a cell moves all that follows under the wrong label, so nothing of the row was taken.',
      '单元格内的制表符使其后内容全部错位，因此该行未被采用。',
    ],
    [
      'Take the tab out of the cell, or put the cell in quotation marks, and send the list again.',
      '请删除单元格内的制表符或为该单元格加引号，然后重新发送清单。',
    ],
  ),
  KBART_IDENTIFIER_FORM: remedy(
    5,
    ['An identifier is no ISSN or ISBN', '标识符不是 ISSN 或 ISBN'],
    ['Link resolvers do not match the title.', '链接解析无法匹配该题名。'],
    [
      'Write ISSNs with their hyphen and ISBNs as text: spreadsheets turn long numbers into 9.78E+12.',
      'ISSN 应带连字符，ISBN 应存为文本，以免电子表格变成 9.78E+12。',
    ],
  ),
  KBART_DATE_FORM: remedy(
    3,
    ['A date is not of ISO 8601', '日期不符合 ISO 8601'],
    ['Coverage by year may be wrong.', '按年份判断收录可能出错。'],
    ['Write YYYY, YYYY-MM or YYYY-MM-DD.', '请写作 YYYY、YYYY-MM 或 YYYY-MM-DD。'],
  ),
  KBART_DATES_ORDER: remedy(
    5,
    ['Coverage ends before it begins', '收录截止早于起始'],
    ['Readers are told that nothing can be read.', '读者会被告知无可阅读。'],
    ['Correct the first or the last date.', '请更正起止日期。'],
  ),
  KBART_MONOGRAPH_COVERAGE: remedy(
    2,
    ['A book has dates of coverage', '图书填有收录日期'],
    ['It may be taken for a journal.', '可能被当作期刊。'],
    [
      'Move the date to date_monograph_published_print or …_online.',
      '请将日期移至 date_monograph_published_print 或 …_online。',
    ],
  ),
  KBART_NUMBER_WORDS: remedy(
    1,
    ['Words stand in a volume or issue', '卷期中含文字'],
    ['Coverage cannot be computed with.', '无法据以计算收录范围。'],
    ['Write the number alone: 12, not vol. 12.', '只写数字：12，不写 vol. 12。'],
  ),
  KBART_DEPTH: remedy(
    2,
    ['coverage_depth has another word', 'coverage_depth 用词不符'],
    ['Readers may expect full text where there is none.', '读者可能误以为有全文。'],
    ['Write fulltext, selected articles or abstracts.', '请写 fulltext、selected articles 或 abstracts。'],
  ),
  KBART_TYPE: remedy(
    3,
    ['publication_type has another word', 'publication_type 用词不符'],
    ['Books and journals may be taken for each other.', '图书与期刊可能混淆。'],
    ['Write serial or monograph, in small letters.', '请写 serial 或 monograph，小写。'],
  ),
  KBART_ACCESS: remedy(
    3,
    ['access_type is neither F nor P', 'access_type 既非 F 也非 P'],
    ['Free titles may be shown as licensed.', '免费题名可能显示为须授权。'],
    ['Write F for free, P for paid.', '免费写 F，付费写 P。'],
  ),
  KBART_EMBARGO: remedy(
    3,
    ['The embargo cannot be read', '时滞无法识别'],
    ['Readers are led to issues that are not open yet.', '读者会被引向尚未开放的卷期。'],
    ['Write P1Y, R180D …; join two by a semicolon.', '请写 P1Y、R180D 等，两个之间用分号。'],
  ),
  KBART_MONOGRAPH_UNDATED: remedy(
    3,
    ['A book has no date of publication', '图书没有出版日期'],
    ['Filters and sorting by year pass it over.', '按年份筛选和排序时会略过。'],
    [
      'Fill date_monograph_published_print or …_online.',
      '请填写 date_monograph_published_print 或 …_online。',
    ],
  ),
  KBART_URL: remedy(
    6,
    ['title_url is no address, or a library’s proxy', 'title_url 不是网址，或经过某馆代理'],
    ['Readers of other libraries cannot open the title.', '其他馆的读者无法打开。'],
    [
      'Write the publisher’s own address with https://, without a proxy before it.',
      '请填写出版商自己的 https:// 网址，不加代理前缀。',
    ],
  ),
}
