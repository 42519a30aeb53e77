import type { Kysely, Selectable } from 'kysely'
import {
  type AdapterKind,
  type Member,
  type MemberStage,
  type Members,
  type MemberType,
  memberStages,
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

  const sourceRow = async (wanted: NewSource) => {
    await get(wanted.member)
    assertId('name', wanted.name)
    await checkOptions(parts.adapters, wanted, parts.outside(wanted.member))
    return {
      id: `${wanted.member}/${wanted.name}`,
      member: wanted.member,
      name: wanted.name,
      adapter: wanted.adapter,
      options: JSON.stringify(wanted.options),
      mode: wanted.mode ?? 'delta',
      share: wanted.share ?? 'members',
      everySeconds: wanted.everySeconds ?? null,
      addedAt: parts.now().toISOString(),
    }
  }

  const memberRow = (member: Omit<Member, 'stage'>) => {
    assertMember(member)
    return { ...toRow(member), stage: 'trial', addedAt: parts.now().toISOString() }
  }

  return {
    get,
    source,
    list: async () => (await database.selectFrom('member').selectAll().orderBy('id').execute()).map(toMember),
    sources: async (member) => {
      const all = database.selectFrom('source').selectAll().orderBy('id')
      return (await (member === undefined ? all : all.where('member', '=', member)).execute()).map(toSource)
    },
    save: async (member) => {
      const row = memberRow(member)
      const { id: _, stage: __, addedAt: ___, ...changed } = row
      await database
        .insertInto('member')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
      return get(member.id)
    },
    // The database decides who was first: two that ask at once do not both get the id.
    add: async (member) => {
      const insert = database
        .insertInto('member')
        .values(memberRow(member))
        .onConflict((conflict) => conflict.doNothing())
      if ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows === 0n) {
        throw new ShulianError(
          'MEMBER_EXISTS',
          `There is a member '${member.id}' already. Choose another id.`,
          { status: 409 },
        )
      }
      return get(member.id)
    },
    saveSource: async (wanted) => {
      const row = await sourceRow(wanted)
      const { id, addedAt: _, ...changed } = row
      await database
        .insertInto('source')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(changed))
        .execute()
      return source(id)
    },
    addSource: async (wanted) => {
      const row = await sourceRow(wanted)
      const insert = database
        .insertInto('source')
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
      if ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows === 0n) {
        throw new ShulianError(
          'SOURCE_EXISTS',
          `There is a source '${row.id}' already. Choose another name.`,
          { status: 409 },
        )
      }
      return source(row.id)
    },
    setStage: async (id, stage) => {
      await get(id)
      if (!memberStages.includes(stage))
        throw inputInvalid('stage', `one of ${memberStages.join(', ')}`, String(stage))
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

const inputInvalid = (path: string, expected: string, got: string) =>
  new ShulianError('INPUT_INVALID', `${path}: expected ${expected}, got '${got}'.`, {
    status: 400,
    errors: [{ path, expected, got }],
  })

const assertId = (path: string, got: string): void => {
  if (!idForm.test(got)) throw inputInvalid(path, 'lower-case letters, digits and hyphens, at most 63', got)
}

const assertMember = ({ id, type, name }: Omit<Member, 'stage'>): void => {
  assertId('id', id)
  if (!memberTypes.includes(type))
    throw inputInvalid('type', `one of ${memberTypes.join(', ')}`, String(type))
  if (name.trim() === '') throw inputInvalid('name', 'a name', name)
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
