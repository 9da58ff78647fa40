import { z } from 'zod'
import { wamid } from './parts.ts'

// A picture may have a skin tone, a variation selector or, as some flags do, tags behind it.
const PICTURE = String.raw`\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F|[\u{E0020}-\u{E007F}])*`
const PICTURES = String.raw`${PICTURE}(?:\u200D${PICTURE})*`
const COUNTRY = String.raw`\p{Regional_Indicator}{2}`
const KEYCAP = String.raw`[0-9#*]\uFE0F?\u20E3`
const ONE_EMOJI = new RegExp(`^(?:${PICTURES}|${COUNTRY}|${KEYCAP})$`, 'u')

/** Without an emoji the reaction given before is taken away. */
export const reaction = z.strictObject({
  message_id: wamid,
  emoji: z.string().refine((text) => text === '' || ONE_EMOJI.test(text)),
})
