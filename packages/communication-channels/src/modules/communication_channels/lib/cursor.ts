import { z } from 'zod'
import { ChannelError } from './errors.ts'

/** The key of a row in a list ordered by time and id. Lists continue after it, so nothing shifts under a reader. */
export interface Cursor {
  at: string
  id: string
}

const FORM = /^([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,6}Z)_([0-9a-f-]{36})$/

export function encodeCursor(row: { at: Date | string; id: string }): string {
  const at = row.at instanceof Date ? row.at.toISOString() : row.at
  return Buffer.from(`${at}_${row.id}`).toString('base64url')
}

/** @throws a 400 for anything that was not made by `encodeCursor` */
export function decodeCursor(cursor: string | undefined): Cursor | null {
  if (cursor === undefined) return null
  const match = FORM.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  if (!match || !isInCalendar(match[1]!) || !z.uuid().safeParse(match[2]).success) {
    throw new ChannelError(
      400,
      'invalid_cursor',
      'This page does not exist.',
      'Start again from the first page.',
    )
  }
  return { at: match[1]!, id: match[2]! }
}

/** JavaScript takes the 31st of February for the 3rd of March; PostgreSQL takes it for nothing. */
export function isInCalendar(iso: string): boolean {
  const at = new Date(iso)
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 19) === iso.slice(0, 19)
}
