import { obsoleteRelatorCodes, relatorCodeList } from './relator-codes.js'

/** Roles in the words of Chinese title pages → MARC relator codes. The longest word that the text ends with decides. */
const chineseRoles = `
著 aut|撰 aut|编著 aut|編著 aut|主著 aut|合著 aut|原著 aut|作 aut|著者 aut|作者 aut|口述 nrt|撰文 aut|撰稿 aut|文 aut|等著 aut
写 aut|编 edt|編 edt|主编 edt|主編 edt|总主编 edt|副主编 edt|执行主编 edt|责任编辑 edt|责编 edt|编者 edt|编辑 edt|编写 aut|点校 edt|整理 edt
编纂 com|选编 com|汇编 com|编选 com|选辑 com|辑 com|輯 com|纂 com|汇辑 com|编辑者 edt|辑录 com|纂修 com|修 com|集 com|选 com
译 trl|譯 trl|译者 trl|翻译 trl|编译 trl|主译 trl|译注 trl|合译 trl|校译 trl|译校 trl|译著 trl|改编 adp|改写 adp|缩写 abr|注 ann|註 ann
注释 ann|校注 ann|笺注 ann|评注 ann|评点 ann|疏 ann|集解 ann|批注 ann|校 pfr|校对 pfr|校订 pfr|审校 pfr|参校 pfr|审 rev|主审 rev|审订 rev|审定 rev
绘 ill|繪 ill|绘画 ill|插图 ill|插画 ill|图 ill|绘图 ill|绘编 ill|画 art|作画 art|摄影 pht|摄 pht|书法 cll|书 cll|题 aui|序 aui|作序 aui|作跋 aft|跋 aft
作曲 cmp|曲 cmp|作词 lyr|词 lyr|编曲 arr|演唱 sng|唱 sng|演奏 prf|指挥 cnd|导演 drt|编剧 aus|主演 act|制片 pro|制作 pro|监制 pro|朗读 nrt|播讲 nrt|解说 nrt
设计 dsr|装帧 bkd|封面设计 cov|指导 ths|导师 ths|主办 isb|主辦 isb|出版 pbl|发行 dst|资助 fnd|申请 pta|发明 inv|主持 mod|策划 pdr|采访 ivr|口译 trl|刻 egr|篆刻 egr|雕 scl
`
/** Roles in the words of Western title pages: English, German, French, Spanish, Italian, Russian. Lower case, no points. */
const westernRoles = `
author aut|by aut|writer aut|text by aut|verfasser aut|verfasserin aut|verf aut|autor aut|autorin aut|auteur aut|autora aut|autore aut|автор aut|авт aut
joint author aut|jt author aut|co-author aut|coauthor aut|coauteur aut|coautor aut|mitverfasser aut|соавтор aut|соавт aut|écrivain aut|scrittore aut|text aut
editor edt|ed edt|eds edt|edited by edt|editor in chief edt|editor-in-chief edt|general editor edt|series editor edt|volume editor edt|joint editor edt|jt ed edt|editorial board member edt
herausgeber edt|herausgeberin edt|herausgebendes organ isb|hrsg edt|hg edt|hrsgb edt|éditeur scientifique edt|éd edt|directeur de la publication edt|directeur de publication edt|dir edt|redaktor edt|redakteur edt|red edt
editor literario edt|a cura di edt|curatore edt|editor científico edt|coordinador edt|coord edt|редактор edt|ред edt|под ред edt|отв ред edt|гл ред edt|главный редактор edt|ответственный редактор edt|науч ред edt
translator trl|trans trl|transl trl|tr trl|translated by trl|übersetzer trl|übersetzerin trl|übers trl|traducteur trl|traductrice trl|trad trl|traductor trl|traductora trl|traduttore trl|traducción trl|переводчик trl|пер trl|перевод trl
illustrator ill|ill ill|illus ill|illustrated by ill|illustratorin ill|illustrateur ill|illustratrice ill|ilustrador ill|illustratore ill|художник ill|худож ill|иллюстратор ill|il ill
photographer pht|photos by pht|fotograf pht|fotografin pht|photographe pht|fotógrafo pht|fotografo pht|фотограф pht|фот pht
compiler com|comp com|compiled by com|zusammenstellender com|bearbeiter edt|bearb edt|compilateur com|compilador com|составитель com|сост com|собиратель com|selector com|zsgest com
composer cmp|komponist cmp|komponistin cmp|compositeur cmp|compositor cmp|compositore cmp|композитор cmp|comp music cmp|music by cmp|arranger arr|arr arr|arrangeur arr|аранжировщик arr
lyricist lyr|librettist lbt|librettiste lbt|libretto lbt|performer prf|perf prf|interpret prf|interprète prf|исполнитель prf|instrumentalist itr|instrumentalmusiker itr|musician mus|musiker mus|singer sng|vocalist voc|sänger sng|sängerin sng|chanteur sng
conductor cnd|dirigent cnd|dirigentin cnd|chef d'orchestre cnd|дирижёр cnd|дирижер cnd|director drt|film director drt|television director drt|regisseur drt|regie drt|réalisateur drt|metteur en scène drt|режиссёр drt|режиссер drt|stage director sgd
actor act|actress act|schauspieler act|schauspielerin act|acteur act|cast act|voice actor vac|producer pro|film producer fmp|produzent pro|producteur pro|production company prn|filmproduktionsgesellschaft prn|animator anm|cinematographer cng|director of photography cng|kamera cng|editor of moving image work edm|film editor flm|sound designer sds|recording engineer rce|costume designer cst|choreographer chr|choreograf chr|dancer dnc
narrator nrt|read by nrt|erzähler nrt|sprecher spk|sprecherin spk|speaker spk|host hst|moderator mod|commentator cwt|kommentator cwt|kommentatorverfasser cwt|commentateur cwt|interviewer ivr|interviewee ive|interviewter ive|interpreter of text cwt
publisher pbl|verlag pbl|verleger pbl|éditeur pbl|éditeur commercial pbl|editorial pbl|издатель pbl|изд pbl|distributor dst|vertrieb dst|distributeur dst|film distributor dst|printer prt|drucker prt|imprimeur prt|impr prt|типография prt|manufacturer mfr|bookseller bsl|buchhändler bsl
contributor ctb|mitwirkender ctb|mitwirkende ctb|mitarb ctb|mitarbeiter ctb|beiträger ctb|collaborateur ctb|collab ctb|colaborador ctb|collaborator ctb|участник ctb|other oth|sonstige oth
sponsor spn|sponsoring body spn|sponsoring agency spn|issuing body isb|issuing agency isb|herausgebende körperschaft isb|organisme de publication isb|degree granting institution dgg|degree-granting institution dgg|grad-verleihende institution dgg|host institution his|gastgebende institution his|gefeierte person hnr|honouree hnr|honoree hnr
thesis advisor ths|degree supervisor dgs|akademischer betreuer dgs|akademische betreuerin dgs|directeur de thèse ths|научный руководитель ths|praeses pra|präses pra|respondent rsp|opponent opn|rapporteur de la thèse rap|funder fnd|funding agency fnd|patron pat|sponsor organisation spn
engraver egr|stecher egr|graveur egr|гравёр egr|etcher etr|lithographer ltg|lithograph ltg|artist art|künstler art|künstlerin art|artiste art|artista art|painter art|maler art|sculptor scl|bildhauer scl|calligrapher cll|cartographer ctg|kartograf ctg|kartographin ctg|cartographe ctg|картограф ctg|surveyor srv|architect arc|architekt arc|designer dsr|graphic designer bkd|book designer bkd|cover designer cov|umschlaggestalter cov|typographer tyg|book artist bka|bookplate designer bpd|type designer tyd|draftsman drm|illuminator ilu|rubricator rbr|scribe scr|schreiber scr|copyist scr|binder bnd|buchbinder bnd|papermaker ppm
annotator ann|commentary by cwt|reviewer rev|rezensent rev|critic crt|proofreader pfr|abridger abr|adapter adp|adaptateur adp|bearbeiter der musik arr|reporter rpt|correspondent crp|letter writer crp|addressee rcp|adressat rcp|recipient rcp|witness wit|signer sgn
dedicatee dte|widmungsempfänger dte|dedicator dto|widmender dto|former owner fmo|previous owner fmo|vorbesitzer fmo|owner own|current owner own|besitzer own|ancien possesseur fmo|donor dnr|stifter dnr|depositor dpt|collector col|sammler col|curator cur|kurator cur|organizer orm|veranstalter orm|organisateur orm|inscriber ins
writer of introduction aui|author of introduction aui|author of introduction, etc aui|writer of foreword aui|writer of added commentary wac|writer of added text wat|writer of supplementary textual content wst|writer of preface wpr|writer of afterword aft|author of afterword aft|author of afterword, colophon, etc aft|verfasser eines vorworts aui|verfasser eines geleitworts aui|verfasser eines nachworts aft|verfasser von ergänzendem text wat|préfacier aui|préf aui|postfacier aft|prologuista aui|прил aui|авт предисл aui|автор предисловия aui|introduction by aui|foreword by aui|preface by wpr
inventor inv|erfinder inv|patent holder pth|patent applicant pta|programmer prg|programmierer prg|software developer prg|researcher res|analyst anl|consultant csl|teacher tch|instructor tch|lecturer spk|corresponding author aut
creator cre|urheber cre|screenwriter aus|drehbuchautor aus|scénariste aus|author of screenplay, etc aus|сценарист aus|playwright aut|dramatist aut|poet aut|librarian oth|expert exp|dubious author dub|attributed name att|zugeschriebener verfasser att|bibliographic antecedent ant|geistiger schöpfer cre|depicted dpc|abgebildete person dpc
gefeierter hnr|colorist clr|letterer ill|author of screenplay aus|verfasser von zusatztexten wat|verfasser von zusätzlichen lyrics lyr|verfasser einer einleitung win|vorr aui|art director adi|production designer prs|technical director tcd|forscher res|kommentarverfasser wac|editorial director edd|writer of essay aut|auftraggeber pat|adaptor adp|presenter pre|begründer des werks cre|kirjoittaja aut|composer (expression cmp
normerlassende gebietskörperschaft enj|enacting jurisdiction enj|jurisdiction governed jug|court governed cou|defendant dfd|plaintiff ptf|judge jud|licensor lso|licensee lse|copyright holder cph|rechteinhaber cph|place of publication pup|verlagsort pup|druckort mfp|herstellungsort mfp|production place prp|event place evp|veranstaltungsort evp|university place uvp|hochschulort uvp|wirkungsort pup|erscheinungsort pup
`
/** UNIMARC Appendix C: numeric codes. */
const unimarcCodes = `
005 act|010 adp|020 ann|030 arr|040 art|065 auc|070 aut|072 aqt|075 aft|080 aui|090 aus|100 ant|110 bnd|180 ctg|200 chr|205 ctb|210 cmm|212 cwt|220 com|230 cmp|240 cmt
245 cre|250 cnd|273 cur|275 dnc|280 dte|290 dto|295 dgg|300 drt|310 dst|320 dnr|340 edt|350 egr|370 flm|390 fmo|395 fnd|410 aut|420 hnr|440 ill|460 ive|470 ivr
480 lbt|490 lse|500 lso|510 ltg|520 lyr|530 mte|545 mus|550 nrt|555 opn|557 orm|570 oth|580 ppm|582 pta|584 inv|590 prf|595 res|600 pht|610 prt|620 ppm|630 pro
635 prg|637 pdr|640 pfr|650 pbl|651 pbd|660 rcp|670 rcd|673 rth|675 rev|677 rtm|680 rbr|690 aus|695 sad|700 scr|705 scl|710 sec|720 sgn|721 sng|723 spn|725 stn
727 ths|730 trl|740 tyd|750 tyg|755 voc|760 wde|770 wam
`

