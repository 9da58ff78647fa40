import { outboundRequest } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import fc from 'fast-check'
import { arbitraryOf } from '../../../../../test/arbitrary.ts'
import { checkContent } from './check-content.ts'

const requests = arbitraryOf(outboundRequest)

it('whatever the hub takes is either fine or refused with a reason, and nothing else happens', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(requests, (candidate) => {
      const request = outboundRequest.safeParse(candidate)
      if (!request.success) return
      seen.add(request.data.type === 'interactive' ? request.data.kind : request.data.type)
      try {
        checkContent(request.data)
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error
        expect(error.code).toBe('content_invalid')
      }
    }),
    { numRuns: 3000 },
  )
  expect(seen.size).toBeGreaterThan(18)
})
