import { z } from 'zod'

/** What Meta decides about a template, and what the simulator's own API can change. */
export const templateStateSchema = z.object({
  status: z.enum([
    'APPROVED',
    'PENDING',
    'REJECTED',
    'PAUSED',
    'DISABLED',
    'IN_APPEAL',
    'PENDING_DELETION',
    'LIMIT_EXCEEDED',
    'ARCHIVED',
  ]),
  /** What a send is answered. All but `accepted` keep its message back until this is `accepted` again. */
  messageStatus: z.enum(['accepted', 'held_for_quality_assessment', 'paused']),
})

export type TemplateState = z.infer<typeof templateStateSchema>
export type TemplateStatus = TemplateState['status']
