import { isText } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/bounds'
import { z } from 'zod'

/** Text that can be kept and sent: how long it may be at Meta is the lint's to say, with words and a mend. */
export const writtenText = (max: number) =>
  z.string().max(max).refine(isText, 'There is a character in it that cannot be sent.')
