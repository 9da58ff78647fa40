import type { ReactionContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/companions'
import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'

/** An empty emoji takes the reaction back. */
export const reaction: ContentKind<ReactionContent> = {
  limits: z.object({
    emoji: z
      .string()
      .nullable()
      .refine((emoji) => !emoji || isOneEmoji(emoji), 'A reaction is exactly one emoji.'),
  }),
  wire: ({ targetExternalId, emoji }) => ({ message_id: targetExternalId, emoji: emoji ?? '' }),
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Hearts and the like are emoji also without the sign that asks for colour, as some keyboards write them. */
function isOneEmoji(text: string): boolean {
  return [...graphemes.segment(text)].length === 1 && /^(\p{RGI_Emoji}|\p{Extended_Pictographic})/v.test(text)
}
