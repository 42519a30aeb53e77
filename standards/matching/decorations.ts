import { numberOf } from './volumes.js'

/** What cataloguers write into the title that is no part of it, taken off. */
export interface Bare {
  title: string
  /** `第2版`, 修订本: an edition that stood in the title. */
  edition?: string
  /** The year of a yearbook that its title begins with. */
  year?: string
}

const brackets =
  '[(（\\[【〔]\\s*([^()（）\\[\\]【】〔〕]{1,40}(?:[(（][^()（）]{1,20}[)）])?)\\s*[)）\\]】〕]'
const closing = new RegExp(`\\s*${brackets}[\\s.,:;/]*$`, 'u')
const series =
  /(?:丛书|叢書|文库|文庫|系列|译丛|譯叢|书系|書系|丛刊|叢刊|文丛|论丛|论叢|教材|教科书|教科書|课本|課本|读本系列|\bseries|\blibrary|\bclassics|schriftenreihe)[\s\d第辑輯集之一二三四五六七八九十]*$/iu
/** 义务教育课程标准实验教科书: of which 语文 and 数学 are the books. */
export const isSeries = (text: string): boolean => series.test(text)
const leadingSeries =
  /^[^.:：·。\s]{2,16}(?:丛书|叢書|文库|文庫|系列|译丛|譯叢|书系|書系|丛刊|叢刊|文丛|(?<=义务教育.{0,12}|義務教育.{0,12}|课程标准.{0,6}|普通高中.{0,10}|高级中学)(?:教科书|教科書|教材|课本|課本))(?:[（(]试用[^）)]{0,4}[）)])?\s*[.:：·。\s]+(?=\S)/u
const edition =
  /^(?:第?\s*[\d一二三四五六七八九十]+\s*版.{0,8}|.{0,6}(?:修订|修訂|增订|增訂|增补|增補|重印|影印|排印|缩印|縮印|点校|點校|校点|校點|标点|標點|典藏|纪念|珍藏|校订|全译|插图|普及|精装|平装).{0,4}|(?:\d+\w{0,2}|first|second|third|fourth|fifth|new|rev\w*)\.?\s*(?:rev\w*\.?\s*)?ed\w*\.?)$/iu
const openEdition =
  /(?<=\p{sc=Han})[\s.,:：·]*(第\s*[\d一二三四五六七八九十]+\s*版|(?:修订|修訂|增订|增訂|增补|增補)(?:版|本))$/u
const medium =
  /^(?:electronic resource|computer file|online|e-?book|microform|sound recording|videorecording|video|text|电子资源|電子資源|网络资源|电子图书|缩微品|专著|图书|期刊|(?:extended )?abstract|panel|poster|demo|abstract no.*|(?:article )?in (?:french|german|spanish|italian|russian|japanese|chinese|dutch|polish|portuguese|czech|danish|hungarian|korean|norwegian|swedish|turkish)|(?:published )?erratum .+)$/iu
const newTranslation = /^(?:新译|新譯|全译|全譯)(?=\p{sc=Han}{3})/u
const annual = '(?:年鉴|年鑑|年报|年報|年刊|统计|統計|报告|報告|手册|手冊|皮书|皮書|纪事|年史)'
const leadingYear = new RegExp(
  `^(1[5-9]\\d\\d|20\\d\\d)\\s*(?:年?度?版|年度?|-)?\\s*(?=\\S.*${annual}$)`,
  'u',
)
const closingYear = new RegExp(
  `(?<=${annual}|\\b(?:annual|yearbook|almanac|report|statistics|jahrbuch|annuaire))[\\s.,:·(（\\[—–-]*(1[5-9]\\d\\d|20\\d\\d)(?:年?(?:度|版|卷)|年)?[)）\\]]?[.。]?$`,
  'iu',
)
/** 第十二届 and 第12届 are one meeting. */
const meeting = /第\s*([一二三四五六七八九十百]+)\s*(?=[届屆次])/gu
/** `<i>Bacillus cereus</i>`, H<sub>2</sub>O, as publishers deliver titles. */
const markup = /<\/?(?:i|b|u|em|strong|sub|sup|span|sc|scp|italic|bold)(?:\s[^<>]{0,80})?\/?>/giu
const quotes = /^[《「『“"]+|[》」』”"]+$/gu
const mayHave =
  /[<《「『“"()（）[\]【】〔〕版本]|丛|叢|文[库庫]|系列|教[科材]|[课課]本|[书書]系|\d{4}|^[新全][译譯]|第.{1,4}[届屆次]/u

export function bareTitle(text: string): Bare {
  if (!mayHave.test(text)) return { title: text }
  const bare: Bare = { title: text.replace(markup, '').trim().replace(quotes, '') }
  for (let depth = 0; depth < 4; depth++) {
    const [whole, inside] = closing.exec(bare.title) ?? []
    if (whole === undefined || inside === undefined || whole.length >= bare.title.length) break
    if (edition.test(inside)) bare.edition ??= inside
    else if (!series.test(inside) && !medium.test(inside)) break
    bare.title = bare.title.slice(0, -whole.length)
  }
  const open = openEdition.exec(bare.title)
  if (open?.[1]) {
    bare.edition ??= open[1]
    bare.title = bare.title.slice(0, open.index)
  }
  bare.title = bare.title.replace(leadingSeries, '').replace(newTranslation, '')
  const year = leadingYear.exec(bare.title) ?? closingYear.exec(bare.title)
  if (year?.[1]) {
    bare.year = year[1]
    bare.title = bare.title.replace(year[0], '')
  }
  bare.title = bare.title.replace(meeting, (_, number) => `第${numberOf(number)}`)
  return bare
}
