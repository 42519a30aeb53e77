/**
 * What runs note, and why they wait or ended, in Chinese. A note is a sentence, kept as it was written, of whatever
 * adapter: so it is known again by its words. `{}` stands for what differs, `{1}` for the first of these. What is not
 * here is shown as it came.
 */
export const sentences: readonly (readonly [en: string, zh: string])[] = [
  // What became of records
  ['Went on after {} records of an earlier attempt.', '接续上次中断的运行，此前已读取 {1} 条记录。'],
  ['Went on after 1 record of an earlier attempt.', '接续上次中断的运行，此前已读取 1 条记录。'],
  [
    'Of {} read none could be accepted; all are in quarantine, by cause: shulian quarantine groups --source {}',
    '读取的 {1} 条记录均未被接收，全部已隔离，按原因查看：shulian quarantine groups --source {2}',
  ],
  [
    'The 1 record read could not be accepted; it is in quarantine, with its reason: shulian quarantine groups --source {}',
    '读取的 1 条记录未被接收，已隔离并注明原因：shulian quarantine groups --source {1}',
  ],
  [
    'RECORD_REPLACED: records came under an identifier that another record of this run had already, and are not the same; of each the last one stands. The first: {}. If they are different records, give each an identifier (001) of its own.',
    'RECORD_REPLACED：本次运行中有不同的记录使用了相同的标识号，各以最后一条为准。最前面的几个：{1}。若确为不同的记录，请为每条记录分配各自的标识号（001）。',
  ],
  [
    'What was sent in place of number {} was refused too, and is not kept: {}: {}',
    '为替换编号 {1} 而提交的内容同样被拒绝，未予保留：{2}：{3}',
  ],
  [
    'LINKS_OPEN: holdings records that name no bibliographic record of this source (004, 014): {} of {}; headings that name no authority record of it ($0, $3): {} of {}. They are kept, and linked when it comes.',
    'LINKS_OPEN：{2} 条馆藏记录中有 {1} 条找不到本来源的书目记录（004、014），{4} 个标目中有 {3} 个找不到本来源的规范记录（$0、$3）。它们已保留，待相应记录到来后自动关联。',
  ],
  [
    'INDEX_BEHIND: the search engine refused {} batches of works ({}). Once it is well: shulian reconcile',
    'INDEX_BEHIND：检索引擎拒绝了 {1} 批作品（{2}）。引擎恢复后请运行：shulian reconcile',
  ],
  [
    'INDEX_BEHIND: the search engine refused 1 batch of works ({}). Once it is well: shulian reconcile',
    'INDEX_BEHIND：检索引擎拒绝了 1 批作品（{1}）。引擎恢复后请运行：shulian reconcile',
  ],
  ['More was noted than is kept; the log has it.', '说明过多，未全部保留；完整内容见日志。'],
  // Deletions
  ['The source deleted {} of {} records.', '来源删除了 {2} 条记录中的 {1} 条。'],
  ['{} of {} records are absent from this full list.', '此完整清单中缺少 {2} 条记录中的 {1} 条。'],
  ['1 of {} records is absent from this full list.', '此完整清单中缺少 {1} 条记录中的 1 条。'],
  [
    'HARVEST_SHRINK: The source deleted {} of {} records. The run deleted nothing of that: a person decides. See: shulian runs show {}; then accept or refuse it.',
    'HARVEST_SHRINK：来源要求删除 {2} 条记录中的 {1} 条。运行时均未删除，由人工决定。请查看：shulian runs show {3}，然后决定执行删除（accept）或保留记录（refuse）。',
  ],
  [
    'HARVEST_SHRINK: {} of {} records are absent from this full list. The run deleted nothing of that: a person decides. See: shulian runs show {}; then accept or refuse it.',
    'HARVEST_SHRINK：此完整清单中缺少 {2} 条记录中的 {1} 条。运行时均未删除，由人工决定。请查看：shulian runs show {3}，然后决定执行删除（accept）或保留记录（refuse）。',
  ],
  [
    'HARVEST_SHRINK: 1 of {} records is absent from this full list. The run deleted nothing of that: a person decides. See: shulian runs show {}; then accept or refuse it.',
    'HARVEST_SHRINK：此完整清单中缺少 {1} 条记录中的 1 条。运行时均未删除，由人工决定。请查看：shulian runs show {2}，然后决定执行删除（accept）或保留记录（refuse）。',
  ],
  [
    '1 of {} records is absent from this full list, but it also has records that could not be read and do not say which they are: nothing was deleted for being absent. See: shulian quarantine list',
    '此完整清单中缺少 {1} 条记录中的 1 条，但清单中另有无法读取、标识不明的记录，因此未删除任何记录。请查看：shulian quarantine list',
  ],
  [
    '{} of {} records are absent from this full list, but it also has records that could not be read and do not say which they are: nothing was deleted for being absent. See: shulian quarantine list',
    '此完整清单中缺少 {2} 条记录中的 {1} 条，但清单中另有无法读取、标识不明的记录，因此未删除任何记录。请查看：shulian quarantine list',
  ],
  [
    '{} records were absent for the first time; absent once more, they are deleted.',
    '{1} 条记录首次缺失；若下次仍缺失，将被删除。',
  ],
  [
    '1 record was absent for the first time; absent once more, it is deleted.',
    '1 条记录首次缺失；若下次仍缺失，将被删除。',
  ],
  ['1 record was absent for the second time and is deleted.', '1 条记录连续两次缺失，已删除。'],
  ['{} records were absent for the second time and are deleted.', '{1} 条记录连续两次缺失，已删除。'],
  // Harvests
  [
    'metadataPrefix or set in the settings changed: everything is read anew.',
    '设置中的 metadataPrefix 或 set 已更改：全部重新读取。',
  ],
  [
    'The resumption token was no longer accepted: the window from {} was restarted.',
    '续传标记已失效：自 {1} 起的时段重新读取。',
  ],
  ['The resumption token was no longer accepted: the window was restarted.', '续传标记已失效：重新读取。'],
  [
    'A page could not be read: records are listed by their identifiers and asked for one by one.',
    '有一页无法读取：改为先列出标识号，再逐条请求记录。',
  ],
  [
    'A page was not well-formed XML: its records were read one by one, {} asked for again, {} remain broken.',
    '有一页不是格式良好的 XML：其记录已逐条读取，重新请求 {1} 条，仍有 {2} 条损坏。',
  ],
  [
    'A page was not well-formed XML: its records were read one by one, {} asked for again, 1 remains broken.',
    '有一页不是格式良好的 XML：其记录已逐条读取，重新请求 {1} 条，仍有 1 条损坏。',
  ],
  ['The member said 1 record and sent {}.', '成员系统称有 1 条记录，实际发送 {1} 条。'],
  ['The member said {} records and sent {}.', '成员系统称有 {1} 条记录，实际发送 {2} 条。'],
  [
    'The answers bear no valid responseDate: the next harvest reads this window again.',
    '响应中没有有效的 responseDate：下次收割将重新读取此时段。',
  ],
  [
    "The server's clock ({}) is ahead of ours: the next harvest begins where ours stood, and reads some records again.",
    '服务器时钟（{1}）比本系统快：下次收割从本系统的时间开始，部分记录会再读一次。',
  ],
  [
    "The repository's earliest datestamp ({}) is later than the last harvest ({}): it was built anew. What it no longer has shows only in a full harvest (--full).",
    '仓储的最早日期戳（{1}）晚于上次收割（{2}），说明仓储已重建。其中不再有的记录只有通过完整收割（--full）才能发现。',
  ],
  [
    'The repository keeps no deletions (deletedRecord: {}): what is gone shows only in a full harvest (--full).',
    '仓储不保留删除信息（deletedRecord: {1}）：已删除的记录只有通过完整收割（--full）才能发现。',
  ],
  [
    'The repository keeps deletions for a time only (deletedRecord: {}): what is gone shows only in a full harvest (--full).',
    '仓储只在一段时间内保留删除信息（deletedRecord: {1}）：已删除的记录只有通过完整收割（--full）才能发现。',
  ],
  [
    'Pages declare {}, and are UTF-8; they were read as such. Ask the member to mend the declaration.',
    '页面声明为 {1}，实际为 UTF-8，已按 UTF-8 读取。请成员修正声明。',
  ],
  [
    'Pages hold octets that are not UTF-8; they stand as U+FFFD. Ask the member to mend them.',
    '页面中有不属于 UTF-8 的字节，以 U+FFFD 代替。请成员修正。',
  ],
  [
    'Pages came in {} instead of UTF-8 (OAI-PMH 2.0 §3.2) and were read as such.',
    '页面编码为 {1}，而非 UTF-8（OAI-PMH 2.0 §3.2），已按该编码读取。',
  ],
  // What one waits for
  ['as the server asked (Retry-After)', '成员系统要求稍候（Retry-After）'],
  ['before asking again ({})', '稍后重新请求（{1}）'],
  // Files
  ['"{}" was taken for {}: {} ({}).', '“{1}”按 {2} 读取：{3}（{4}）。'],
  [
    '{}: taken as {} ({}). If that is wrong, say what it is: --format {}.',
    '{1}：按 {2} 读取（{3}）。如有误，请指明：--format {4}。',
  ],
  ['Format guessed: {} ({}).', '格式系推断：{1}（{2}）。'],
  ['"{}": columns that are not known are kept as notes: {}.', '“{1}”：无法识别的列已作为附注保留：{2}。'],
  ['"{}" holds no MARC record.', '“{1}”中没有 MARC 记录。'],
  ['"{}" holds no record.', '“{1}”中没有记录。'],
  [
    'The settings no longer name "{}" at this place: reading starts anew.',
    '设置中此处已不再是“{1}”：从头读取。',
  ],
  ["{}: labels that are not KBART's were read as such: {}.", '{1}：非 KBART 标准的列名已按相应列读取：{2}。'],
  ['{}: read as {}; KBART asks for UTF-8.', '{1}：按 {2} 读取；KBART 要求使用 UTF-8。'],
  ['{}: read as {}.', '{1}：按 {2} 读取。'],
  ['{}: some bytes are no UTF-8.', '{1}：部分字节不是 UTF-8。'],
  ['{}: columns that are not known were left out: {}.', '{1}：无法识别的列未读取：{2}。'],
  ['{}: what stands beyond the last label was left out.', '{1}：最后一个列名之后的内容未读取。'],
  [
    '{}: under title_id stands what different titles share, and was not taken for an identifier: {}.',
    '{1}：title_id 中有不同题名共用的值，未作为标识号：{2}。',
  ],
  // Which files, and how records stand in them
  ['{} and {} more', '{1} 等，另有 {2} 个'],
  ['{}, tab-separated table', '{1}（制表符分隔的表格）'],
  ['{}, table', '{1}（表格）'],
  // Why a file was taken for what it is
  ['title field {}', '题名字段 {1}'],
  ['fields that only {} has', '{1} 独有的字段'],
  ['leader and directory of the first record', '首条记录的头标和目次区'],
  ['header with {}, and the file name says KBART', '表头含 {1}，文件名含 KBART'],
  ['header with {}', '表头含 {1}'],
  ['XML in the namespace of Dublin Core', '都柏林核心命名空间的 XML'],
  ['tags of PICA+ (021A, 003@ …)', 'PICA+ 的字段号（021A、003@ 等）'],
  ['arrays that begin with tags of PICA+', '以 PICA+ 字段号开头的数组'],
  ['a leader of MAB2 (M2.0)', 'MAB2 的头标（M2.0）'],
  ['elements or a leader of MAB2', 'MAB2 的元素或头标'],
  ['elements of MODS', 'MODS 的元素'],
  [
    'the namespace of MARC 21, though no field that MARC 21 alone has',
    'MARC 21 的命名空间，但没有 MARC 21 独有的字段',
  ],
]

const gap = '{}'
const known = sentences.map(([en, zh]) => ({ pieces: en.split(gap), zh }))

/** A note in Chinese; as it came where its sentence is not known. */
export const chineseOf = (note: string): string => {
  for (const { pieces, zh } of known) {
    const parts = partsOf(note, pieces)
    if (parts) return zh.replace(/\{(\d)\}/g, (_, at) => chineseOf(parts[Number(at) - 1] ?? ''))
  }
  return note
}

/** What stands in the gaps between the pieces; null where the text is another. */
const partsOf = (text: string, pieces: readonly string[]): string[] | null => {
  const [first = '', ...others] = pieces
  if (!text.startsWith(first)) return null
  const parts: string[] = []
  let from = first.length
  for (const [at, piece] of others.entries()) {
    const isLast = at === others.length - 1
    const to = isLast ? text.length - piece.length : text.indexOf(piece, from)
    if (to <= from || !text.endsWith(piece, to + piece.length)) return null
    parts.push(text.slice(from, to))
    from = to + piece.length
  }
  return from === text.length ? parts : null
}
