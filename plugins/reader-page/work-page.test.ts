import t from 'tap'
import { missingBrowser, texts } from '../pages/testing/browser.js'
import { openPage } from './testing/browser.js'

const skip = missingBrowser()

t.test(
  'a work: who made it, where its copies are, how it is cited, and why it is one',
  { skip },
  async (t) => {
    const { base, page } = await openPage(t)
    const tab = await page()
    await tab.goto(`${base}/works/w_1`)
    await tab.locator('#work h1').waitFor()
    t.match(await tab.title(), /^红楼梦 · 示范联盟$/)
    t.match(await texts(tab, '.agents li'), [/曹雪芹\s*著/])
    t.match(await texts(tab, '.other-titles li'), [/石头记\s*又名/, /Hong lou meng\s*拼音/])
    t.same(await texts(tab, '.holders h3'), ['临川大学图书馆', '江城公共图书馆', '文汇学术出版社试用'])
    t.match((await texts(tab, '.copies li'))[0], /总馆 三楼文学借阅区[\s\S]*I242\.4\/232[\s\S]*3 册/)
    t.match((await texts(tab, '.links li'))[0], /需授权访问[\s\S]*Complete[\s\S]*1996 至今/)
    t.match(await tab.locator('.details').innerText(), /北京: 人民文学出版社, 1996\.12[\s\S]*9787020002201/)
    await tab.locator('.why summary').click()
    await tab.locator('.why li').first().waitFor()
    const [first = ''] = await texts(tab, '.why-pairs > li')
    t.match(first, /^临川大学图书馆 university-1 与 江城公共图书馆 public-1\s*同一版本，合计 61 分/)
    t.match(await texts(tab, '.why-pairs > li:first-child .evidence'), [
      /^\+35\s*ISBN 相同：9787020002207 只作证据/,
      /^\+30\s*题名 相同：红楼梦/,
      /^−4\s*年份 不同：1996 ／ 2008/,
      /^−2\s*载体 不同：纸本 ／ 电子版（PDF）/,
      /^\+2\s*语种 相同：中文/,
    ])
    t.match(await texts(tab, '.why > div > ul > li'), [
      /2026年3月1日：将几种作品合为一种。理由：核对原书/,
      /红楼梦 下册\s*卷册不同/,
    ])
  },
)

t.test('the citation in each style, to copy and to keep', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ permissions: ['clipboard-read', 'clipboard-write'] })
  await tab.goto(`${base}/works/w_1`)
  await tab.getByText('[gbt7714-2025] 红楼梦').waitFor()
  t.same(
    await tab
      .locator('#citation-style option')
      .evaluateAll((options) => options.map((one) => (one as HTMLOptionElement).value)),
    ['gbt7714-2025', 'gbt7714-2015', 'bibtex', 'ris', 'csl-json'],
  )
  await tab.locator('#citation-style').selectOption('bibtex')
  await tab.getByText('[bibtex] 红楼梦').waitFor()
  await tab.getByRole('button', { name: '复制' }).click()
  await tab.getByText('已复制').waitFor()
  t.match(await tab.evaluate(() => navigator.clipboard.readText()), /^\[bibtex\] 红楼梦/)
  const [download] = await Promise.all([
    tab.waitForEvent('download'),
    tab.getByRole('link', { name: '下载' }).click(),
  ])
  t.equal(download.suggestedFilename(), 'w_1.bib')
})

t.test(
  'live availability comes after the page; a member that is away is named so, beside its copies',
  { skip },
  async (t) => {
    const { base, turn, page } = await openPage(t)
    let answer = () => {}
    turn.availabilityGate = new Promise((resolve) => {
      answer = resolve
    })
    const tab = await page()
    await tab.goto(`${base}/works/w_1`)
    await tab.getByText('正在询问借阅状态…').first().waitFor()
    t.equal(await tab.getByText('正在询问借阅状态…').count(), 2, 'only those with a live service are asked')
    t.equal(await tab.locator('.copies li').count(), 4, 'the page is there already')
    answer()
    await tab.locator('.items li').first().waitFor()
    const [university = '', library = ''] = await texts(tab, '.holders > li')
    t.match(
      university,
      /总馆 三楼[\s\S]*在架[\s\S]*可外借[\s\S]*暂不可外借[\s\S]*预计 2026年3月20日[\s\S]*2 人预约[\s\S]*16:30:00 查询/,
    )
    t.match(library, /没有按时应答，借阅状态未知[\s\S]*再问一次/)
  },
)

