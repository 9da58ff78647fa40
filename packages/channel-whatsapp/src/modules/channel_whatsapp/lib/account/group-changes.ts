import { z } from 'zod'
import type { DetailOf } from './account-detail.ts'
import { text, wireError } from './wire-values.ts'

const person = z
  .looseObject({ wa_id: text, user_id: text, input: text, errors: z.array(wireError).nullish() })
  .transform((one) => ({ name: one.wa_id ?? one.user_id ?? one.input, errors: one.errors ?? [] }))
const people = z.array(person).nullish()

const SETTINGS = ['profile_picture', 'group_subject', 'group_description'] as const
/** A setting that somebody wanted changed, and whether it was. */
const setting = z.looseObject({
  update_successful: z.boolean().nullish(),
  errors: z.array(wireError).nullish(),
})
type Setting = z.infer<typeof setting> | null | undefined

export const group = z
  .looseObject({
    type: z.string().min(1),
    timestamp: z.unknown(),
    group_id: text,
    request_id: text,
    subject: text,
    profile_picture: setting.nullish(),
    group_subject: setting.extend({ text }).nullish(),
    group_description: setting.nullish(),
    invite_link: text,
    added_participants: people,
    removed_participants: people,
    failed_participants: people,
    wa_id: text,
    user_id: text,
    errors: z.array(wireError).nullish(),
  })
  .transform((value): DetailOf<'group'> => {
    const { type, timestamp: _, group_id, request_id, subject, invite_link, ...rest } = value
    const { added_participants, removed_participants, failed_participants, wa_id, user_id, errors, ...more } =
      rest
    const failed = failed_participants ?? []
    const named = [...(added_participants ?? []), ...(removed_participants ?? []), ...failed]
    return {
      kind: 'group',
      event: type,
      groupId: group_id,
      requestId: request_id,
      name: subject ?? (isRefused(value.group_subject) ? null : (value.group_subject?.text ?? null)),
      inviteLink: invite_link,
      people: [...named.map(({ name }) => name), wa_id ?? user_id].filter((name) => name !== null),
      problems: [
        ...(errors ?? []),
        ...SETTINGS.flatMap((name) => problemsOf(name, value[name])),
        ...failed.flatMap((one) => one.errors),
      ],
      more,
    }
  })

function isRefused(change: Setting): boolean {
  return change?.update_successful === false
}

/** Where Meta gives no reason, the setting that was refused. */
function problemsOf(name: string, change: Setting): DetailOf<'group'>['problems'] {
  const errors = change?.errors ?? []
  return errors.length === 0 && isRefused(change) ? [{ code: null, title: name, message: null }] : errors
}

/** Something said in a group: kept out of the threads with its members. What was said stays in the journal. */
export const groupMessage = z
  .looseObject({ group_id: text, id: text, type: text })
  .refine((value) => value.group_id ?? value.id)
  .transform(
    (value): DetailOf<'group_message'> => ({
      kind: 'group_message',
      groupId: value.group_id,
      messageId: value.id,
      messageType: value.type,
    }),
  )
