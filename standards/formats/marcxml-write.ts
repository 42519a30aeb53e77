import { isDataField, type MarcField, type MarcRecord } from './marc.js'

/** A record as one MARCXML `record` element in the namespace of MARC 21 slim; characters XML forbids become spaces. */
export function writeMarcxml(record: MarcRecord): string {
  const fields = record.fields.map(fieldElement).join('')
  return `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>${escaped(record.leader)}</leader>${fields}</record>`
}

function fieldElement(field: MarcField): string {
  const tag = escaped(field.tag)
  if (!isDataField(field)) return `<controlfield tag="${tag}">${escaped(field.value)}</controlfield>`
  const subfields = field.subfields
    .map(({ code, value }) => `<subfield code="${escaped(code)}">${escaped(value)}</subfield>`)
    .join('')
  return `<datafield tag="${tag}" ind1="${escaped(field.ind1)}" ind2="${escaped(field.ind2)}">${subfields}</datafield>`
}

const escaped = (text: string): string =>
  text
    .replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
