import { newKey } from '../../data/newKey.ts'
import type { SendableContent } from '../../model/message.ts'
import { type Complaints, checkDistinct, type DraftField, optional } from '../attach/fieldChecks.ts'
import { limits } from '../limits.ts'

export type ButtonsDraft = {
  header: string
  body: string
  footer: string
  buttons: { id: string; title: string }[]
}

/** The id comes back with the customer's choice, so no two buttons ever share one. */
export const emptyButton = () => ({ id: newKey(), title: '' })

export const emptyButtons = (): ButtonsDraft => ({
  header: '',
  body: '',
  footer: '',
  buttons: [emptyButton()],
})

export function isEmptyButtons({ header, body, footer, buttons }: ButtonsDraft): boolean {
  return [header, body, footer, ...buttons.map((button) => button.title)].every((text) => !text.trim())
}

export const buttonPath = (index: number) => `content.buttons.${index}.title`

const titleFields = (draft: ButtonsDraft): DraftField[] =>
  draft.buttons.map((button, index) => ({
    path: buttonPath(index),
    text: button.title,
    limit: limits.buttonTitle,
    isRequired: true,
  }))

export const buttonsFields = (draft: ButtonsDraft): DraftField[] => [
  { path: 'content.header.text', text: draft.header, limit: limits.header },
  { path: 'content.body', text: draft.body, limit: limits.buttonsBody, isRequired: true },
  { path: 'content.footer', text: draft.footer, limit: limits.footer },
  ...titleFields(draft),
]

export const checkButtons = (draft: ButtonsDraft): Complaints => checkDistinct(titleFields(draft))

/** The message of a draft that has no complaints. */
export function buttonsOf(draft: ButtonsDraft): SendableContent {
  const header = draft.header.trim()
  return {
    type: 'interactive',
    kind: 'reply_buttons',
    ...(header ? { header: { type: 'text', text: header } as const } : {}),
    body: draft.body.trim(),
    ...optional('footer', draft.footer),
    buttons: draft.buttons.map(({ id, title }) => ({ id, title: title.trim() })),
  }
}
