import t from 'tap'
import type { Description } from '../../standards/record/v1-draft.js'
import { openGraph, type TestWork } from './testing.js'

type Said = Pick<Description, 'subjects' | 'classes'>

const about = (at: number, said: Partial<Said>): Record<string, TestWork> => ({
  [`w_${at}`]: { [`r_${at}`]: { title: `题名${at}`, agents: [], ...said } },
})
const heading = (value: string, scheme?: string, kind: Said['subjects'][number]['kind'] = 'topic') => ({
  value,
  kind,
  ...(scheme && { scheme }),
})
const clc = (value: string) => ({ scheme: 'clc', value })

t.test(
  'a heading is one subject in every scheme and script, and keywords are of the same kind',
  async (t) => {
    const { change, get } = await openGraph(t)
    await change({
      ...about(1, { subjects: [heading('圖書館學', 'cct')] }),
      ...about(2, { subjects: [heading('图书馆学', undefined, 'keyword')] }),
      ...about(3, { subjects: [heading('图书馆学', 'cct')] }),
      ...about(4, { subjects: [heading('图书馆学', 'cct')] }),
    })
    const { subjects, behind } = await get('/v1/subjects?q=图书馆')
    t.equal(behind, 0)
    t.equal(subjects.length, 1)
    t.match(subjects[0], { kind: 'heading', works: 4 })
    t.same(
      subjects[0].stated.map(({ value, scheme }: { value: string; scheme?: string }) => [value, scheme]),
      [
        ['图书馆学', 'cct'],
        ['图书馆学', undefined],
        ['圖書館學', 'cct'],
      ],
    )
    const subject = await get(`/v1/subjects/${subjects[0].id}?limit=2`)
    t.equal(subject.items.length, 2)
    t.same(
      (await get(`/v1/subjects/${subject.id}?limit=3&cursor=${subject.cursor}`)).items.map(
        ({ id }: { id: string }) => id,
      ),
      ['w_3', 'w_4'],
    )
  },
)

t.test('a class is found by number and caption, and stands beside those of other schemes', async (t) => {
  const { change, get } = await openGraph(t)
  await change({
    ...about(1, { classes: [clc('O175.1'), { scheme: 'ddc', value: '515.35' }] }),
    ...about(2, { classes: [clc('O1'), { scheme: 'ddc', value: '510' }] }),
  })
  for (const q of ['O1', '数学', '數學', 'mathem'])
    t.ok(
      (await get(`/v1/subjects?q=${encodeURIComponent(q)}`)).subjects.some(
        ({ label }: { label: string }) => label === 'O1',
      ),
      q,
    )
  t.equal((await get('/v1/subjects?q=')).subjects.length, 4, 'each once')
  const [{ id }] = (await get('/v1/subjects?q=O1')).subjects
  const { mappings, caption } = await get(`/v1/subjects/${id}`)
  t.same(caption, { zh: '数学', en: 'Mathematics' })
  const named = (value: string) => mappings.find((one: { value: string }) => one.value === value)
  t.match(named('510'), { relation: 'close', scheme: 'ddc', by: 'table', id: /^s_/, reason: /Mathematics/ })
  t.match(named('QA'), { relation: 'close', scheme: 'lcc', by: 'table' })
  t.equal(named('QA').id, undefined, 'no record names it')
  t.match(named('O'), { relation: 'broader', by: 'notation' })
  const fine = (await get('/v1/subjects?q=O175')).subjects[0]
  t.match(
    (await get(`/v1/subjects/${fine.id}`)).mappings.find((one: { value: string }) => one.value === 'O1'),
    { relation: 'broader', by: 'notation', id },
  )
})

t.test('a heading belongs to a class when works enough say so, and the evidence is told', async (t) => {
  const { change, get } = await openGraph(t)
  const both = (at: number, number: string) =>
    about(at, { subjects: [heading('机器学习')], classes: [clc(number)] })
  const mappings = async () => {
    const [{ id }] = (await get('/v1/subjects?q=机器学习')).subjects
    return (await get(`/v1/subjects/${id}`)).mappings
  }
  await change({ ...both(1, 'TP181'), ...both(2, 'TP181'), ...both(3, 'TP391'), ...both(4, 'TP181') })
  t.same(await mappings(), [], 'four works are too few')
  await change({ ...both(5, 'TP311'), ...both(6, 'TP18') })
  t.match(await mappings(), [
    { relation: 'broader', scheme: 'clc', value: 'TP', by: 'works', evidence: { works: 6, of: 6 } },
  ])
})

t.test('a heading that is the caption of a class is close to it', async (t) => {
  const { change, get } = await openGraph(t)
  await change(about(1, { subjects: [heading('Mathematics', 'lcsh')] }))
  const [{ id }] = (await get('/v1/subjects?q=mathematics')).subjects
  t.match((await get(`/v1/subjects/${id}`)).mappings, [
    { relation: 'close', scheme: 'clc', value: 'O1', by: 'words' },
  ])
})

t.test('subjects follow their records, in any order, and leave with them', async (t) => {
  const one = await openGraph(t)
  const works = {
    ...about(1, { subjects: [heading('唐诗'), heading('诗歌')] }),
    ...about(2, { subjects: [heading('唐诗')], classes: [clc('I222')] }),
  }
  await one.change(works)
  const other = await openGraph(t)
  for (const id of Object.keys(works).reverse()) await other.change({ [id]: works[id] })
  t.same(await one.state(), await other.state())
  await one.change(about(1, { subjects: [heading('宋词')] }))
  const labels = async (q: string) =>
    (await one.get(`/v1/subjects?q=${q}`)).subjects.map(({ label }: { label: string }) => label)
  t.same(await labels('诗'), [])
  t.same(await labels('宋'), ['宋词'])
  const [{ id }] = (await one.get('/v1/subjects?q=唐')).subjects
  await one.change({ w_1: undefined, w_2: undefined })
  t.equal((await one.app.inject(`/v1/subjects/${id}`)).statusCode, 404)
  t.same((await one.state()).subjects, [])
})

t.test('what a source shares with nobody is no subject that is shown', async (t) => {
  const { change, get, hidden, app } = await openGraph(t)
  await change({
    w_1: { r_1: { title: '秘', agents: [], source: 'secret/main', subjects: [heading('密码')] } },
  })
  const [{ id }] = (await get('/v1/subjects?q=密码')).subjects
  hidden.add('secret/main')
  t.same((await get('/v1/subjects?q=密码')).subjects, [])
  t.equal((await app.inject(`/v1/subjects/${id}`)).statusCode, 404)
})
