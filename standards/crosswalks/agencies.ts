/** MARC organization codes that have an everyday name. */
const agencies: Record<string, string> = {
  OCoLC: 'oclc',
  OCLC: 'oclc',
  DLC: 'lccn',
  'DE-101': 'dnb',
  'CN-BjBTG': 'nlc',
  NLC: 'nlc',
  A100000NLC: 'nlc',
  CALIS: 'calis',
  'CN-CALIS': 'calis',
}
export const agencyName = (code: string): string => agencies[code] ?? code
