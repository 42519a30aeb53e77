import t, { type Test } from 'tap'
import type { SearchAnswer } from '../../gateway/contracts/index.js'
import { testKernel } from '../../gateway/testing.js'
import { search } from './index.js'
import { agent, description, fakeCatalogue, fakeMembers, present, titles } from './testing.js'

const book = (id: string, title: string, author?: string, members = ['delft'], year?: string) =>
  present(
    id,
    description({
      titles: titles(title),
      agents: author === undefined ? [] : [agent(author)],
      dates: year === undefined ? [] : [{ kind: 'issued', edtf: year, text: year }],
    }),
    members,
  )

const shelf = [
  book('dream', '紅樓夢', '曹雪芹'),
  book('studies', '红楼梦研究资料汇编'),
  book('quixote', '堂吉诃德', '塞万提斯'),
  book('xian', '西安城墙考'),
  book('century', '二十世纪中国史'),
  book('html', 'HTML5权威指南'),
  book('software', '软件工程导论'),
  book('kazan', 'Война и мир', 'Толстой, Лев'),
  book('origin', 'On the origin of species', 'Darwin, Charles'),
  book('libraries', 'Libraries of the ancient world'),
  book('korean', '한국사 연구'),
  book('library', '図書館史'),
  book('lu', '呐喊', '鲁迅'),
  book('love', '中德爱之书'),
  book('reserved', '先爱又何必矜持'),
  book('outside', '从外行到内行'),
  book('essays', '作文杂谈', '张中行'),
  book('law', '法律与女性', undefined, ['delft'], '2009'),
  book('garden', '流星花園 04'),
  book('pearls', '編程珠璣 II'),
  book('java', 'Effective Java 中文版'),
  book('coding', '集体智慧编程'),
  book('storage', '信息存储与管理'),
  book('towns', 'Städte-Schönheiten'),
  book('habits', 'The seven habits of socio-cultural bodies'),
  book('sons', 'Bach & Söhne: the carpenter’s guide'),
  book('due', 'Due diligence'),
  book('diligent', 'Diligentia'),
  book('scaling', 'Scaling', 'Schmidt-Nielsen, Knut'),
  book('survey', 'American housing survey, 1993', undefined, ['delft'], '1997'),
  book('figures', 'Vidnye dei͡ateli armi͡anskoĭ kulʹtury'),
  book('clouds', '云计算'),
  book('clouds2', '云计算解码'),
  book('comics', '漫话云计算与大数据'),
  book('counsel', '咨询心理学', '乐国安'),
  book('plague', '医生曾经惹瘟疫'),
  book('shakespeare', "Shakespeare's wide stage"),
]

const opened = async (t: Test, works = shelf) => {
  const catalogue = fakeCatalogue()
  const { app, close } = await testKernel({ plugins: [fakeMembers([]), catalogue.plugin, search] })
  t.teardown(close)
  for (const one of works) catalogue.works.set(one.id, one)
  await catalogue.announce(works.map(({ id }) => id))
  const get = async (text: string, more = '') =>
    (await app.inject(`/v1/search?q=${encodeURIComponent(text)}${more}`)).json<SearchAnswer>()
  const first = async (text: string) => (await get(text)).hits[0]?.id
  return { get, first }
}

