/** 中国图书馆分类法: the 22 top classes, in the order of the scheme. */
export const clcTopClasses: Record<string, { zh: string; en: string }> = {
  A: {
    zh: '马克思主义、列宁主义、毛泽东思想、邓小平理论',
    en: 'Marxism, Leninism, Mao Zedong Thought, Deng Xiaoping Theory',
  },
  B: { zh: '哲学、宗教', en: 'Philosophy and religion' },
  C: { zh: '社会科学总论', en: 'Social sciences (general)' },
  D: { zh: '政治、法律', en: 'Politics and law' },
  E: { zh: '军事', en: 'Military science' },
  F: { zh: '经济', en: 'Economics' },
  G: { zh: '文化、科学、教育、体育', en: 'Culture, science, education, sports' },
  H: { zh: '语言、文字', en: 'Languages and writing' },
  I: { zh: '文学', en: 'Literature' },
  J: { zh: '艺术', en: 'Arts' },
  K: { zh: '历史、地理', en: 'History and geography' },
  N: { zh: '自然科学总论', en: 'Natural sciences (general)' },
  O: { zh: '数理科学和化学', en: 'Mathematics, physics, chemistry' },
  P: { zh: '天文学、地球科学', en: 'Astronomy and earth sciences' },
  Q: { zh: '生物科学', en: 'Biology' },
  R: { zh: '医药、卫生', en: 'Medicine and health' },
  S: { zh: '农业科学', en: 'Agriculture' },
  T: { zh: '工业技术', en: 'Industrial technology' },
  U: { zh: '交通运输', en: 'Transport' },
  V: { zh: '航空、航天', en: 'Aviation and spaceflight' },
  X: { zh: '环境科学、安全科学', en: 'Environment and safety' },
  Z: { zh: '综合性图书', en: 'General works' },
}

/**
 * A letter (T takes a second one, D also DF), digits with a point after each third, then the tables' signs: `-` form,
 * `()` country, `""` nation, `=` time, `<>` place, `:` combination, `+` joint, `/` range, letters of a language (TP312JA).
 */
const main = String.raw`(?:DF|T[BDEFGHJKLMNPQSTUV]?|[A-KNOPQRSUVXZ])(?:\d{1,3}(?:\.\d{1,3})*)?`
const signs = String.raw`(?:-\d+(?:\.\d+)?|\([^)]+\)|"[^"]+"|=\d+(?:\.\d+)?|<[^>]+>|[A-Z]{1,3}\b|\.\d+)`
const form = new RegExp(`^[\\[{]?${main}${signs}*(?:[:+/](?:${main})?${signs}*\\d*)*[\\]}]?$`)

/** Whether a number has the form of the scheme; that the class exists is not looked up. */
export const isClcForm = (value: string): boolean => value.length <= 60 && form.test(value.normalize('NFKC'))

/** The top class of a number with its names; undefined when its letter is none. */
export function clcTopClass(value: string): { letter: string; zh: string; en: string } | undefined {
  const letter = /[A-Z]/.exec(value)?.[0]
  const names = letter ? clcTopClasses[letter] : undefined
  return letter && names ? { letter, ...names } : undefined
}