const table = (rows: string): Map<string, string> => {
  const entries = rows
    .trim()
    .split(/[|\n]/)
    .map((row) => row.trim())
  return new Map(
    entries.map((row) => [row.slice(0, row.lastIndexOf(' ')), row.slice(row.lastIndexOf(' ') + 1)]),
  )
}
const chinese = table(chineseRoles)
const western = table(westernRoles)
const numeric = table(unimarcCodes)
const longest = Math.max(...[...chinese.keys()].map((word) => word.length))

const codes = new Set(relatorCodeList.trim().split(/\s+/))
const relatorUri = /relators\/([a-z]{3})$/

/**
 * MARC relator code of a role in any form: `aut`, `070`, `http://id.loc.gov/vocabulary/relators/aut`, `editor.`, 主编,
 * 等译. Undefined when it is none of them.
 */
export function relatorCode(text: string): string | undefined {
  const role = text.trim()
  const stated = role.length > 20 ? (relatorUri.exec(role)?.[1] ?? role) : role
  if (stated.length === 3) {
    const code = obsoleteRelatorCodes[stated] ?? stated
    if (codes.has(code) && !western.has(role)) return code
  }
  return numeric.get(role) ?? westernRole(plain(role)) ?? chineseRole(role)
}

/** Feminine and common forms of German words: Übersetzerin, ProduzentIn, Sprecher*in. */
const westernRole = (word: string): string | undefined =>
  western.get(word) ?? (word.endsWith('in') ? western.get(word.replace(/[*:_]?in$/, '')) : undefined)

