import t from 'tap'
import { cut, fold, foldWords } from './folding.js'

const cases: [text: string, tokens: string, why: string][] = [
  ['紅樓夢', '红 楼 梦', 'traditional is simplified'],
  ['红楼梦：一百二十回', '红 楼 梦 一 百 二 十 回', 'punctuation separates'],
  ['後漢書 臺灣 爲 裡 裏 羣', '后 汉 书 台 湾 为 里 里 群', 'variants'],
  [
    '钱锺书 錢鍾書 钱钟书 朱镕基 朱鎔基 朱熔基',
    '钱 钟 书 钱 钟 书 钱 钟 书 朱 镕 基 朱 镕 基 朱 镕 基',
    'variants in names',
  ],
  ['翁同龢 北堂書鈔 囯 淸 砲 氷 柟', '翁 同 和 北 堂 书 钞 国 清 炮 冰 楠', 'variants of old prints'],
  ['ＡＢＣ１２３　ﾃﾞｰﾀ', 'abc 123 デ ー タ', 'full and half width'],
  ['HTML5 10g', 'html 5 10 g', 'letters and digits part'],
  ['図書館 経済 沢 圖書館 經濟 澤', '图 书 馆 经 济 泽 图 书 馆 经 济 泽', 'Japanese forms'],
  ['芸香 沪', '芸 香 沪', 'Japanese forms that are other words in Chinese'],
  ['妳 著作 着作 綫線', '你 着 作 着 作 线 线', 'forms of a region'],
  ['École naïve Ünïcode', 'ecole naive unicode', 'marks on Latin letters'],
  ['E\u0301cole', 'ecole', 'marks that stand apart'],
  ['Straße Ærø Łódź', 'strasse aero lodz', 'letters that do not decompose'],
  ['йод и мир', 'йод и мир', 'й is not и'],
  ['ガ が', 'ガ が', 'nor is が か'],
  ['ΛΌΓΟΣ', 'λόγοσ', 'final sigma'],
  ['Pythonプログラミング入門', 'python プ ロ グ ラ ミ ン グ 入 门', 'kana by characters'],
  ['한국사 연구', '한 국 사 연 구', 'Hangul by syllables'],
  ['한국사'.normalize('NFD'), '한 국 사', 'also where its letters stand apart'],
  ['ｶﾞｲﾄﾞ', 'ガ イ ド', 'half width with voicing'],
  ['Ёлка и берёза', 'елка и береза', 'ё is typed as е'],
  ['الأَدَبُ إدارة مكتبـــة مستشفى', 'الادب اداره مكتبه مستشفي', 'Arabic as readers type it'],
  ['שָׁלוֹם', 'שלום', 'Hebrew without points'],
  ['1998年第2版', '1998 年 第 2 版', 'digits beside Han'],
  ['C++程序设计 C# F#', 'c++ 程 序 设 计 c# f#', 'languages that are signs'],
  ['Ｃ＋＋ Ｆ＃', 'c++ f#', 'also in full width'],
  ["l'histoire d’un", 'l histoire d un', 'an apostrophe separates'],
  ['Saʻdī Kazanʹ', 'sadi kazan', 'signs of romanisation'],
  ['Ⅲ ① ﬁn', 'iii 1 fin', 'compatibility forms'],
  ['ISBN 978-7-02-000220-7', 'isbn 9787020002207', 'ISBN-13'],
  ['9787020002207 978 7 02 000220 7', '9787020002207 9787020002207', 'with blanks and without'],
  [
    '7-02-000220-X 702000220X 702000220x',
    '9787020002207 9787020002207 9787020002207',
    'ISBN-10 in the form of 13',
  ],
  ['0317-8471 03178471 2434-561X 2434561x', '03178471 03178471 2434561x 2434561x', 'ISSN'],
  ['1990-2001', '1990 2001', 'years are no ISSN'],
  ['7-02-000220-1', '7 02 000220 1', 'a wrong check digit'],
  ['《》…—·  ', '', 'nothing but signs'],
  ['', '', 'nothing'],
  ['\0\ud800 ok', 'ok', 'no characters'],
  ['\u0301', '', 'a mark alone'],
]

t.test('texts that mean the same fold to the same tokens', async (t) => {
  for (const [text, tokens, why] of cases) t.equal(fold(text).join(' '), tokens, why)
})

t.test('folding what was folded changes nothing', async (t) => {
  for (const [, tokens] of cases) t.equal(fold(tokens).join(' '), tokens)
})

t.test('for names and keys kana and Hangul are words', async (t) => {
  t.same(foldWords('한국사 연구 データベース入門 夏目さくら'), [
    '한국사',
    '연구',
    'データベース',
    '入',
    '门',
    '夏',
    '目',
    'さくら',
  ])
  t.same(foldWords('김철수-이영희'), ['김철수', '이영희'])
})

t.test('every token knows where it stood', async (t) => {
  const text = '《紅樓夢》 Étude ISBN 7-02-000220-X'
  t.same(
    cut(text).map(({ start, end }) => text.slice(start, end)),
    ['紅', '樓', '夢', 'Étude', 'ISBN', '7-02-000220-X'],
  )
})

t.test('a long text of digits and hyphens costs little', async (t) => {
  const began = performance.now()
  fold('1-'.repeat(50_000))
  fold('9'.repeat(100_000))
  fold('a\u0301'.repeat(50_000))
  t.ok(performance.now() - began < 1500)
})
