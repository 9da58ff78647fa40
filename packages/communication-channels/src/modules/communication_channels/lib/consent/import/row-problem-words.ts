import type { RowProblem } from './check/check-row.ts'

/** What is wrong with a row, for who reads the list of them outside the page. */
const SENTENCES: Record<string, string> = {
  phone_missing: 'There is no phone number.',
  phone_shortened:
    'A spreadsheet has shortened the phone number: format the column as text and enter it again.',
  phone_invalid: 'This is no whole phone number: write it with its country code, as +48 601 234 567.',
  purpose_missing: 'It does not say for which purpose: marketing, utility or both.',
  purpose_unknown: 'The purpose is none of marketing, utility and both.',
  time_missing: 'It does not say when the person agreed.',
  time_unreadable: 'This is no date: write it as 2026-05-03 or 2026-05-03T14:30:00+02:00.',
  time_too_old: 'This date lies before the year 2000.',
  time_future: 'This date lies in the future.',
  confirmed_before: 'It was confirmed before the person agreed.',
  text_missing: 'The text to which the person agreed is missing.',
  language_unknown: 'This is no language: write it as en or pt-BR.',
  ip_invalid: 'This is no IP address.',
  url_invalid: 'This is no link that begins with http:// or https://.',
  evidence_missing:
    'Nothing shows that the person agreed: give a source_document, ip, url, reference or note.',
  control_characters: 'There are characters in it that nobody can see.',
  too_long: 'This is too long.',
  too_many_columns: 'It has more cells than there are headings.',
  opted_out_later: 'The person opted out after this date, and stays opted out.',
  duplicate: 'The same person stands in an earlier line of the file.',
}

export function sayProblem({ code, column, line }: RowProblem): string {
  const sentence = SENTENCES[code] ?? 'It cannot be recorded.'
  const where = column === null ? '' : `${column}: `
  return line === undefined ? `${where}${sentence}` : `${where}${sentence} (line ${line})`
}
