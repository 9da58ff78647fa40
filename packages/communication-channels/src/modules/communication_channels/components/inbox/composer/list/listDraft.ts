import { newKey } from '../../data/newKey.ts'
import type { SendableContent } from '../../model/message.ts'
import { type DraftField, optional } from '../attach/fieldChecks.ts'
import { limits } from '../limits.ts'

export type RowDraft = { id: string; title: string; description: string }
export type SectionDraft = { id: string; title: string; rows: RowDraft[] }

export type ListDraft = {
  header: string
  body: string
  footer: string
  label: string
  sections: SectionDraft[]
}

/** The id comes back with the customer's choice, so no two rows ever share one. */
export const emptyRow = (): RowDraft => ({ id: newKey(), title: '', description: '' })
export const emptySection = (): SectionDraft => ({ id: newKey(), title: '', rows: [emptyRow()] })

export const emptyList = (): ListDraft => ({
  header: '',
  body: '',
  footer: '',
  label: '',
  sections: [emptySection()],
})

export function isEmptyList({ header, body, footer, label, sections }: ListDraft): boolean {
  const rows = sections.flatMap((section) => section.rows)
  const texts = [
    ...sections.map((section) => section.title),
    ...rows.flatMap((row) => [row.title, row.description]),
  ]
  return [header, body, footer, label, ...texts].every((text) => !text.trim())
}

export const sectionPath = (section: number) => `content.sections.${section}.title`
export const rowPath = (section: number, row: number, part: 'title' | 'description') =>
  `content.sections.${section}.rows.${row}.${part}`

/** All sections share one bound. */
export const countRows = (draft: ListDraft) => draft.sections.flatMap((section) => section.rows).length

export function listFields(draft: ListDraft): DraftField[] {
  return [
    { path: 'content.header.text', text: draft.header, limit: limits.header },
    { path: 'content.body', text: draft.body, limit: limits.listBody, isRequired: true },
    { path: 'content.footer', text: draft.footer, limit: limits.footer },
    { path: 'content.label', text: draft.label, limit: limits.listLabel, isRequired: true },
    ...draft.sections.flatMap((section, index) => [
      {
        path: sectionPath(index),
        text: section.title,
        limit: limits.sectionTitle,
        isRequired: draft.sections.length > 1,
      },
      ...section.rows.flatMap((row, at) => [
        { path: rowPath(index, at, 'title'), text: row.title, limit: limits.rowTitle, isRequired: true },
        { path: rowPath(index, at, 'description'), text: row.description, limit: limits.rowDescription },
      ]),
    ]),
  ]
}

/** The message of a draft that has no complaints. */
export function listOf(draft: ListDraft): SendableContent {
  const header = draft.header.trim()
  return {
    type: 'interactive',
    kind: 'list',
    ...(header ? { header: { type: 'text', text: header } as const } : {}),
    body: draft.body.trim(),
    ...optional('footer', draft.footer),
    label: draft.label.trim(),
    sections: draft.sections.map((section) => ({
      ...optional('title', section.title),
      rows: section.rows.map((row) => ({
        id: row.id,
        title: row.title.trim(),
        ...optional('description', row.description),
      })),
    })),
  }
}