t.test('whatever a reader types, the work is first', async (t) => {
  const { first } = await opened(t)
  const cases: [typed: string, id: string, why: string][] = [
    ['hongloumeng', 'dream', 'joined pinyin'],
    ['hong lou meng', 'dream', 'spaced pinyin'],
    ['hóng lóu mèng', 'dream', 'with tones'],
    ['hong2lou2meng4', 'dream', 'with numbers for tones'],
    ['loumengyanjiu', 'studies', 'from inside'],
    ["xi'an chengqiang", 'xian', 'with an apostrophe'],
    ['xianchengqiang', 'xian', 'cut in the second way'],
    ['hlm', 'dream', 'initials'],
    ['hlmyjzl', 'studies', 'the beginning of longer initials'],
    ['caoxueqin', 'dream', 'a name'],
    ['xueqin cao', 'dream', 'a name in the other order'],
    ['红楼孟', 'dream', 'a homophone'],
    ['堂吉柯德', 'quixote', 'a homophone inside'],
    ['堂吉德', 'quixote', 'a character left out'],
    ['堂诃吉德', 'quixote', 'two swapped'],
    ['堂吉人德', 'quixote', 'a wrong character'],
    ['红楼资料汇编', 'studies', 'words that stand apart'],
    ['工程软件导论', 'software', 'words in the other order'],
    ['梦红资楼料', 'studies', 'characters in any order'],
    ['tangjihede', 'quixote', 'a wrong syllable or a right one'],
    ['ruanjigangongchengdaolun', 'software', 'a letter too many that makes two syllables of one'],
    ['ruan jian gong chegng dao lun', 'software', 'one word of syllables that is none'],
    ['xian ai you he bi jjin chi', 'reserved', 'the same beside syllables that are English words'],
    ['xianaiyouhebijjinchi', 'reserved', 'a slip beside syllables that are cut in the second way'],
    ['congwaixingdaoneixing', 'outside', 'two characters that are read in another way'],
    ['zhang zhong hang', 'essays', 'a name of which one is'],
    ['20世纪中国史', 'century', 'a number in digits'],
    ['html 指南', 'html', 'letters without their digit'],
    ['軟體工程導論', 'software', 'the word of Taiwan'],
    ['图书馆史', 'library', 'a Japanese title'],
    ['orgin of species', 'origin', 'a letter left out'],
    ['xrigin species', 'origin', 'the first letter wrong'],
    ['Charles Darwin', 'origin', 'the name in the other order'],
    ['Darwin, Charles, 1809-1882', 'origin', 'with the dates of life'],
    ['Darwin, Charles, 1809-1882. species', 'origin', 'with the dates of life, and a word of the title'],
    ['C. Darwin species', 'origin', 'a forename by its initial'],
    ['originof species', 'origin', 'a blank left out'],
    ['ancient world libr aries', 'libraries', 'a blank inside a word'],
    ['鲁迅著 呐喊', 'lu', 'what he did for it'],
    ['[中]鲁迅 呐喊', 'lu', 'with his nation'],
    ['hngloumengyanjiu', 'studies', 'joined pinyin without one of its letters'],
    ['hong lou meng yan jiu zi liao hui bin', 'studies', 'a syllable that is another'],
    ['hong lou meng yxn jiu', 'studies', 'a syllable that is none'],
    ['红楼 meng 研究', 'studies', 'a character by its sound'],
    ['library of the ancient world', 'libraries', 'another ending'],
    ['война', 'kazan', 'Cyrillic'],
    ['войны мира', 'kazan', 'Cyrillic in another case'],
    ['한국사', 'korean', 'Korean'],
    ['국사연구', 'korean', 'from inside, without the blank'],
    ['有没有关于堂吉诃德的书', 'quixote', 'a question'],
    ['books about species', 'origin', 'an English question'],
    ['作者:鲁迅', 'lu', 'a field'],
    ['luxun nahan', 'lu', 'author and title in pinyin'],
    ['honglm', 'dream', 'a syllable, then initials'],
    ['hong lmyjzl', 'studies', 'the same with a blank'],
    ['zhongde azs', 'love', 'a vowel for a syllable that begins so'],
    ['xian ai you he bi jin ci', 'reserved', 'pinyin in which there are English words, and a slip'],
    ['ｈｔｍｌ５权威指南', 'html', 'full width'],
    ['图书馆有堂吉诃德吗', 'quixote', 'a question whether it is there'],
    ['塞万提斯写的堂吉诃德', 'quixote', 'who wrote it'],
    ['塞万提斯的堂吉诃德', 'quixote', 'whose it is'],
    ['有鲁迅的《呐喊》吗', 'lu', 'whose, and the title marked as one'],
    ['do you have origin of species?', 'origin', 'a question that names no kind of thing'],
    ['where can I find libraries in the ancient world', 'libraries', 'with another word between'],
    ['origins of specie', 'origin', 'one for many'],
    ['二十世紀中國史', 'century', 'a number in Han, traditional'],
    ['nyuxing yu falyu', 'law', 'ü as passports have it'],
    ['falyu yu nyuxing', 'law', 'the same in the other order'],
    ['法律与女性 2009', 'law', 'with the year of issue'],
    ['法律yunvxing', 'law', 'Han and pinyin without a blank'],
    ['流星花园四', 'garden', 'a number in Han for one with a zero'],
    ['流星花园4', 'garden', 'a number without its zero'],
    ['编程珠玑2', 'pearls', 'a digit for a Roman number'],
    ['EffectiveJava中文版', 'java', 'words that capitals tell apart'],
    ['集體智慧程式設計', 'coding', 'one word of Taiwan beside one that is everybody’s'],
    ['資訊儲存與管理', 'storage', 'the second thing that a word of Taiwan is'],
    ['Staedte-Schoenheiten', 'towns', 'ae and oe for ä and ö'],
    ['Staedteschoenheiten', 'towns', 'the same without the hyphen'],
    ['7 habits', 'habits', 'a digit for a word'],
    ['sociocultural bodies', 'habits', 'a hyphen left out'],
    ['Bach und Söhne', 'sons', 'a word for a &'],
    ['carpenters guide', 'sons', 'an apostrophe left out'],
    ['diligece', 'due', 'a slip in the only word, which others begin like'],
    ['shakes peares stage', 'shakespeare', 'a blank inside a word, an apostrophe left out'],
    ["shakes peare's stage", 'shakespeare', 'a blank inside a word with an apostrophe'],
    ['schmidt-nielshn scaling', 'scaling', 'a slip in one piece of a name'],
    ['American housing survey, 1993 1997', 'survey', 'a title with its year, and the year of issue'],
    ['Видные деятели армянской культуры', 'figures', 'Cyrillic for what is catalogued in Latin letters'],
    ['mahnuayunjisuan', 'comics', 'letters of two syllables changed, which others have in part'],
    ['yishengcenjgingrewenyi', 'plague', 'letters of two long syllables changed'],
    ['leguoan 咨询心理学', 'counsel', 'a name read in another way, beside Chinese'],
    ['Voina i mir', 'kazan', 'Cyrillic in Latin letters'],
  ]
  for (const [typed, id, why] of cases) t.equal(await first(typed), id, `${typed}: ${why}`)
})

