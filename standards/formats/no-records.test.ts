import { gzipSync } from 'node:zlib'
import t from 'tap'
import { noRecordsBecause } from './no-records.js'

const of = (text: string) => noRecordsBecause(Buffer.from(text, 'latin1'))

t.test('what holds no records is said to be what it is, with what to do', async (t) => {
  const tar = `part1.xml${'\0'.repeat(248)}ustar`
  for (const [head, words] of [
    ['', /^empty.*export it again/],
    [' \r\n\t\n', /^empty/],
    ['\0\0\0\0', /^empty/],
    ['PK\x03\x04\x14\0\0\0\x08\0export/part1.xml', /^a ZIP archive: unpack it/],
    ['PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml', /^an Office document: save the sheet as CSV/],
    ['PK\x03\x04\x14\0\0\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet', /^an Office document/],
    ['\xd0\xcf\x11\xe0\xa1\xb1', /^a document of Excel/],
    ['BZh91AY', /^packed by bzip2/],
    [tar, /^a tar archive/],
    ['%PDF-1.4', /^a PDF/],
    ['\n<!DOCTYPE html><html>', /^a web page/],
    ['\x1f\x8b\x00garbage', /^gzip inside of gzip, or damaged/],
    ['<?xml version="1.0"?><ONIXMessage release="3.0">', /^XML of <ONIXMessage>: MARCXML/],
  ] as const)
    t.match(of(head), words, JSON.stringify(head.slice(0, 20)))
  t.match(noRecordsBecause(gzipSync(tar)), /^a tar archive/, 'also inside of gzip')
  t.match(noRecordsBecause(gzipSync(gzipSync('x'))), /^gzip inside/)
  t.match(noRecordsBecause(gzipSync('')), /^empty/)
  for (const mark of ['', '\ufeff'])
    t.match(noRecordsBecause(Buffer.from(`${mark}<html>`.padEnd(100), 'utf16le')), /^a web page/, 'in UTF-16')
  t.match(of(`${' '.repeat(5_000)}<html>`), /^a web page/, 'also after many blanks')
})

t.test('nothing is said of what might be records', async (t) => {
  for (const head of ['00024nam', 'hello', 'Title;ISBN', '{"a":1}', `${' '.repeat(5_000)}{}`])
    t.equal(of(head), undefined, head.trim())
})
