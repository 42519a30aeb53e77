import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { projectRoot } from '../../gateway/root.js'
import { formOf } from '../../standards/matching/forms.js'
import { rules } from '../../standards/matching/rules.js'
import type { Description } from '../../standards/record/v1-draft.js'

t.test('every rule has a name that a person reads, in both languages', async (t) => {
  const source = readFileSync(join(projectRoot(), 'plugins', 'pages', 'assets', 'evidence.js'), 'utf8')
  const [, list = ''] = /const names = \{([\s\S]*?)\n\}/.exec(source) ?? []
  const named = [...list.matchAll(/^ {2}'?([\w-]+)'?: \{ zh: '.+', en: '.+' \},$/gm)].map(([, name]) => name)
  t.same(named.sort(), Object.keys(rules).sort())
})

t.test('both languages have a word for the same codes', async (t) => {
  const [zh, en] = await Promise.all(
    ['zh', 'en'].map(
      async (language) => (await import(`./assets/words-${language}.js`)).default as Record<string, object>,
    ),
  )
  t.same(Object.keys(en ?? {}), Object.keys(zh ?? {}))
  for (const list of Object.keys(zh ?? {}))
    t.same(Object.keys(en?.[list] ?? {}).sort(), Object.keys(zh?.[list] ?? {}).sort(), list)
})

t.test('what the rules tell of a form has a word', async (t) => {
  const { forms } = (await import('./assets/words-zh.js')).default
  for (const edition of ['连环画', '绘本', '剧本', '改编本']) {
    const form = formOf({ titles: [], agents: [], notes: [], edition } as unknown as Description)
    t.ok(form !== undefined && form in forms, `${edition}: ${form}`)
  }
})

t.test('a trait of which there are several is named as its rule is', async (t) => {
  t.intercept(globalThis, 'navigator', { value: { languages: ['en'] } })
  const { evidenceName } = await import('./assets/evidence.js')
  t.equal(evidenceName('volume of 红楼梦全集'), 'Volume')
  t.equal(evidenceName('language of several'), 'Language')
})
