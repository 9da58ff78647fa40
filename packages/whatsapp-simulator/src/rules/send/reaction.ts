import { z } from 'zod'
import { wamid } from './parts.ts'

/** Without an emoji the reaction given before is taken away. */
export const reaction = z.strictObject({
  message_id: wamid,
  emoji: z.string().refine((text) => text === '' || isOneEmoji(text)),
})

function isOneEmoji(text: string): boolean {
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)]
  return characters.length === 1 && /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(text)
}
