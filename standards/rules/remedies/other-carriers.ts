import { type Remedies, remedy } from './remedy.js'

/** Text carriers of MARC, PICA+, MAB2, MODS and a library's own tables. */
export const otherCarrierRemedies: Remedies = {
  RECORD_TOO_LARGE: remedy(
    10,
    ['The record does not end', '记录没有结束'],
    [
      'No record is this long: a line end, a blank line between records or a closing quote is missing. It is set aside.',
      '不可能有这么长的记录：缺少换行、记录间的空行或结束引号。该记录已隔离。',
    ],
    [
      'Export the file again; in a table, close each quote or double it inside a cell.',
      '请重新导出该文件；表格中的引号须成对，单元格内的引号须写两次。',
    ],
  ),
  TEXT_LINES_STRAY: remedy(
    6,
    ['Lines that belong to no record', '不属于任何记录的行'],
    [
      'They say something, but no line before them opens a record; what they describe is not in the catalogue.',
      '这些行有内容，但此前没有开始一条记录的行，其内容未进入目录。',
    ],
    [
      'Look at the end of the record before them: a first line was lost there. A heading of the file can be taken out.',
      '请查看其前一条记录的末尾：此处缺失了记录的首行。若只是文件标题，可将其删去。',
    ],
  ),
  MARC_LINE_SKIPPED: remedy(
    2,
    ['A line is no field', '有一行不是字段'],
    ['It stands before the first field of the record and was left out.', '该行位于首个字段之前，已略去。'],
    [
      'Take headings out of the file, or part them from the records by a blank line.',
      '请删除文件中的标题行，或用空行与记录隔开。',
    ],
  ),
  MARC_MNEMONIC_UNKNOWN: remedy(
    3,
    ['A name in braces is no character', '花括号中的名称不是字符'],
    ['It stands in the text as written, and readers see it.', '该名称原样留在文字中，读者会看到。'],
    [
      'Write the character itself in UTF-8, or its name in the MARCMaker table; a brace is {lcub}.',
      '请直接以 UTF-8 写出该字符，或使用 MARCMaker 字符表中的名称；花括号写作 {lcub}。',
    ],
  ),
  JSON_CONTROL_CHARACTER: remedy(
    2,
    ['A line end stands inside a JSON text', 'JSON 文字中有换行'],
    [
      'It was read as a blank; strict readers refuse the whole file.',
      '已视为空格；严格的程序会拒收整个文件。',
    ],
    ['Write it as \\n, or take it out.', '请写作 \\n，或删除。'],
  ),
  PICA_INVALID: remedy(
    10,
    ['The record holds no field of PICA+', '记录中没有 PICA+ 字段'],
    ['Nothing in it could be read; it is set aside.', '无法读取任何内容，记录已隔离。'],
    [
      'Export as PICA+ normalised or PICA Plain, not as PICA3.',
      '请以 PICA+（normalised 或 Plain）导出，不要用 PICA3。',
    ],
  ),
  MAB2_INVALID: remedy(
    10,
    ['The record holds no field of MAB2', '记录中没有 MAB2 字段'],
    ['Nothing in it could be read; it is set aside.', '无法读取任何内容，记录已隔离。'],
    ['Export as MAB2 band or diskette format, or MAB XML.', '请以 MAB2 磁带或软盘格式、或 MAB XML 导出。'],
  ),
  MODS_INVALID: remedy(
    10,
    ['The record holds no MODS', '记录中没有 MODS'],
    ['Its XML has no element "mods"; it is set aside.', 'XML 中没有 mods 元素，记录已隔离。'],
    [
      'Harvest with metadataPrefix mods, or state the format that the file is in.',
      '请以 metadataPrefix=mods 收割，或注明文件的实际格式。',
    ],
  ),
  TABLE_UNREADABLE: remedy(
    10,
    ['The row has no labels', '数据行没有列标题'],
    ['What its cells mean cannot be told; it is set aside.', '无法得知各单元格的含义，记录已隔离。'],
    [
      'Send the row again with the line of labels above it, separated by tabs.',
      '请连同列标题行一起重新发送，以制表符分隔。',
    ],
  ),
}
