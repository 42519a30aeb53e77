import t from 'tap'
import { decodeAs, type Encoding } from './candidates.js'
import { chooseEncoding, type Witnesses } from './choose.js'
import { encodeText } from './encode-testing.js'
import { texts } from './texts-testing.js'
import { usualEncoding } from './usual.js'

/** Octets that another program's encoders made. */
const elsewhere: [text: string, encoding: Encoding, octets: string][] = [
  ['红楼梦版本与人物研究', 'gb18030', 'baecc2a5c3ceb0e6b1bed3ebc8cbceefd1d0bebf'],
  ['臺灣文學的歷史與發展', 'big5', 'bb4fc657a4e5bec7aababefaa576bb50b56fae69'],
  ['日本近代文学の歴史', 'shift_jis', '93fa967b8bdf91e395b68a7782cc97f08e6a'],
  ['日本近代文学の歴史', 'euc-jp', 'c6fccbdcb6e1c2e5cab8b3d8a4cecef2bbcb'],
  ['한국 근대 문학의 역사', 'euc-kr', 'c7d1b1b920b1d9b4eb20b9aec7d0c0c720bfaabbe7'],
  ['Русская литература', 'windows-1251', 'd0f3f1f1eae0ff20ebe8f2e5f0e0f2f3f0e0'],
  ['Русская литература', 'koi8-r', 'f2d5d3d3cbc1d120ccc9d4c5d2c1d4d5d2c1'],
  ['Русская литература', 'ibm866', '90e3e1e1aaa0ef20aba8e2a5e0a0e2e3e0a0'],
  ['Русская литература', 'iso-8859-5', 'c0e3e1e1dad0ef20dbd8e2d5e0d0e2e3e0d0'],
  ['Dějiny české knihy', 'windows-1250', '44ec6a696e7920e865736be9206b6e696879'],
  ['Dějiny české knihy', 'ibm852', '44d86a696e79209f65736b82206b6e696879'],
  ['Ιστορία της γλώσσας', 'windows-1253', 'c9f3f4eff1dfe120f4e7f220e3ebfef3f3e1f2'],
  ['Über die Größe der Städte', 'windows-1252', 'dc62657220646965204772f6df6520646572205374e4647465'],
  ['Über die Größe der Städte', 'ibm850', '9a6265722064696520477294e1652064657220537484647465'],
  [
    'Çocuklar için ışıklı öyküler',
    'windows-1254',
    'c76f63756b6c61722069e7696e20fdfefd6b6cfd20f6796bfc6c6572',
  ],
  ['Géographie générale', 'marc-8', '47e2656f677261706869652067e2656ee26572616c65'],
]

t.test('each encoding is told from what another program wrote in it', async (t) => {
  for (const [text, encoding, octets] of elsewhere) {
    const data = Buffer.from(octets, 'hex')
    t.equal(decodeAs(encoding, data), text, `${encoding} has the right table`)
    t.equal(decodeAs(chooseEncoding(data).encoding, data), text, `${encoding} is told`)
  }
})

/** Seeded, so that the same records come every time. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
}

const codes: Record<string, string> = {
  french: 'fre',
  german: 'ger',
  czech: 'cze',
  slovak: 'slo',
  romanian: 'rum',
}

/** How many of generated records, of so many short fields each, are read as they were written. */
function accuracy(fields: number, witnesses: (language: string, encoding: Encoding) => Witnesses) {
  const random = randomFrom(20_260_301)
  let right = 0
  let all = 0
  for (const [language, { encodings, texts: titles }] of Object.entries(texts))
    for (const encoding of encodings.split(' ') as Encoding[])
      for (let round = 0; round < 12; round++) {
        const chosen = Array.from(
          { length: fields },
          () => titles[Math.floor(random() * titles.length)] ?? '',
        )
        const octets = encodeText(chosen.map((title) => `10\x1fa${title}\x1e`).join(''), encoding)
        if (!octets?.some((octet) => octet >= 0x80)) continue
        const { encoding: told } = chooseEncoding(octets, witnesses(language, encoding))
        all++
        if (decodeAs(told, octets) === decodeAs(encoding, octets)) right++
      }
  return { right, all, share: right / all }
}

t.test('records of 25 languages are read as they were written', async (t) => {
  const bare = accuracy(4, () => ({}))
  t.comment(`four short fields and no witness: ${bare.right} of ${bare.all}`)
  t.ok(bare.all > 900)
  t.ok(bare.share > 0.98, '98 of 100 by their octets alone')
})

t.test('one short field is read rightly where its file is known, or its language helps', async (t) => {
  const bare = accuracy(1, () => ({}))
  const language = accuracy(1, (name) => ({ language: codes[name] }))
  const usual = accuracy(1, (_, encoding) => ({ usual: encoding }))
  t.comment(
    `alone ${bare.right}, with five languages stated ${language.right}, in a known file ${usual.right} of ${usual.all}`,
  )
  t.ok(bare.share > 0.88)
  t.ok(language.right > bare.right)
  t.ok(usual.share > 0.99)
})

t.test('a wrong statement and a wrong neighbourhood are outweighed by the octets', async (t) => {
  t.ok(accuracy(4, () => ({ declared: 'utf-8' })).share > 0.98)
  t.ok(accuracy(4, () => ({ declared: 'marc-8' })).share > 0.98)
  t.ok(accuracy(4, () => ({ usual: 'windows-1252' })).share > 0.96)
  t.ok(accuracy(4, () => ({ usual: 'gb18030' })).share > 0.97)
})

t.test('what is no more than a guess has a small margin', async (t) => {
  t.ok(chooseEncoding(Buffer.from('Pr\xe8', 'latin1')).margin < 3)
  t.ok(chooseEncoding(Buffer.from(elsewhere[0]?.[2] ?? '', 'hex')).margin > 20)
})

t.test('a declared encoding that gives the likeliest text takes nothing from its margin', async (t) => {
  const octets = Buffer.from('\xb0', 'latin1')
  const { encoding, margin, ahead } = chooseEncoding(octets, { declared: 'iso-5426', usual: 'marc-8' })
  t.equal(encoding, 'iso-5426')
  t.ok(margin >= 0)
  t.equal(ahead, 0, 'the usual one gives the same text')
})

t.test('the first records of a file tell what is usual in it', async (t) => {
  const file = (titles: string[], encoding: Encoding) =>
    Buffer.concat(
      titles.map((title) =>
        Buffer.concat([
          Buffer.from('head\x1e10\x1fa'),
          encodeText(title, encoding) ?? Buffer.of(),
          Buffer.from('\x1e\x1d'),
        ]),
      ),
    )
  t.equal(
    usualEncoding(file(['Učebnice', 'Příběhy', 'Dějiny', 'Cesta za štěstím'], 'windows-1250')),
    'windows-1250',
  )
  t.equal(usualEncoding(file(['红楼', '江南', '法律'], 'gb18030')), 'gb18030')
  t.equal(usualEncoding(file(['红楼梦', '江南', '法律'], 'utf-8')), undefined)
  t.equal(usualEncoding(file(['Učebnice'], 'windows-1250')), undefined, 'one record says nothing of others')
})
