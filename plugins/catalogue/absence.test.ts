import t from 'tap'

t.test(
  'absent from a full list once is a suspicion, twice a deletion, and a shrunken list deletes nothing',
  async (t) => {
    const all = Array.from({ length: 10 }, (_, number) =>
      put({ id: String(number), title: `Title ${number}` }),
    )
    const script: Script = { pages: [all], asked: [] }
    const { catalogue } = await openCatalogue(t, { script })
    const harvest = () => catalogue.harvest('one', { signal, full: true })
    const live = async () => (await catalogue.counts()).records
    await harvest()
    script.pages = [all.slice(1)]
    t.match(await harvest(), { missing: 1, deleted: 0 })
    t.equal(await live(), 10)
    await harvest()
    t.equal(await live(), 9)
    script.pages = [all.slice(0, 2)]
    t.match((await harvest()).notes?.join(), /HARVEST_SHRINK/)
    await harvest()
    t.equal(await live(), 10, 'the record that came back is live again, and nothing else left')
    script.pages = [[]]
    t.match(await harvest(), { read: 0, missing: 10 })
    t.equal(await live(), 10)
  },
)