t.test('an unknown work says so and leads back', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({ locale: 'en-GB' })
  await tab.goto(`${base}/works/w_none`)
  await tab.getByRole('heading', { name: 'There is no such work' }).waitFor()
  t.match(await tab.title(), 'There is no such work')
  await tab.getByRole('button', { name: 'Back to the start' }).click()
  await tab.waitForURL(`${base}/`)
  t.equal(await tab.evaluate(() => document.documentElement.lang), 'en')
})

t.test(
  'a word to the library survives the way to the sign-in page, becomes a case, and its answer arrives',
  { skip },
  async (t) => {
    const { base, turn, page, token } = await openPage(t, {
      signIn: 'https://readers.example/sign-in?library=1',
    })
    const tab = await page()
    await tab.route('https://readers.example/**', async (route) => {
      const address = new URL(route.request().url())
      t.equal(address.searchParams.get('library'), '1')
      const back = `${address.searchParams.get('return_to')}#token=${await token('lin')}`
      await route.fulfill({ status: 302, headers: { location: back } })
    })
    await tab.goto(`${base}/works/w_1`)
    await tab.getByLabel('类别').selectOption('fault')
    await tab.getByLabel('写给').selectOption('public')
    await tab.getByRole('textbox', { name: '内容' }).fill('扫描缺第 3 页')
    t.notOk(turn.cases.length)
    await tab.getByRole('button', { name: '登录后寄出' }).click()
    await tab.getByRole('button', { name: '寄出', exact: true }).waitFor()
    t.equal(tab.url(), `${base}/works/w_1`, 'the token is gone from the address')
    t.equal(
      await tab.getByRole('textbox', { name: '内容' }).inputValue(),
      '扫描缺第 3 页',
      'what was typed is still there',
    )
    await tab.getByRole('button', { name: '寄出', exact: true }).click()
    await tab.getByText('已收到，编号 c_1').waitFor()
    t.match(turn.cases, [
      { kind: 'fault', text: '扫描缺第 3 页', work: 'w_1', member: 'public', language: 'zh-Hans' },
    ])
    await tab.reload()
    await tab.getByRole('button', { name: '我的消息，1 条未读' }).click()
    t.match(
      await tab.locator('.message-list li').innerText(),
      /答复[\s\S]*已更正，谢谢。<b>馆员<\/b>[\s\S]*关于 c_1/,
    )
    await tab.keyboard.press('Escape')
    await tab.getByRole('button', { name: '我的消息', exact: true }).waitFor()
    await tab.getByRole('button', { name: '退出登录' }).click()
    await tab.getByRole('button', { name: '登录', exact: true }).waitFor()
    t.equal(await tab.evaluate(() => sessionStorage.getItem('shulian.token')), null)
  },
)

t.test(
  'a sign-in that has ended keeps the words; without a sign-in page the form says so',
  { skip },
  async (t) => {
    const { base, page } = await openPage(t, { signIn: 'https://readers.example/sign-in' })
    const tab = await page()
    await tab.goto(`${base}/works/w_1#token=e30.e30.AA`)
    await tab.getByRole('button', { name: '登录', exact: true }).waitFor()
    t.equal(tab.url(), `${base}/works/w_1`)
    await tab.getByRole('textbox', { name: '内容' }).fill('请问可以续借吗')
    await tab.evaluate(() => sessionStorage.setItem('shulian.token', 'e30.e30.AA'))
    await tab.getByRole('button', { name: /寄出/ }).click()
    await tab.getByText('登录已过期').waitFor()
    await tab.getByRole('button', { name: '登录后寄出' }).waitFor()
    t.equal(await tab.getByRole('textbox', { name: '内容' }).inputValue(), '请问可以续借吗')
    const other = await openPage(t)
    const plain = await other.page()
    await plain.goto(`${other.base}/works/w_1`)
    await plain.getByText('本联盟还没有开通').waitFor()
    t.equal(await plain.locator('#account button').count(), 1, 'the language alone')
  },
)

t.test('versions say who has them, and related works lead on', { skip }, async (t) => {
  const { base, page } = await openPage(t)
  const tab = await page({})
  await tab.goto(`${base}/works/w_1`)
  await tab.locator('.related').waitFor()
  t.match((await texts(tab, '.versions li'))[1], /第3版.*2008.*馆藏：/)
  t.same(await texts(tab, '.related h3'), ['各卷（册）', '译本'])
  t.same(await texts(tab, '.related li'), ['红楼梦 上册 1996', 'The dream of the red chamber (英语)'])
  await tab.locator('.related a').first().click()
  await tab.waitForURL(`${base}/works/w_2`)
})
