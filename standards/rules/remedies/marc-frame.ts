import { type Remedies, remedy } from './remedy.js'

const exportAgain: [string, string] = [
  'Export the record again with a tool that computes leader and directory; do not edit the octets by hand.',
  '请用能自动计算头标区和目次区的工具重新导出该记录，不要手工改动字节。',
]

/** The frame of an ISO 2709 record: leader, directory, separators. */
export const marcFrameRemedies: Remedies = {
  MARC_INVALID: remedy(
    10,
    ['No MARC record can be read here', '此处无法读出 MARC 记录'],
    [
      'Neither the directory nor the separators say where the fields are. Nothing of it can be searched.',
      '目次区和分隔符都无法说明字段的位置，整条记录不能检索。',
    ],
    [
      'Open the record in its own system and export it again. If the file was cut or sent as text, send it anew in binary.',
      '请在原系统中打开该记录并重新导出；如文件被截断或以文本方式传输，请改用二进制方式重新发送。',
    ],
  ),
  MARC_LEADER_BLANK: remedy(
    2,
    ['The leader is blank', '头标区为空白'],
    [
      'Type of record, level and character set are unknown; the gateway guesses them.',
      '记录类型、级别和字符集不明，网关只能推测。',
    ],
    [
      'Fill the leader in the cataloguing module, or correct the export profile that leaves it out.',
      '请在编目模块中补全头标区，或修正导出设置。',
    ],
  ),
  MARC_LEADER_WRONG: remedy(
    2,
    ['The leader is not 24 plain characters', '头标区不是 24 个普通字符'],
    [
      'Characters in the leader were read as blanks; what they coded is lost.',
      '头标区中的异常字符已视为空格，其所表示的信息丢失。',
    ],
    [
      'Correct the leader in the cataloguing module and export again.',
      '请在编目模块中更正头标区后重新导出。',
    ],
  ),
  MARC_LEADER_FIXED: remedy(
    1,
    ['A fixed position of the leader has another value', '头标区固定位置的值不符'],
    [
      'Readers notice nothing; stricter systems refuse the record.',
      '读者不受影响，但要求严格的系统会拒收该记录。',
    ],
    [
      'Set the constant in the export profile: it is the same for every record (indicator count 2, subfield code length 2, entry map 45).',
      '请在导出设置中改正该常数，它对每条记录都相同（指示符长度 2、子字段标识符长度 2、款目结构 45）。',
    ],
  ),
  MARC_LEADER_CODE: remedy(
    2,
    ['A code of the leader is not in its list', '头标区代码不在代码表内'],
    [
      'Filters by type and level rest on these codes; a wrong one puts the record in the wrong place or in none.',
      '按类型和级别筛选依赖这些代码，代码有误的记录会归错类或无法归类。',
    ],
    [
      'Choose the code from the list of the format in the cataloguing module; mend many at once with a global change.',
      '请在编目模块中按格式规定选用代码；数量多时可用批量修改。',
    ],
  ),
  MARC_LENGTH_WRONG: remedy(
    2,
    ['The stated length is not the real one', '所记长度与实际不符'],
    [
      'The gateway went by the separators; other systems lose this record or the one after it.',
      '网关已按分隔符读取；其他系统可能丢失本条或下一条记录。',
    ],
    [
      `${exportAgain[0]} The usual cause is a length counted in characters before a change to UTF-8.`,
      `${exportAgain[1]}常见原因是转换为 UTF-8 之前按字符计数。`,
    ],
  ),
  MARC_BASE_WRONG: remedy(
    2,
    ['The base address of data is wrong', '数据基地址有误'],
    [
      'The gateway found the data by the separators; other systems read fields at the wrong place.',
      '网关已按分隔符找到数据；其他系统会在错误的位置读取字段。',
    ],
    exportAgain,
  ),
  MARC_DIRECTORY_BROKEN: remedy(
    3,
    ['The directory does not fit the fields', '目次区与字段不符'],
    [
      'Fields were taken in order, by their separators; one may stand under the wrong tag.',
      '字段已按分隔符依次读取，可能有字段归于错误的标识。',
    ],
    exportAgain,
  ),
  MARC_ENTRY_NOT_NUMERIC: remedy(
    3,
    ['A directory entry has letters for numbers', '目次区款目含非数字'],
    ['The field of this entry may be lost.', '该款目所指字段可能丢失。'],
    exportAgain,
  ),
  MARC_TAG_WRONG: remedy(
    3,
    ['A tag is not three letters or digits', '字段标识不是三位字母或数字'],
    ['Nobody knows what the field is; it is passed over.', '无法判断该字段的含义，已略过。'],
    [
      'Correct the tag in the cataloguing module. A tag damaged in every record points to the export.',
      '请在编目模块中更正字段标识；若每条记录都如此，则是导出程序的问题。',
    ],
  ),
  MARC_FIELD_OUTSIDE: remedy(
    4,
    ['A field is said to lie outside the record', '字段位置超出记录'],
    ['The record was cut, or its directory is another record’s.', '记录被截断，或目次区属于另一条记录。'],
    exportAgain,
  ),
  MARC_FIELDS_OVERLAP: remedy(
    3,
    ['Fields overlap', '字段重叠'],
    ['Text of one field may stand in another.', '一个字段的内容可能混入另一个字段。'],
    exportAgain,
  ),
  MARC_FIELD_UNTERMINATED: remedy(
    3,
    ['A field does not end with its separator', '字段未以分隔符结束'],
    ['Two fields may have run together.', '两个字段可能连在一起。'],
    exportAgain,
  ),
  MARC_NO_TERMINATOR: remedy(
    3,
    ['The record does not end with its terminator', '记录没有结束符'],
    [
      'The end of the record was guessed; where a file was cut, its last record is not whole.',
      '记录的结尾系推测；若文件被截断，最后一条记录并不完整。',
    ],
    [
      'Export or transfer the file again, in binary, and compare its size.',
      '请重新导出或以二进制方式传输文件，并核对大小。',
    ],
  ),
  MARC_FIELDS_LOST: remedy(
    5,
    ['Fields named in the directory are not in the data', '目次区所列字段在数据中缺失'],
    ['What the lost fields said cannot be searched.', '丢失的字段内容无法检索。'],
    [
      'Compare the record with the one in its system and export it again.',
      '请与原系统中的记录核对后重新导出。',
    ],
  ),
  MARC_SEPARATOR_IN_FIELD: remedy(
    2,
    ['A field holds a separator inside its text', '字段文字中夹有分隔符'],
    ['It was read as a space.', '已视为空格。'],
    [
      'Delete the control character from the text of the field, and export again.',
      '请删除该字段文字中的控制字符后重新导出。',
    ],
  ),
  MARC_FIELD_FORM: remedy(
    3,
    ['A field of MARC-in-JSON has not the form of one', 'MARC-in-JSON 字段格式不符'],
    ['The field was left out.', '该字段已略去。'],
    [
      'Write each field as {"TAG": "text"} or {"TAG": {"ind1", "ind2", "subfields": [{"a": "…"}]}}.',
      '每个字段应写作 {"字段号": "文字"} 或 {"字段号": {"ind1", "ind2", "subfields": [{"a": "…"}]}}。',
    ],
  ),
}
