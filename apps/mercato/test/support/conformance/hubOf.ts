import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { emptyInbox } from '../inbox.ts'
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
      await emptyInbox(shop)
    },
  }
}