t.test('what is typed otherwise than catalogued is no longer than may be asked', async (t) => {
  const { get } = await opened(t)
  const russian = `${'щи '.repeat(170)}`.slice(0, 505)
  t.equal((await get(russian)).total, 0)
  const pieces = Array.from({ length: 100 }, (_, at) => `ab${String.fromCharCode(97 + (at % 26))}`).join('-')
  t.equal((await get(pieces)).total, 0)
})

t.test('another number or ending of a word is no slip', async (t) => {
  const { get } = await opened(t, [
    book('table', 'The multiplication table'),
    book('tablet', 'Tablet computers'),
  ])
  const answer = await get('tables', '&explain=true')
  t.equal(answer.hits[0]?.why?.manner, 'another ending')
  t.notOk('didYouMean' in answer)
})

t.test('a word alone is not taken for a number', async (t) => {
  const { get } = await opened(t, [book('eleven', '11 essays')])
  for (const text of ['elf', 'xi']) t.equal((await get(text)).total, 0, text)
})

t.test('with a year of issue a facet that is chosen keeps its other values', async (t) => {
  const works = [
    book('delft', '法律与女性', undefined, ['delft'], '2009'),
    book('leiden', '法律与女性', undefined, ['leiden'], '2009'),
  ]
  const { get } = await opened(t, works)
  const { total, facets } = await get('法律与女性 2009', '&facets=member&member=delft')
  t.equal(total, 1)
  t.same(facets?.['member']?.map(({ value }) => value).sort(), ['delft', 'leiden'])
})

t.test('what is quoted or excluded is not parted by its capitals', async (t) => {
  const { get } = await opened(t, [book('script', 'React native script')])
  t.equal((await get('React -JavaScript')).total, 1)
  t.equal((await get('"NativeScript"')).total, 0)
})

t.test('a text is marked where it was looked for', async (t) => {
  const { get } = await opened(t, [book('maps', 'Maps II', 'II, Karl')])
  const { highlights } = (await get('maps 2')).hits[0]!
  t.match(highlights?.['title'], /II<\/mark>/)
  t.notOk(highlights?.['agents'])
})

t.test('a slip is forgiven only where nothing was found without it', async (t) => {
  const { get } = await opened(t)
  t.same((await get('红楼梦')).total, 2)
  t.same((await get('红楼')).hits.length, 2)
  t.same((await get('"红楼孟"')).total, 0, 'and never in a phrase')
  t.same((await get('题名:鲁迅')).total, 0, 'nor is a field left')
})

t.test('what is excluded stays so in every stage', async (t) => {
  const { get } = await opened(t)
  t.same(
    (await get('红楼孟 -研究')).hits.map(({ id }) => id),
    ['dream'],
  )
  t.same(
    (await get('hongloumeng -曹雪芹')).hits.map(({ id }) => id),
    ['studies'],
  )
})

t.test('signs, halves of prefixes and unclosed quotation marks are no error', async (t) => {
  const { get } = await opened(t)
  for (const text of [
    '作者:',
    'title:""',
    '-作者:',
    '::',
    'isbn:x',
    '"',
    '《',
    '-"',
    'title:(',
    '？',
    'NEAR(a b)',
  ])
    t.type((await get(text)).total, 'number', text)
})

t.test('the whole title comes first, and editions of one work stand together', async (t) => {
  const works = [
    book('part', '中国通史研究', '乙', ['delft'], '2020'),
    book('one', '中国通史', '甲', ['delft'], '1990'),
    book('other', '中国通史', '丙', ['delft'], '2000'),
    book('two', '中國通史', '甲', ['delft', 'nlc'], '2010'),
  ]
  const { get } = await opened(t, works)
  t.same(
    (await get('中国通史')).hits.map(({ id }) => id),
    ['two', 'one', 'other', 'part'],
  )
})

