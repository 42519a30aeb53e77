import t from 'tap'
import { clcTopClass, clcTopClasses, isClcForm } from './clc.js'
import { isbn13, readDoi, readIdentifier, readIsbn, readIssn } from './identifiers.js'
import { stripBrackets, stripIsbd } from './isbd.js'
import { isLanguageCode, languageCode } from './languages.js'
import { agentType, dynastyOf, splitNames, statedName } from './names.js'
import { relatorCode, relatorCodes } from './relators.js'
import { scriptOf } from './scripts.js'

t.test('an ISBN field gives number, price and qualifier apart', async (t) => {
  t.same(readIsbn('CNY12.00'), { price: 'CNY12.00' }, 'a price alone is no ISBN')
  t.same(readIsbn('$45.00'), { price: '$45.00' })
  t.match(readIsbn('7-302-12345-6 (精装) : CNY48.00'), { price: 'CNY48.00', qualifier: '精装' })
  t.match(readIsbn('0-13-110362-8 (pbk.)'), {
    identifier: { value: '9780131103627', valid: true },
    qualifier: 'pbk.',
  })
  t.match(readIsbn('978-7-101-10528-5'), {
    identifier: { value: '9787101105285', text: '978-7-101-10528-5' },
  })
  t.match(
    readIsbn('ISBN 978７１０１１０５２８５'),
    { identifier: { value: '9787101105285' } },
    'full-width digits',
  )
  t.match(
    readIsbn('9787101105286'),
    { identifier: { value: '9787101105286', valid: false } },
    'a wrong check digit is kept',
  )
  t.match(readIsbn('0-8044-2957-X'), { identifier: { value: '9780804429573', valid: true } })
  t.same(readIsbn('精装'), {}, 'a binding alone is no number')
  t.equal(isbn13('080442957'), undefined)
  for (const filling of ['0000000000', '9780000000002', '9790000000001'])
    t.match(
      readIsbn(filling),
      { identifier: { valid: false } },
      'noughts fill a field that must not be empty',
    )
})

t.test('ISSN, DOI and identifiers of no stated kind', async (t) => {
  t.match(readIssn('0001 3072'), { value: '0001-3072', valid: true, text: '0001 3072' })
  t.match(readIssn('1674-733x'), { value: '1674-733X' })
  t.match(readIssn('0001-3073'), { valid: false })
  t.match(readIssn('0000-0000'), { valid: false }, 'noughts fill a field that must not be empty')
  t.equal(readIssn('none'), undefined)
  t.match(readDoi('https://doi.org/10.1000/ABC.1.'), { value: '10.1000/abc.1', scheme: 'doi' })
  const schemes: Record<string, string> = {
    'urn:isbn:9787101105285': 'isbn',
    '9787101105285': 'isbn',
    'ISSN 0001-3072': 'issn',
    'doi:10.1000/1': 'doi',
    'http://hdl.handle.net/2027/x.1': 'handle',
    'http://example.org/': 'uri',
    'urn:nbn:de:1': 'urn',
    '1234567890': 'other',
    abc: 'other',
  }
  for (const [text, scheme] of Object.entries(schemes))
    t.equal(readIdentifier(text).scheme, scheme, `${text} is ${scheme}`)
})

t.test('languages in any form are ISO 639-2/B', async (t) => {
  for (const text of ['zh', 'zho', 'chi', 'cmn', 'zh-CN', 'zh_Hans', 'Chinese', '中文', '汉语', 'CHI'])
    t.equal(languageCode(text), 'chi', text)
  for (const [text, code] of Object.entries({
    en: 'eng',
    English: 'eng',
    英语: 'eng',
    英文: 'eng',
    deu: 'ger',
    fr: 'fre',
    scr: 'hrv',
    Español: 'spa',
    'Spanish; Castilian': 'spa',
    mul: 'mul',
  }))
    t.equal(languageCode(text), code, text)
  for (const text of ['', 'Klingonish', 'xx', 'qqq', '中'])
    t.equal(languageCode(text), undefined, text || 'blank')
  t.ok(isLanguageCode('chi') && isLanguageCode('eng') && !isLanguageCode('zho') && !isLanguageCode('xyz'))
})

t.test('scripts are told from the text', async (t) => {
  const scripts: Record<string, string | undefined> = {
    红楼梦: 'Hans',
    紅樓夢: 'Hant',
    三月天: 'Hani',
    'Война и мир': 'Cyrl',
    日本の歴史: 'Jpan',
    한국사: 'Kore',
    Hamlet: 'Latn',
    '1984': undefined,
    'MATLAB 基础教程': 'Hans',
    'C++程序设计': 'Hans',
    เรื่อง: 'Thai',
    'תנ"ך': 'Hebr',
    المقدمة: 'Arab',
    བོད: 'Tibt',
  }
  for (const [text, script] of Object.entries(scripts))
    t.equal(scriptOf(text), script, `${text} is ${script}`)
  t.equal(scriptOf('史記', 'jpn'), 'Jpan', 'the record may know better')
})

