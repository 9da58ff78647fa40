import type { InteractiveContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/interactive'
import type { z } from 'zod'

/** How one kind of content goes to Meta. The hub has checked its shape already; this is what Meta adds to that. */
export interface ContentKind<Content> {
  /** Meta's limits, as far as they are narrower than the hub's. */
  limits: z.ZodType
  /** What stands under the kind's name in the body of the request. */
  wire(content: Content): Record<string, unknown> | Record<string, unknown>[]
}

export type Interactive<Kind extends InteractiveContent['kind']> = Extract<InteractiveContent, { kind: Kind }>
