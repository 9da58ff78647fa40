import { createLogger } from '@open-mercato/shared/lib/logger'
import { readNumber } from '../graph/list-numbers.ts'
import type { ProviderContext } from '../provider-context.ts'
import { keepNumber } from './keep-number.ts'
import type { OurNumber } from './our-number.ts'

const logger = createLogger('channel_whatsapp.numbers')

/** How the number is after something was done to it. That was done by then, so nothing is thrown. */
export async function rereadNumber(ctx: ProviderContext, { access, number }: OurNumber): Promise<void> {
  try {
    const askedAt = new Date()
    await keepNumber(ctx.db, ctx.scope, number, await readNumber(access, number.phoneNumberId), askedAt)
  } catch (err) {
    logger.warn('a number could not be read again', { channelId: number.channelId, err })
  }
}