t.test(
  'what is found by another spelling is ordered as what was typed: the whole title before a part of one',
  async (t) => {
    const many = ['delft', 'leiden', 'nlc']
    const { first } = await opened(t, [
      book('novel', 'Война и мир', 'Толстой, Лев', ['delft'], '1951'),
      book('study', 'Роман Толстого Война и мир', 'Громов', many, '2020'),
      book('guide', 'Война и мир Толстого. Путеводитель', 'Иванов', many, '2021'),
      book('towns', 'Städte', 'Braun', ['delft'], '1951'),
      book('beauty', 'Städte-Schönheiten', 'Müller', many, '2021'),
      book('latin', 'Vidnye deiateli', 'Ivanov', ['delft'], '1951'),
      book('culture', 'Kultura: vidnye deiateli', 'Ivanov', many, '2021'),
      book('pearls', '編程珠璣 II', 'Bentley', ['delft'], '1951'),
      book('answers', '編程珠璣 II 題解', '乙', many, '2021'),
      book('species', 'Origin of species', 'Darwin', ['delft'], '1951'),
      book('comment', 'A comment on the origin of species', '乙', many, '2021'),
    ])
    const cases: [typed: string, id: string, why: string][] = [
      ['voina i mir', 'novel', 'Cyrillic in Latin letters'],
      ['voyna i mir', 'novel', 'with y'],
      ['Staedte', 'towns', 'ae for ä'],
      ['Видные деятели', 'latin', 'Cyrillic for what is catalogued in Latin letters'],
      ['编程珠玑2', 'pearls', 'a digit for a Roman number'],
      ['do you have origin of species?', 'species', 'a question'],
      ['orgin of species', 'species', 'a slip'],
    ]
    for (const [typed, id, why] of cases) t.equal(await first(typed), id, `${typed}: ${why}`)
  },
)

t.test(
  'ü is itself, however it is typed: a title that sounds so stands above one that nearly does',
  async (t) => {
    const many = ['delft', 'leiden', 'nlc']
    const { first } = await opened(t, [
      book('journey', '爱情之旅', '甲', ['delft'], '1951'),
      book('road', '最难走的路是爱情之路', '乙', many, '2021'),
    ])
    for (const typed of ['ai qing zhi lü', 'aiqingzhilv', 'ai qing zhi lu:', 'aiqing之旅', '爱情之吕'])
      t.equal(await first(typed), 'journey', typed)
  },
)

t.test('the plan can be seen, and why each hit was found', async (t) => {
  const { get } = await opened(t)
  const typed = await get('红楼梦', '&explain=true')
  t.same(typed.explanation, {
    stages: [{ stage: 'typed', total: 2, ways: [{ manner: 'as typed', terms: ['红 楼 梦'] }] }],
  })
  t.match(typed.hits[0]?.why, { manner: 'as typed', fields: ['title'], features: { whole: 1, inTitle: 1 } })
  const heard = await get('xianchengqiang', '&explain=true')
  t.match(heard.explanation?.stages[0]?.ways, [
    { manner: 'as typed', terms: ['xianchengqiang'] },
    { manner: 'read aloud', terms: ['sounds: xian cheng qiang'] },
    { manner: 'read aloud', terms: ['sounds: xi an cheng qiang'] },
  ])
  t.match(heard.hits[0]?.why, { manner: 'read aloud', fields: ['title'] })
  const slipped = await get('堂吉人德', '&explain=true')
  t.same(
    slipped.explanation?.stages.map(({ stage, total }) => [stage, total > 0]),
    [
      ['typed', false],
      ['forgiving', false],
      ['forgiving', true],
    ],
    'what has two characters side by side that no title has is not asked',
  )
  t.equal(slipped.hits[0]?.why?.manner, 'a slip forgiven')
  const plain = await get('红楼梦')
  t.notOk('explanation' in plain || 'why' in plain.hits[0]!, 'only where it is asked for')
})

t.test('ranked pages by offset and by cursor give every hit once', async (t) => {
  const many = Array.from({ length: 130 }, (_, number) =>
    book(`m${number}`, `文学史 ${number % 7}`, `作者${number}`),
  )
  const { get } = await opened(t, many)
  const byCursor: string[] = []
  for (let cursor: string | undefined = '*'; cursor !== undefined; ) {
    const page = await get('文学史', `&limit=20&cursor=${encodeURIComponent(cursor)}`)
    byCursor.push(...page.hits.map(({ id }) => id))
    t.ok(page.hits.length === 20 || page.cursor === undefined, 'pages are full')
    cursor = page.cursor
  }
  t.equal(byCursor.length, 130)
  t.equal(new Set(byCursor).size, 130)
  const byOffset: string[] = []
  for (let offset = 0; offset < 130; offset += 20)
    byOffset.push(...(await get('文学史', `&limit=20&offset=${offset}`)).hits.map(({ id }) => id))
  t.same(byOffset, byCursor)
})
