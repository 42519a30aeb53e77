import { getJson } from './api.js'
import { currentLanguage, hasWord, languageName, word } from './i18n.js'

/** @typedef {{ code: string, name: string }} Coded */
/** @type {Map<string, { id: string, name: string, nameZh?: string, stage: string, branches?: (Coded & { isil?: string, locations?: Coded[] })[] }>} */
let members = new Map()

/** The members, asked for once; without them the page shows their ids. */
export const loadMembers = async () => {
  const answer = await getJson('/v1/members').catch(() => ({ members: [] }))
  members = new Map(answer.members.map((/** @type {{ id: string }} */ member) => [member.id, member]))
  return members
}

export const activeMembers = () =>
  [...members.values()].filter(({ stage }) => stage === 'active' || stage === 'trial')

/** @param {{ name: string, nameZh?: string | undefined }} named */
export const inLanguage = ({ name, nameZh }) => (currentLanguage() === 'zh' ? (nameZh ?? name) : name)

/** @param {string} id */
export const memberName = (id) => {
  const member = members.get(id)
  return member ? inLanguage(member) : id
}

/**
 * A branch and shelf in words, where the member has told what its codes stand for.
 * @param {string} member @param {{ branch?: string, location?: string }} place
 */
export const placeName = (member, { branch, location }) => {
  const known = members
    .get(member)
    ?.branches?.find(({ code, isil }) => branch && (code === branch || isil === branch))
  const shelf = known?.locations?.find(({ code }) => code === location)
  return [known?.name ?? branch, shelf?.name ?? location].filter(Boolean).join(' ')
}

/** @param {string} id */
export const isOnTrial = (id) => members.get(id)?.stage === 'trial'

/** @param {{ names: { value: string, kind: string }[] }} agent */
export const agentName = ({ names }) =>
  (names.find(({ kind }) => kind === 'original') ?? names[0])?.value ?? ''

/** The record's own word reads best in Chinese (校注, 辑校); elsewhere the code's word. @param {{ role: string, roleText?: string }} agent */
export const roleName = ({ role, roleText }) => {
  if (currentLanguage() === 'zh' && roleText && /\p{Script=Han}/u.test(roleText)) return roleText
  return hasWord('roles', role) ? word('roles', role) : (roleText ?? '')
}

/** @param {{ value: string, subtitle?: string, part?: { number?: string, name?: string } }} title */
export const titleText = ({ value, subtitle, part }) =>
  [[value, part?.number, part?.name].filter(Boolean).join(' '), subtitle].filter(Boolean).join(': ')

/** A facet's value in words. @param {string} facet @param {{ value: string, label?: string, labelEn?: string }} entry */
export const facetLabel = (facet, { value, label, labelEn }) => {
  if (facet === 'type') return word('types', value)
  if (facet === 'member') return members.has(value) ? memberName(value) : (label ?? value)
  if (facet === 'language') return languageName(value)
  if (facet === 'class') return (currentLanguage() === 'zh' ? label : labelEn) ?? value
  return label ?? value
}
