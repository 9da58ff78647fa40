import { isIP } from 'node:net'
import { readPhone } from '../../../identity/phone-key.ts'
import type { ConsentPurpose } from '../../consent.ts'
import type { Cells, Column } from './columns.ts'
import { readTime } from './read-time.ts'

/** What is said once for all rows of a file, where a row says nothing else. */
export interface FileDefaults {
  purpose: 'marketing' | 'utility' | 'both' | null
  text: string | null
  textVersion: string | null
  language: string | null
  /** What proves it for all of them. */
  document: string | null
}

export interface RowProblem {
  code: string
  column: Column | null
  /** Where the same person stands already. */
  line?: number
}

/** Told of a row that is sound: it is recorded, and changes nothing for the person. */
export const OPTED_OUT_LATER: RowProblem = { code: 'opted_out_later', column: null }

/** A row that says who agreed to what, when, and how that is known. Words that are the file's own are null. */
export interface SoundRow {
  /** International, with a leading plus. */
  phone: string
  purposes: ConsentPurpose[]
  agreedAt: string
  confirmedAt: string | null
  text: string | null
  textVersion: string | null
  language: string | null
  evidence: Partial<Record<EvidenceName, string>>
}

type EvidenceName = 'document' | 'ip' | 'url' | 'reference' | 'note'
const EVIDENCE: [EvidenceName, Column][] = [
  ['document', 'source_document'],
  ['ip', 'ip'],
  ['url', 'url'],
  ['reference', 'reference'],
  ['note', 'note'],
]

const MOST_CHARACTERS: Partial<Record<Column, number>> = { text: 4096, text_version: 100, language: 35 }
const MOST_OTHERWISE = 500
/** As en, pl or pt-BR. */
export const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8}){0,3}$/i
/** As a spreadsheet writes a long number that it was not told to be text. */
const SHORTENED = /^\d([.,]\d+)?e\+?\d+$/i

/**
 * Reads one row. Pure, and all that is wrong with it is said at once.
 *
 * @param region ISO 3166 code of the country in which a number without a plus is meant
 * @param now nothing was agreed to after it
 */
export function checkRow(
  cells: Cells,
  defaults: FileDefaults,
  region: string | null,
  now: Date,
): { row: SoundRow; problems: null } | { row: null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const objectTo = (column: Column | null, code: string) => problems.push({ code, column })
  for (const [column, cell] of Object.entries(cells) as [Column, string][]) {
    if (hasControl(cell, column)) objectTo(column, 'control_characters')
    else if (cell.length > (MOST_CHARACTERS[column] ?? MOST_OTHERWISE)) objectTo(column, 'too_long')
  }
  const phone = cells.phone === undefined ? null : readPhone(visible(cells.phone), region)
  if (!phone) objectTo('phone', phoneProblem(cells.phone))
  const purposes = purposesOf(cells.purpose ?? defaults.purpose)
  if (!purposes) objectTo('purpose', cells.purpose === undefined ? 'purpose_missing' : 'purpose_unknown')
  const agreed = cells.agreed_at === undefined ? null : readTime(cells.agreed_at, now)
  if (!agreed?.at) objectTo('agreed_at', agreed?.problem ?? 'time_missing')
  const confirmed = cells.confirmed_at === undefined ? null : readTime(cells.confirmed_at, now)
  if (confirmed?.problem) objectTo('confirmed_at', confirmed.problem)
  else if (confirmed && agreed?.at && confirmed.at < agreed.at) objectTo('confirmed_at', 'confirmed_before')
  if (!cells.text && !defaults.text) objectTo('text', 'text_missing')
  if (cells.language && !LANGUAGE.test(cells.language)) objectTo('language', 'language_unknown')
  if (cells.ip && isIP(cells.ip) === 0) objectTo('ip', 'ip_invalid')
  if (cells.url && !isLink(cells.url)) objectTo('url', 'url_invalid')
  const named = EVIDENCE.flatMap(([name, column]) => (cells[column] ? [[name, cells[column]]] : []))
  if (named.length === 0 && !defaults.document) objectTo(null, 'evidence_missing')

  if (problems.length > 0 || !phone || !purposes || !agreed?.at) return { row: null, problems }
  const row: SoundRow = {
    ...{ phone, purposes, agreedAt: agreed.at.toISOString() },
    confirmedAt: confirmed?.at?.toISOString() ?? null,
    ...{
      text: cells.text ?? null,
      textVersion: cells.text_version ?? null,
      language: cells.language ?? null,
    },
    evidence: Object.fromEntries(named),
  }
  return { row, problems: null }
}

function phoneProblem(text: string | undefined): string {
  if (text === undefined) return 'phone_missing'
  return SHORTENED.test(text) ? 'phone_shortened' : 'phone_invalid'
}

function purposesOf(said: string | null): ConsentPurpose[] | null {
  const purpose = said?.toLowerCase()
  if (purpose === 'both') return ['marketing', 'utility']
  return purpose === 'marketing' || purpose === 'utility' ? [purpose] : null
}

/** Numbers copied from an address book come with marks that say in which direction they are written. */
function visible(text: string): string {
  return text.replace(/\p{Cf}/gu, '')
}

/** Texts have lines. */
function hasControl(cell: string, column: Column): boolean {
  const rest = column === 'text' || column === 'note' ? cell.replace(/[\t\r\n]/g, '') : cell
  return /\p{Cc}/u.test(rest)
}

function isLink(text: string): boolean {
  return /^https?:\/\//i.test(text) && URL.canParse(text)
}
