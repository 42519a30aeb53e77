import type { Kysely, Selectable } from 'kysely'
import {
  type AdapterKind,
  type Member,
  type MemberStage,
  type Members,
  type MemberType,
  memberTypes,
  type NewSource,
  type Outside,
  type Share,
  ShulianError,
  type Source,
} from '../../gateway/contracts/index.js'
import { checkOptions } from './options.js'
import type { MembersTables } from './tables.js'

const idForm = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

export const createMembers = (parts: {
  database: Kysely<MembersTables>
  adapters: ReadonlyMap<string, AdapterKind>
  outside(member: string): Outside
  now(): Date
}): Members => {
  const { database } = parts

  const get = async (id: string): Promise<Member> => {
    const row = await database.selectFrom('member').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw memberUnknown(id)
    return toMember(row)
  }

  const source = async (id: string): Promise<Source> => {
    const full = id.includes('/') ? id : `${id}/main`
    const row = await database.selectFrom('source').selectAll().where('id', '=', full).executeTakeFirst()
    if (row) return toSource(row)
    await get(full.slice(0, full.indexOf('/')))
    throw new ShulianError(
      'SOURCE_UNKNOWN',
      `There is no source '${full}'. Add it with: shulian sources add ${full} --adapter KIND --option KEY=VALUE`,
      { status: 404 },
    )
  }

  const saveSource = async (wanted: NewSource): Promise<Source> => {
    await get(wanted.member)
    assertId('name', wanted.name)
    await checkOptions(parts.adapters, wanted, parts.outside(wanted.member))
    const saved: Source = {
      ...wanted,
      id: `${wanted.member}/${wanted.name}`,
      mode: wanted.mode ?? 'delta',
      share: wanted.share ?? 'members',
      everySeconds: wanted.everySeconds ?? null,
    }
    const values = { ...saved, options: JSON.stringify(saved.options) }
    const { id, ...changed } = values
    await database
      .insertInto('source')
      .values({ ...values, addedAt: parts.now().toISOString() })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute()
    return source(id)
  }

  const save = async (member: Omit<Member, 'stage'>): Promise<Member> => {
    assertMember(member)
    const { id, ...changed } = toRow(member)
    await database
      .insertInto('member')
      .values({ id, ...changed, stage: 'trial', addedAt: parts.now().toISOString() })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
      .execute()
    return get(member.id)
  }

  return {
    get,
    source,
    save,
    saveSource,
    list: async () => (await database.selectFrom('member').selectAll().orderBy('id').execute()).map(toMember),
    sources: async (member) => {
      const all = database.selectFrom('source').selectAll().orderBy('id')
      return (await (member === undefined ? all : all.where('member', '=', member)).execute()).map(toSource)
    },
    add: async (member) => {
      const exists = await database.selectFrom('member').select('id').where('id', '=', member.id).executeTakeFirst()
      if (exists) {
        throw new ShulianError('MEMBER_EXISTS', `There is a member '${member.id}' already. Choose another id.`, { status: 409 })
      }
      return save(member)
    },
    addSource: async (wanted) => {
      const id = `${wanted.member}/${wanted.name}`
      const exists = await database.selectFrom('source').select('id').where('id', '=', id).executeTakeFirst()
      if (exists) throw new ShulianError('SOURCE_EXISTS', `There is a source '${id}' already. Choose another name.`, { status: 409 })
      return saveSource(wanted)
    },
    setStage: async (id, stage) => {
      await get(id)
      await database.updateTable('member').set({ stage }).where('id', '=', id).execute()
      return get(id)
    },
  }
}

const memberUnknown = (id: string) =>
  new ShulianError(
    'MEMBER_UNKNOWN',
    `There is no member '${id}'. Add it with: shulian members add ${id} --name NAME --type ${memberTypes.join('|')}`,
    { status: 404 },
  )

const assertId = (path: string, got: string): void => {
  if (idForm.test(got)) return
  const expected = 'lower-case letters, digits and hyphens, at most 63'
  throw new ShulianError('INPUT_INVALID', `${path}: expected ${expected}, got '${got}'.`, { status: 400, errors: [{ path, expected, got }] })
}

const assertMember = (member: Omit<Member, 'stage'>): void => {
  assertId('id', member.id)
  const wrong = (path: string, expected: string, got: string) =>
    new ShulianError('INPUT_INVALID', `${path}: expected ${expected}, got '${got}'.`, { status: 400, errors: [{ path, expected, got }] })
  if (!memberTypes.includes(member.type)) throw wrong('type', `one of ${memberTypes.join(', ')}`, String(member.type))
  if (member.name.trim() === '') throw wrong('name', 'a name', '')
}

const toRow = (member: Omit<Member, 'stage'>) => ({
  id: member.id,
  type: member.type,
  name: member.name,
  nameZh: member.nameZh ?? null,
  contacts: JSON.stringify(member.contacts ?? []),
  branches: JSON.stringify(member.branches ?? []),
})

const toMember = (row: Selectable<MembersTables['member']>): Member => ({
  id: row.id,
  type: row.type as MemberType,
  name: row.name,
  ...(row.nameZh === null ? {} : { nameZh: row.nameZh }),
  stage: row.stage as MemberStage,
  contacts: JSON.parse(row.contacts),
  branches: JSON.parse(row.branches),
})

const toSource = (row: Selectable<MembersTables['source']>): Source => ({
  id: row.id,
  member: row.member,
  name: row.name,
  adapter: row.adapter,
  options: JSON.parse(row.options),
  mode: row.mode as Source['mode'],
  share: row.share as Share,
  everySeconds: row.everySeconds,
})
