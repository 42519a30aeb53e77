import { type Remedies, remedy } from './remedy.js'

/** What stands in the fields of a MARC record. */
export const marcContentRemedies: Remedies = {
  MARC_CLASSIFICATION: remedy(
    3,
    ['A record of a classification scheme', '分类表记录'],
    [
      'Leader/06 is w: the record describes a class. The catalogue holds publications, names and holdings; readers miss nothing.',
      '头标 06 位为 w，该记录描述的是类目。目录只收出版物、名称和馆藏，读者不受影响。',
    ],
    [
      'Leave the classification file out of the export; if this is a publication, correct leader/06 and add 245.',
      '请从导出中去掉分类表文件；若确为出版物，请改正头标 06 位并补录 245。',
    ],
  ),
  MARC_CONTROL_FIELD_SUBFIELDS: remedy(
    2,
    ['A control field holds subfields', '控制字段含子字段'],
    ['Their text was joined; a number in it may not be found.', '其文字已合并，其中的号码可能检索不到。'],
    [
      'Move the subfields to a data field, and leave text alone in 001 to 009.',
      '请将子字段移至数据字段，001–009 只保留文字。',
    ],
  ),
  MARC_INDICATORS_WRONG: remedy(
    2,
    ['A data field does not begin with two indicators', '数据字段未以两位指示符开头'],
    [
      'The field was read as far as it could be; its first characters may be lost.',
      '字段已尽量读取，开头的字符可能丢失。',
    ],
    [
      'Give the field two indicators (blanks where none is defined) and export again.',
      '请为字段补足两位指示符（未定义者为空格）后重新导出。',
    ],
  ),
  MARC_INDICATOR_CHARACTER: remedy(
    1,
    ['An indicator is neither digit, small letter nor blank', '指示符不是数字、小写字母或空格'],
    ['Readers notice nothing; other systems may refuse it.', '读者不受影响，其他系统可能拒收。'],
    ['Set the indicator to a value of the format.', '请按格式规定改正指示符。'],
  ),
  MARC_SUBFIELD_CODE_MISSING: remedy(
    2,
    ['A subfield has no code', '子字段缺少代码'],
    ['What follows the bare delimiter was left out.', '空分隔符之后的内容已略去。'],
    [
      'Delete the delimiter, or write the code that belongs after it.',
      '请删除多余的分隔符，或补上子字段代码。',
    ],
  ),
  MARC_SUBFIELD_MISSING: remedy(
    3,
    ['A data field has no subfields', '数据字段没有子字段'],
    [
      'Its text was kept whole, and cannot be told apart into title, name or number.',
      '其文字整体保留，无法区分题名、名称或号码。',
    ],
    ['Divide the text into subfields, at least $a.', '请将文字划分为子字段，至少应有 $a。'],
  ),
  MARC_001_COUNT: remedy(
    4,
    ['There is not exactly one 001', '001 字段不是有且仅有一个'],
    [
      'Without a number of its own the record is known by its content: changed, it counts as another record.',
      '没有控制号的记录只能凭内容识别，内容一变便被视为另一条记录。',
    ],
    ['Export the control number of your system in one 001.', '请在导出时写入唯一的 001 控制号。'],
  ),
  MARC_TITLE_COUNT: remedy(
    6,
    ['There is not exactly one title field', '题名字段不是有且仅有一个'],
    [
      'Without 245 (CNMARC 200) the record is set aside; with two, readers see the first alone as its title.',
      '缺少 245（CNMARC 200）的记录会被隔离；有两个时，读者只能看到第一个题名。',
    ],
    [
      'Keep one title proper; move others to 246 or 740 (CNMARC 5XX).',
      '请只保留一个正题名，其余移至 246、740（CNMARC 5XX）。',
    ],
  ),
  MARC_CODED_LENGTH: remedy(
    3,
    ['The coded field has another length', '编码字段长度不符'],
    [
      'Language, country and year are read by position in 008 (CNMARC 100$a); shifted, they are wrong.',
      '语种、国别和年份按 008（CNMARC 100$a）的位置读取，错位即有误。',
    ],
    [
      'Fill 008 to 40 characters (holdings 32), 100$a to 36, blanks and fill characters included. Editors that strip blanks are the usual cause.',
      '008 应补足 40 个字符（馆藏 32 个），100$a 应为 36 个，包括空格和填充符；常见原因是编辑器删去了空格。',
    ],
  ),
}
