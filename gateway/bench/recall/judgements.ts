export interface Judgement {
  query: string
  best: readonly (string | readonly string[])[]
}

/**
 * What a librarian would put first: titles of the sample’s works, the best first, those that are as good as each other
 * together, with the author where titles are alike.
 */
export const judgements: readonly Judgement[] = [
  { query: '红楼梦', best: ['红楼梦'] },
  { query: 'hongloumeng', best: ['红楼梦'] },
  { query: '紅樓夢 曹雪芹', best: ['红楼梦'] },
  { query: '三体', best: ['三体', '三体II', '三体III'] },
  { query: '黑暗森林', best: ['三体II'] },
  { query: '刘慈欣', best: [['三体', '三体II', '三体III']] },
  {
    query: '中国文学史',
    best: [['中国文学史 / 游国恩', '中国文学史 / 袁行霈', '中國文學史 / 林庚'], '插圖本中國文學史'],
  },
  { query: '中国文学史 袁行霈', best: ['中国文学史 / 袁行霈'] },
  {
    query: '文学史',
    best: [['中国文学史 / 游国恩', '中国文学史 / 袁行霈', '中國文學史 / 林庚', '插圖本中國文學史']],
  },
  { query: '目录学', best: ['目录学概论', '中國目錄學史'] },
  { query: '唐诗', best: ['全唐诗'] },
  { query: '世界', best: [['平凡的世界', '悲惨世界', '苏菲的世界']] },
  { query: '故事', best: [['撒哈拉的故事', '艺术的故事'], '安徒生童话故事集'] },
  { query: '三体死神永生', best: ['三体III'] },
  { query: '三体3', best: ['三体III'] },
  { query: '史记', best: ['史记'] },
  { query: 'time', best: ['A brief history of time'] },
  { query: 'life', best: [['What is life?', 'Wonderful life', 'The diversity of life']] },
  { query: 'history of rome', best: ['SPQR'] },
  { query: 'number theory hardy', best: ['An introduction to the theory of numbers'] },
  { query: 'sanguoyanyi', best: ['三国演义'] },
  { query: '余华', best: [['活着', '许三观卖血记']] },
  { query: '王小波 黄金时代', best: ['黄金时代'] },
  { query: '孙子兵法', best: ['孙子兵法'] },
  { query: '论语', best: ['论语译注'] },
  { query: '杨伯峻', best: [['论语译注', '孟子译注']] },
  { query: '金庸', best: [['天龙八部', '笑傲江湖']] },
  { query: 'weicheng', best: ['围城'] },
  { query: 'ltxz', best: ['骆驼祥子'] },
  { query: '骆陀祥子', best: ['骆驼祥子'] },
  { query: '梦溪笔谈', best: ['新校正梦溪笔谈'] },
  { query: '中国哲学史大纲', best: ['中國哲學史大綱'] },
  { query: '分类法', best: [['中國十進分類法', '中外圖書統一分類法', '中国图书馆分类法']] },
  { query: 'algebra', best: [['Algebra / Lang', 'Algebra / Artin', 'Algebra / Hungerford']] },
  { query: 'Artin algebra', best: ['Algebra / Artin'] },
  {
    query: 'principles of economics',
    best: [['Principles of economics / Marshall', 'Principles of economics / Mankiw']],
  },
  { query: 'mankiw', best: ['Principles of economics / Mankiw'] },
  {
    query: 'origin of species',
    best: ['On the origin of species', 'On the origin of species by means of natural selection'],
  },
  {
    query: 'orgin of speceis',
    best: ['On the origin of species', 'On the origin of species by means of natural selection'],
  },
  { query: 'calculus', best: ['Calculus', ['One-variable calculus', 'Multi-variable calculus']] },
  { query: 'republic plato', best: ['The republic'] },
  { query: 'Schrodinger what is life', best: ['What is life?'] },
  { query: 'letranger', best: ["L'étranger"] },
  { query: 'мастер и маргарита', best: ['Мастер и Маргарита'] },
  { query: 'master i margarita', best: ['Мастер и Маргарита'] },
  { query: 'theory of justice', best: ['A theory of justice'] },
  { query: 'history of time', best: ['A brief history of time'] },
  { query: 'Hardy mathematician', best: ["A mathematician's apology"] },
]