t.test('ISBD punctuation goes, abbreviations and initials keep their points', async (t) => {
  const ends: Record<string, string> = {
    'Title :': 'Title',
    'Title /': 'Title',
    'Title.': 'Title',
    'New York :': 'New York',
    'Young, J. E.,': 'Young, J. E.',
    '2008.': '2008',
    'Routledge,': 'Routledge',
    'Wiley & Sons, Inc.': 'Wiley & Sons, Inc.',
    'and so on...': 'and so on...',
    '红楼梦 /': '红楼梦',
    'U.S.': 'U.S.',
    '\u200fסיפור על אהבה /\u200f': 'סיפור על אהבה',
    '\u202bمحفوظ، نجيب،\u202c\u200f': 'محفوظ، نجيب',
  }
  for (const [text, value] of Object.entries(ends)) t.equal(stripIsbd(text), value, text)
  t.same(['[Beijing]', '[1998', '1998]', '[a] b [c]'].map(stripBrackets), [
    'Beijing',
    '1998',
    '1998',
    '[a] b [c]',
  ])
})

t.test('roles in any form are MARC relator codes', async (t) => {
  const roles: Record<string, string | undefined> = {
    著: 'aut',
    编: 'edt',
    主编: 'edt',
    译: 'trl',
    等译: 'trl',
    绘: 'ill',
    编著: 'aut',
    撰: 'aut',
    注: 'ann',
    改编: 'adp',
    摄影: 'pht',
    '070': 'aut',
    '730': 'trl',
    aut: 'aut',
    'editor.': 'edt',
    Translator: 'trl',
    'ed.': 'edt',
    'http://id.loc.gov/vocabulary/relators/ill': 'ill',
    xyzzy: undefined,
  }
  for (const [text, code] of Object.entries(roles)) t.equal(relatorCode(text), code, text)
})

t.test('one name of a Chinese statement', async (t) => {
  t.same(statedName('(清)曹雪芹著'), { name: '曹雪芹', role: 'aut', roleText: '著', dates: '清' })
  t.same(statedName('[美] 海明威 著'), { name: '海明威', role: 'aut', roleText: '著' })
  t.same(statedName('刘亦师主编'), { name: '刘亦师', role: 'edt', roleText: '主编' })
  t.same(statedName('杨绘'), { name: '杨绘' }, 'a short name keeps its last character')
  t.same(statedName('Wilson, Chris'), { name: 'Wilson, Chris' })
  t.same(['(唐)', '（清）', '(美)'].map(dynastyOf), ['唐', '清', undefined])
  t.same(splitNames('张三； 李四;王五'), ['张三', '李四', '王五'])
  t.same(['北京大学', 'Harvard University Library', 'Wilson, Chris', '鲁迅'].map(agentType), [
    'organisation',
    'organisation',
    'person',
    'person',
  ])
})

t.test('numbers of 中图法 have a form, and each letter a name', async (t) => {
  for (const value of [
    'I222.742',
    'TU-092.2',
    'TP312JA',
    'D922.280.4',
    'H319.4:I',
    'K928.9-64',
    'F',
    'G633.603',
    'K892.9(21)',
    'DF51',
    'I561.45',
    'K825.6=76',
    'O13-44',
  ])
    t.ok(isClcForm(value), value)
  for (const value of ['', '800', 'L12', 'I2227.42', 'i222', 'TU 092', 'W1', '文学', 'I222.'])
    t.notOk(isClcForm(value), value || 'blank')
  t.equal(Object.keys(clcTopClasses).length, 22)
  t.match(clcTopClass('TP312'), { letter: 'T', zh: '工业技术' })
  t.equal(clcTopClass('812'), undefined)
})

t.test('roles in the words of other languages, feminine, abbreviated, composed or not', async (t) => {
  const roles: Record<string, string | undefined> = {
    'Hrsg.': 'edt',
    Herausgeberin: 'edt',
    Ku\u0308nstler: 'art',
    'U\u0308bersetzer': 'trl',
    ProduzentIn: 'pro',
    'Sprecher*in': 'spk',
    'traducteur,': 'trl',
    'préf.': 'aui',
    'a cura di': 'edt',
    'отв. ред.': 'edt',
    'пер.': 'trl',
    'author of introduction, etc.': 'aui',
    clb: 'ctb',
    zzz: undefined,
    '(070)': undefined,
    校注: 'ann',
    主编: 'edt',
    译: 'trl',
    编著: 'aut',
  }
  for (const [text, code] of Object.entries(roles)) t.equal(relatorCode(text), code, text)
})

t.test('a statement may name several roles', async (t) => {
  t.same(relatorCodes('Hrsg. u. Übers.'), ['edt', 'trl'])
  t.same(relatorCodes('illustrator & author'), ['ill', 'aut'])
  t.same(relatorCodes('主编兼译者'), ['edt', 'trl'])
  t.same(relatorCodes('редактор и переводчик'), ['edt', 'trl'])
  t.same(
    relatorCodes('author of introduction, etc.'),
    ['aui'],
    'a comma in a word that is known parts nothing',
  )
  t.same(relatorCodes('keeper of bees'), [])
})
