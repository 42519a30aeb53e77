import { type Remedies, remedy } from './remedy.js'

/** Character sets, XML, JSON, tables and OAI-PMH: what the record came in. */
export const carrierRemedies: Remedies = {
  ENCODING_NOT_AS_DECLARED: remedy(
    2,
    ['The stated character set is not the real one', '声明的字符集与实际不符'],
    [
      'The gateway read the octets as what they are; systems that trust the statement show garbled text.',
      '网关已按实际编码读取；轻信声明的系统会显示乱码。',
    ],
    [
      'Set leader/09 (MARC 21) or 100$a/26-29 (CNMARC) to what is exported, best UTF-8.',
      '请使头标区 09（MARC 21）或 100$a/26-29（CNMARC）与导出编码一致，最好用 UTF-8。',
    ],
  ),
  ENCODING_GUESSED: remedy(
    3,
    ['The character set was guessed', '字符集系推测'],
    [
      'No statement and no sure sign said how to read the octets; names and titles may be garbled.',
      '没有声明，也没有可靠依据，人名和题名可能有乱码。',
    ],
    ['Export as UTF-8 and say so in the record.', '请以 UTF-8 导出，并在记录中注明。'],
  ),
  ENCODING_BYTES_REPLACED: remedy(
    6,
    ['Octets could not be read as characters', '有字节无法识别为字符'],
    [
      'Each stands as U+FFFD; the word it stood in cannot be found.',
      '这些字节以 U+FFFD 代替，所在的词无法检索。',
    ],
    [
      'Correct the characters in the cataloguing module and export as UTF-8; if many records have them, the conversion of the whole file is at fault.',
      '请在编目模块中更正这些字符并以 UTF-8 导出；若涉及大量记录，应检查整个文件的转码。',
    ],
  ),
  ENCODING_MIXED: remedy(
    5,
    ['Fields of one record are in different character sets', '同一记录的字段使用了不同的字符集'],
    [
      'Each field was read as what it is; systems that read the record as one show some of it garbled.',
      '网关已逐字段识别编码；按单一编码读取的系统会显示部分乱码。',
    ],
    [
      'Look for the field’s origin (a copied record, an older import), and export the whole record as UTF-8.',
      '请查明该字段的来源（套录或早期导入），并将整条记录以 UTF-8 导出。',
    ],
  ),
  ENCODING_MOJIBAKE: remedy(
    7,
    ['Text was stored after it had been misread', '文字在存入前已被误读'],
    [
      'It was garbled before it came here. What can be undone with certainty the gateway shows mended; your own catalogue still shows it garbled.',
      '文字在发送前已成乱码。能确定还原的，网关已还原显示；贵馆目录中仍为乱码。',
    ],
    [
      'Correct the fields in the cataloguing module, and find the import that read them in the wrong character set: others came with them.',
      '请在编目模块中更正这些字段，并查找以错误编码读取数据的那次导入：同批记录可能有同样问题。',
    ],
  ),
  ENCODING_LOST: remedy(
    7,
    ['Characters were lost before the record came', '字符在发送前已经丢失'],
    [
      'Question marks or replacement characters stand where the text stood; nothing can bring it back from here.',
      '原文处只剩问号或替代字符，网关无法恢复。',
    ],
    [
      'Restore the text in the cataloguing module from the item or another catalogue, and see that exports keep Unicode.',
      '请据原书或其他目录在编目模块中补回文字，并确认导出时保留 Unicode。',
    ],
  ),
  ENCODING_UNKNOWN_SET: remedy(
    6,
    ['A character set of MARC-8 has no table here', 'MARC-8 中的某字符集没有对照表'],
    ['Its characters stand as U+FFFD.', '其中的字符以 U+FFFD 代替。'],
    ['Export as UTF-8.', '请以 UTF-8 导出。'],
  ),
  TEXT_DAMAGED: remedy(
    7,
    ['A title has damaged characters', '题名含乱码字符'],
    [
      'Readers who type the title do not find it, and see � where a character stood.',
      '读者输入题名无法检索到，看到的是 � 。',
    ],
    [
      'Restore the title in the cataloguing module and export as UTF-8.',
      '请在编目模块中恢复题名，并以 UTF-8 导出。',
    ],
  ),
  XML_NOT_WELL_FORMED: remedy(
    10,
    ['The XML of the record is not well-formed', '记录的 XML 格式不正确'],
    ['No parser can read it; the record is set aside.', '任何解析器都无法读取，记录已隔离。'],
    [
      'Write XML with a library, not by joining text: close each tag, escape & and <.',
      '请用程序库生成 XML，不要拼接文字：标签须闭合，& 和 < 须转义。',
    ],
  ),
  XML_ENTITY: remedy(
    10,
    ['The XML uses an entity of its own', 'XML 使用了自定义实体'],
    [
      'Entities are never expanded, since they are a known way to attack; the record is set aside.',
      '实体可被用于攻击，网关一律不展开，记录已隔离。',
    ],
    [
      'Write the characters themselves, or numeric references such as &#233;.',
      '请直接写出字符，或使用 &#233; 之类的数字引用。',
    ],
  ),
  XML_ILLEGAL_CHARACTER: remedy(
    2,
    ['The XML holds characters that XML forbids', 'XML 含有不允许的字符'],
    ['They were read as spaces.', '已视为空格。'],
    ['Remove control characters from the text before export.', '请在导出前删除文字中的控制字符。'],
  ),
  XML_AMPERSAND: remedy(
    1,
    ['A bare & stands in the XML', 'XML 中有未转义的 &'],
    ['It was read as the sign itself.', '已按字符 & 读取。'],
    ['Write &amp; in XML.', '在 XML 中应写作 &amp;。'],
  ),
  XML_TOO_DEEP: remedy(
    10,
    ['The XML is nested too deep', 'XML 嵌套过深'],
    ['It was not read further; the record is set aside.', '已停止读取，记录已隔离。'],
    [
      'No metadata needs this depth: look for a template that repeats itself.',
      '元数据无需如此深的嵌套，请检查生成程序是否重复套用模板。',
    ],
  ),
  XML_ATTRIBUTES: remedy(
    10,
    ['An XML element has too many attributes', 'XML 元素属性过多'],
    ['It was not read further; the record is set aside.', '已停止读取，记录已隔离。'],
    ['Write what you have to say as elements.', '请改用元素表达内容。'],
  ),
  XML_TOO_LARGE: remedy(
    10,
    ['An XML record is too large', 'XML 记录过大'],
    [
      'It exceeds what is held in memory for one record; it is set aside with its beginning.',
      '超出单条记录的内存上限，已连同开头部分隔离。',
    ],
    [
      'Leave full text and files out of the metadata, or check whether a closing tag is missing.',
      '请勿在元数据中包含全文或文件，并检查是否缺少结束标签。',
    ],
  ),
  JSON_INVALID: remedy(
    10,
    ['This is not JSON', '不是有效的 JSON'],
    ['The record cannot be read; it is set aside.', '记录无法读取，已隔离。'],
    ['Write JSON with a library and send it in UTF-8.', '请用程序库生成 JSON，并以 UTF-8 发送。'],
  ),
  OAI_IDENTIFIER_MISSING: remedy(
    10,
    ['The OAI header has no identifier', 'OAI 记录头没有标识符'],
    [
      'Without it the record can be neither known again nor deleted; it is set aside.',
      '没有标识符的记录无法再次识别或删除，已隔离。',
    ],
    [
      'Let the repository give each item its identifier (OAI-PMH 2.0 §2.4).',
      '请使仓储为每个条目提供标识符（OAI-PMH 2.0 §2.4）。',
    ],
  ),
  OAI_METADATA_MISSING: remedy(
    10,
    ['The OAI record has no metadata', 'OAI 记录没有元数据'],
    [
      'It is not marked as deleted, and says nothing; it is set aside.',
      '既未标记为删除，又没有内容，已隔离。',
    ],
    [
      'Give the metadata, or status="deleted" in the header.',
      '请提供元数据，或在记录头中标记 status="deleted"。',
    ],
  ),
  OAI_RECORD_UNAVAILABLE: remedy(
    10,
    ['The provider lists a record that it does not give', '提供方列出了却不给出该记录'],
    [
      'The page it stands in cannot be read, and asked for by itself it does not come either; it is set aside.',
      '它所在的页面无法读取，单独请求也得不到，已隔离。',
    ],
    [
      'Ask the repository for it with verb=GetRecord, and mend what the repository’s log says of it; or mark it as deleted.',
      '请以 verb=GetRecord 向仓储请求该记录，按仓储日志修正；或将其标记为删除。',
    ],
  ),
  DC_EMPTY: remedy(
    10,
    ['The Dublin Core has no element', 'Dublin Core 没有元素'],
    ['There is nothing to describe; the record is set aside.', '没有可著录的内容，记录已隔离。'],
    [
      'Export at least dc:title, in the namespace http://purl.org/dc/elements/1.1/.',
      '请至少导出 dc:title，命名空间为 http://purl.org/dc/elements/1.1/。',
    ],
  ),
  KBART_UNREADABLE: remedy(
    10,
    ['The rows are no title list', '不是题名列表'],
    ['The title cannot be read; it is set aside.', '该题名无法读取，已隔离。'],
    [
      'Send a header line of KBART labels and rows separated by tabs.',
      '请提供一行 KBART 标签，数据以制表符分隔。',
    ],
  ),
}
