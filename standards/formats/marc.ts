/** A MARC record of any flavour and carrier, after its bytes were read. Codes are case-sensitive. */
export interface MarcRecord {
  /** 24 characters. */
  leader: string
  fields: MarcField[]
}

export type MarcField = ControlField | DataField

export interface ControlField {
  tag: string
  value: string
}

export interface DataField {
  tag: string
  ind1: string
  ind2: string
  subfields: Subfield[]
}

export interface Subfield {
  code: string
  value: string
}

export const isDataField = (field: MarcField): field is DataField => 'subfields' in field
