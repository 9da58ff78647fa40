import { z } from 'zod'
import type { ContentKind } from './content-kind.ts'
import { bodyText } from './interactive-frame.ts'

/** A question with one button, by which the customer gives something. */
function request(type: string, action: string): ContentKind<{ body: string }> {
  return {
    limits: z.object({ body: bodyText() }),
    wire: ({ body }) => ({ type, body: { text: body }, action: { name: action } }),
  }
}

export const locationRequest = request('location_request_message', 'send_location')
export const contactInfoRequest = request('request_contact_info', 'request_contact_info')
export const callPermissionRequest = request('call_permission_request', 'call_permission_request')
