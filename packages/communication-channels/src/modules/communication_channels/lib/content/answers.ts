import { z } from 'zod'

/** What a customer chose or filled in. The message it answers is the one it replies to. */
export const replyContent = z.object({
  type: z.literal('reply'),
  kind: z.enum(['button', 'list', 'template_button']),
  /** What we gave the choice when we sent it: its id, or its payload. */
  id: z.string().nullable(),
  title: z.string(),
  description: z.string().optional(),
})
export type ReplyContent = z.infer<typeof replyContent>

export const formAnswerContent = z.object({
  type: z.literal('form_answer'),
  /** What kind of form it was, as the provider calls it. */
  name: z.string(),
  text: z.string().nullable(),
  /** As filled in; null where the answer could not be read, then it is in `raw`. */
  values: z.record(z.string(), z.unknown()).nullable(),
  token: z.string().nullable(),
  raw: z.string().nullable(),
})
export type FormAnswerContent = z.infer<typeof formAnswerContent>

export const callPermissionContent = z.object({
  type: z.literal('call_permission'),
  isGranted: z.boolean(),
  isPermanent: z.boolean(),
  expiresAt: z.iso.datetime().nullable(),
  /** Whether the person chose, or the provider did so by itself. */
  isAutomatic: z.boolean(),
})
export type CallPermissionContent = z.infer<typeof callPermissionContent>
