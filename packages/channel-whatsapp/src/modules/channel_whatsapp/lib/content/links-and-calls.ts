import { z } from 'zod'
import type { ContentKind, Interactive } from './content-kind.ts'
import { bodyText, buttonLabel, framed, wireFrame } from './interactive-frame.ts'
import { words } from './limits.ts'

export function wireLink({ label, url }: { label: string; url: string }) {
  return { name: 'cta_url', parameters: { display_text: label, url } }
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages */
export const ctaUrl: ContentKind<Interactive<'cta_url'>> = {
  limits: z.object({ ...framed(), label: buttonLabel }),
  wire: (content) => ({ type: 'cta_url', ...wireFrame(content), action: wireLink(content) }),
}

const MAX_CALL_MINUTES = 43_200

/** A button that calls the business; after `ttlMinutes` it does so no longer. */
export const callButton: ContentKind<Interactive<'call_button'>> = {
  limits: z.object({
    body: bodyText(),
    label: buttonLabel.optional(),
    ttlMinutes: z
      .number()
      .min(1, 'A call button is good for one minute at least.')
      .max(MAX_CALL_MINUTES, `A call button is good for ${MAX_CALL_MINUTES} minutes at most.`)
      .optional(),
    payload: words('The payload', 512).optional(),
  }),
  wire: ({ body, label, ttlMinutes, payload }) => {
    const parameters = {
      ...(label ? { display_text: label } : {}),
      ...(ttlMinutes ? { ttl_minutes: ttlMinutes } : {}),
      ...(payload ? { payload } : {}),
    }
    const action = Object.keys(parameters).length > 0 ? { parameters } : {}
    return { type: 'voice_call', body: { text: body }, action: { name: 'voice_call', ...action } }
  },
}
