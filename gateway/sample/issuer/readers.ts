export interface SampleReader {
  /** Subject of the tokens. */
  id: string
  name: string
  nameZh: string
  /** Who they are, for the sign-in page. */
  about: string
  aboutZh: string
  /** Member of the consortium that they belong to. */
  member?: string
}

export const sampleReaders: readonly SampleReader[] = [
  {
    id: 'reader-lin',
    name: 'Lin Xiaoyu',
    nameZh: '林晓雨',
    about: 'student of literature, Linchuan University',
    aboutZh: '临川大学文学专业学生',
    member: 'university',
  },
  {
    id: 'reader-chen',
    name: 'Chen Guodong',
    nameZh: '陈国栋',
    about: 'reader of Jiangcheng Public Library',
    aboutZh: '江城公共图书馆读者',
    member: 'public',
  },
  {
    id: 'reader-wang',
    name: 'Wang Yan',
    nameZh: '王妍',
    about: 'agronomist, member of no library',
    aboutZh: '农艺师，不属于任何成员馆',
  },
]
