/** How a library describes: its format and its habits. */
export interface Library {
  id: string
  format: 'cnmarc' | 'marc21' | 'dublin-core'
  encoding: 'utf-8' | 'gb18030'
  /** The characters it writes, whatever the title page has; absent where it keeps those of the title page. */
  characters?: 'hant'
  /** Subfield for pinyin (CALIS $A, the National Library $9); in MARC 21 the romanised field with its 880. */
  pinyin?: 'A' | '9' | '880'
  /** A set is one record, or one for each volume. */
  sets: 'whole' | 'volumes'
  /** Volumes stand in $h and $i, in the title itself, or the volume's own name is the title and the set its series. */
  parts: 'apart' | 'in title' | 'by name'
  numerals: 'han' | 'digits' | 'latin'
  dates: 'year' | 'month' | 'printing'
  isbn: 'plain' | 'hyphens' | 'ten' | 'price'
  /** Heading of a person: in one subfield, family name apart, only as on the title page, or the authority's form. */
  names: 'whole' | 'apart' | 'statement' | 'authority'
  /** Says 第1版 too. */
  saysFirstEdition?: true
  /** Whose union catalogue it copies from, and so whose number its records carry. */
  copies?: 'calis' | 'nlc' | 'oclc'
  /** How often it slips, 1 being usual. */
  careless: number
  /** Out of a thousand purchases. */
  size: number
}

const habits = {
  format: 'cnmarc',
  encoding: 'utf-8',
  sets: 'volumes',
  parts: 'apart',
  numerals: 'han',
  dates: 'year',
  isbn: 'hyphens',
  names: 'whole',
  careless: 1,
  size: 60,
} as const

/**
 * Sixteen that differ as libraries do: four of the CALIS kind, the national library, city and school libraries with
 * systems of the nineties (GB18030, no pinyin), Taiwan, Hong Kong and Japan, two American East Asian collections,
 * an online bookseller's list and a digital library in Dublin Core.
 */
export const libraries: Library[] = [
  { ...habits, id: 'north', pinyin: 'A', copies: 'calis', sets: 'whole', careless: 0.5, size: 110 },
  { ...habits, id: 'lakeside', pinyin: 'A', copies: 'calis', numerals: 'digits', careless: 0.7, size: 80 },
  { ...habits, id: 'southwest', pinyin: 'A', copies: 'calis', dates: 'printing', isbn: 'price', size: 70 },
  { ...habits, id: 'northeast', pinyin: 'A', copies: 'calis', sets: 'whole', parts: 'by name', size: 60 },
  {
    ...habits,
    id: 'national',
    pinyin: '9',
    copies: 'nlc',
    names: 'authority',
    dates: 'month',
    careless: 0.4,
    size: 140,
  },
  {
    ...habits,
    id: 'city-east',
    encoding: 'gb18030',
    isbn: 'plain',
    parts: 'in title',
    careless: 1.6,
    size: 70,
  },
  {
    ...habits,
    id: 'city-south',
    encoding: 'gb18030',
    pinyin: '9',
    copies: 'nlc',
    parts: 'by name',
    isbn: 'ten',
    size: 70,
  },
  {
    ...habits,
    id: 'county',
    encoding: 'gb18030',
    names: 'statement',
    parts: 'in title',
    numerals: 'digits',
    isbn: 'price',
    careless: 2.5,
    size: 50,
  },
  {
    ...habits,
    id: 'school',
    encoding: 'gb18030',
    names: 'statement',
    dates: 'month',
    isbn: 'plain',
    sets: 'whole',
    careless: 2,
    size: 40,
  },
  { ...habits, id: 'institute', copies: 'nlc', names: 'apart', isbn: 'ten', dates: 'month', size: 50 },
  {
    ...habits,
    id: 'strait',
    format: 'marc21',
    characters: 'hant',
    names: 'authority',
    saysFirstEdition: true,
    isbn: 'plain',
    size: 50,
  },
  {
    ...habits,
    id: 'harbour',
    format: 'marc21',
    characters: 'hant',
    pinyin: '880',
    sets: 'whole',
    isbn: 'plain',
    copies: 'oclc',
    size: 50,
  },
  {
    ...habits,
    id: 'west-coast',
    format: 'marc21',
    pinyin: '880',
    sets: 'whole',
    saysFirstEdition: true,
    isbn: 'plain',
    copies: 'oclc',
    names: 'authority',
    careless: 0.6,
    size: 60,
  },
  {
    ...habits,
    id: 'atlantic',
    format: 'marc21',
    pinyin: '880',
    characters: 'hant',
    numerals: 'latin',
    saysFirstEdition: true,
    isbn: 'plain',
    copies: 'oclc',
    names: 'authority',
    size: 40,
  },
  {
    ...habits,
    id: 'bookseller',
    format: 'dublin-core',
    isbn: 'plain',
    parts: 'in title',
    numerals: 'digits',
    names: 'statement',
    dates: 'month',
    careless: 1.8,
    size: 50,
  },
  {
    ...habits,
    id: 'digital',
    format: 'dublin-core',
    isbn: 'plain',
    parts: 'in title',
    names: 'whole',
    careless: 1.2,
    size: 30,
  },
]
