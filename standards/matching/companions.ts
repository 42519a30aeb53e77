import { foldedPattern } from '../text/folded-pattern.js'

/** Whom or what it is for: 同步辅导, 考研指导. */
const aims =
  '(?:的|及|与|全程|同步|配套|课程|学习|教学|考试|考研|自学|自测|重点|典型|综合|全真|课堂|上机|实用|教师)'
const things =
  '习题|题解|题库|试题|试卷|例题|作业|练习册|辅导|实验(?!研究|室)|实训|教参|释义|注释本|解读|详解|精解|问答|理解与适用|导读|选读|选讲|鉴赏|赏析|索引|案例|讲话|前传|后传|番外'
/** What an annotator made of a classic: 世说新语笺疏, 周易今注今译. */
const annotations =
  '(?:今注|今译|选)?(?:校注|校证|校释|校笺|译注|注译|笺注|笺证|笺疏|集释|集解|集注|注疏|疏证|补注|评注|新注|今注|今译|通解|译评|选注|选译)'
const inHan = foldedPattern(
  `^${aims}*(?:${things})|^${annotations}|^${aims}+(?:指导|实验|练习|测试|参考|用书|手册|问答)`,
)
const inEnglish =
  /^(?:the |a )?(?:complete )?(?:students?(?: s)? )?(?:solutions? manual|study guide|workbook|lab(?:oratory)? manual|test bank|answer key|(?:teachers?|instructors?)(?: s)? (?:book|edition|guide|manual)|(?:(?:general|cumulative|analytical|subject) )?index(?:es)?$|(?:an? )?(?:erratum|corrigend\w+|correction|retraction|rejoinder|(?:authors? )?reply|(?:authors? )?response|comment)$)/u

const answer =
  /^(?:authors? )?(?:reply|replies|response|rejoinder|comments?|commentary|discussion|corrigendum|erratum|correction|retraction|addendum|letter)(?: (?:to the editor|by the authors?))? (?:to|on|for|of|re) (?=.)/u

/** Erratum: and the title that it mends. `Retracted:` stands before the article itself. */
const notice = /^(?:errat(?:um|a)|corrigend(?:um|a)|retraction) (?=.)/u

/** Comment on …, Reply to …: what an article answers stands in its title. `Re: …` answers its very title: Re-engineering does not. */
export const isAnswer = (a: string, b: string): boolean =>
  answer.test(a) !== answer.test(b) || notice.test(a) !== notice.test(b) || isOnVery(a, b) || isOnVery(b, a)

const isOnVery = (title: string, other: string): boolean => {
  const on = title.startsWith('re ') ? title.slice(3).replace(/^(?:the|an?) /u, '') : undefined
  return on !== undefined && (other === on || other.startsWith(`${on} `) || on.startsWith(`${other} `))
}

/**
 * Whether a title that goes on so is of another work: what is used beside a book, explains, mends or answers it, and is called
 * after it. 会计学原理习题集, 公司法释义, Calculus : student solutions manual, … : reply; often the makers are the same.
 */
export const goesBeside = (rest: string): boolean => inHan.test(rest.trim()) || inEnglish.test(rest.trim())