const between = /\s*(?:[,;&/，；、·]|\s(?:and|und|et|y|и|e)\s|兼|及|和)\s*/

/** Each role of a statement that may name several: `editor and translator`, `主编兼译者`, `Hrsg. u. Übers.` */
export function relatorCodes(text: string): string[] {
  const whole = relatorCode(text)
  if (whole && !/[兼及和、]/.test(text)) return [whole]
  const parts = text
    .replace(/\bu\.\s/g, 'und ')
    .split(between)
    .map(relatorCode)
    .filter((role) => role !== undefined)
  return parts.length > 0 ? [...new Set(parts)] : whole ? [whole] : []
}

/** The role word that a Chinese statement ends with: 刘畅著 → 著; 等译 → 译. */
export function chineseRoleWord(text: string): string | undefined {
  for (let length = Math.min(longest, text.length - 1); length > 0; length--) {
    const word = text.slice(-length)
    if (chinese.has(word)) return word
  }
  return undefined
}

const chineseRole = (role: string): string | undefined => {
  const word = chinese.has(role) ? role : chineseRoleWord(role)
  return word && chinese.get(word)
}

/** As in the table: lower case, no brackets, no closing marks, no points of abbreviations. `[author]`, `Hrsg.`, `отв. ред.` */
const plain = (role: string): string =>
  role
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[([]+|[)\].,;:\s]+$/g, '')
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\s+/g, ' ')
    .trim()
