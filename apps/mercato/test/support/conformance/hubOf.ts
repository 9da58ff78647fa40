import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import type { Shop } from '../shop.ts'

type Hub = Pick<ConformanceSubject, 'drain' | 'call'> & { forget(): Promise<void> }

/** The hub's side of a subject, the same for every adapter. */
export function hubOf(shop: Shop): Hub {
  return {
    drain: (now) => drainHub(shop.host, () => now ?? new Date()),
    async call(method, path, body, headers = {}) {
      const request = shop.acme.agent(method, `/api/communication_channels${path}`).set(headers)
      const response = await (body === undefined ? request : request.send(body as object))
      return { status: response.status, body: response.body }
    },
    async forget() {
      await shop.sql(
        `truncate cc_external_contacts, cc_contact_identities, cc_external_conversations, cc_external_messages,
                  cc_message_status_events, cc_send_attempts, cc_outgoing_events, cc_webhook_deliveries,
                  cc_phone_tenures, cc_identity_claims, cc_identity_successions, cc_contact_names, cc_contact_events,
                  cc_contact_blocks, cc_consent_events, cc_consent_words, cc_consent_heads, cc_consents,
                  cc_consent_tasks`,
      )
    },
  }
}
