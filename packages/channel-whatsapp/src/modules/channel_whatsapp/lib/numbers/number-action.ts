import { z } from 'zod'
import type { ProviderContext } from '../provider-context.ts'
import * as calls from './number-calls.ts'
import { askMeta, ourNumber } from './our-number.ts'
import { rereadNumber } from './reread-number.ts'

/** A language as Meta writes it. */
const language = z
  .string()
  .regex(/^[a-z]{2,3}(_[A-Z]{2})?$/, 'A language is written like en_US.')
  .default('en_US')

/** What can be done to a number at Meta. */
export const numberAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('register'), pin: calls.pin }),
  z.strictObject({ action: z.literal('deregister') }),
  z.strictObject({ action: z.literal('request_code'), method: calls.codeMethod, language }),
  z.strictObject({ action: z.literal('verify_code'), code: calls.verificationCode }),
  z.strictObject({ action: z.literal('set_pin'), pin: calls.pin }),
  z.strictObject({ action: z.literal('request_display_name'), name: calls.displayName }),
])
export type NumberAction = z.infer<typeof numberAction>

/**
 * Does it, and reads the number anew.
 *
 * @throws ChannelError 404; 422 and 503 with what Meta said
 */
export async function actOnNumber(
  ctx: ProviderContext,
  connectionId: string,
  channelId: string,
  action: NumberAction,
): Promise<void> {
  const ours = await ourNumber(ctx, connectionId, channelId)
  const { access, number } = ours
  const id = number.phoneNumberId
  await askMeta(ctx, ours, () => {
    switch (action.action) {
      case 'register':
        return calls.registerNumber(access, id, action.pin)
      case 'deregister':
        return calls.deregisterNumber(access, id)
      case 'request_code':
        return calls.requestCode(access, id, action)
      case 'verify_code':
        return calls.verifyCode(access, id, action.code)
      case 'set_pin':
        return calls.setPin(access, id, action.pin)
      case 'request_display_name':
        return calls.requestDisplayName(access, id, action.name)
    }
  })
  await rereadNumber(ctx, ours)
}
