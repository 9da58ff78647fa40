import type { ReplyContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/answers'
import { z } from 'zod'
import { told } from '../meta-values.ts'

const templateButton = z.object({ text: told, payload: told })

/** A quick reply of a template, which has a payload instead of an id. */
export function readTemplateButton(part: unknown): ReplyContent | null {
  const { data } = templateButton.safeParse(part)
  const title = data?.text ?? data?.payload
  return title === undefined
    ? null
    : { type: 'reply', kind: 'template_button', id: data?.payload ?? null, title }
}

const choice = z.object({ id: told, title: z.string(), description: told })

export function readButtonReply(part: unknown): ReplyContent | null {
  const { data } = choice.safeParse(part)
  return data ? { type: 'reply', kind: 'button', id: data.id ?? null, title: data.title } : null
}

export function readListReply(part: unknown): ReplyContent | null {
  const { data } = choice.safeParse(part)
  if (!data) return null
  return { type: 'reply', kind: 'list', ...data, id: data.id ?? null }
}
