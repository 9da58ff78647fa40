import { lengthOf } from '../../../content/limits.ts'
import { type Finding, refused } from '../finding.ts'
import { NAME_MAX } from '../limits.ts'
import { mend } from '../mend.ts'
import type { LintSubject } from '../subject.ts'

/** What a template is called; the name of one that exists is Meta's already. */
export function* lintName({ definition, about }: LintSubject): Generator<Finding> {
  if (about.isEdit) return
  const { name, language } = definition
  if (name === '') {
    yield refused('name_missing', 'name')
    return
  }
  const length = lengthOf(name)
  if (length > NAME_MAX) yield refused('text_too_long', 'name', { max: NAME_MAX, length })
  if (!/^[a-z0-9_]+$/.test(name)) {
    const fix = plainName(name) ? mend<string>('plain_name', 'name', plainName) : null
    yield refused('name_bad_characters', 'name', {}, fix)
  }
  if (about.takenNames?.some((taken) => taken.name === name && taken.language === language)) {
    yield refused('name_taken', 'name', { name, language })
  }
  const blocked = about.blockedNames?.find((one) => one.name === name)
  if (blocked) yield refused('name_blocked', 'name', { name, until: blocked.until.slice(0, 10) })
}

/** Letters that do not come apart into a plain one and its accent. */
const WHOLE_LETTERS: Record<string, string> = { ł: 'l', ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', đ: 'd' }

/** “Zamówienie Wysłane!” → `zamowienie_wyslane` */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łßøæœđ]/g, (letter) => WHOLE_LETTERS[letter]!)
    .replace(/[^a-z0-9_]+/g, '_')
    .replace(/^_+|_+$/g, '')
}
