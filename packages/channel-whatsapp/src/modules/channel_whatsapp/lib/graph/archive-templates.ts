import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { apiUrl } from '../provider.ts'
import { requestGraph } from './graph-client.ts'
import { GraphError } from './graph-error.ts'

/** Meta's reason by the template's id; a list where there is none, and in some descriptions of the API always. */
const reasons = z.union([
  z.record(z.string(), z.string()).transform((byId) => Object.values(byId)),
  z.array(z.object({ reason: z.string() })).transform((failures) => failures.map(({ reason }) => reason)),
])
const answer = z.object({ failed_templates: reasons.default([]) })

/**
 * Puts a template away, or takes it back out. Unlike Graph's, this address has no version in it.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 *
 * @throws GraphError, also for what Meta refuses within a good answer; GraphUnreachable
 */
export async function archiveTemplate(
  access: GraphAccess,
  businessAccountId: string,
  act: 'archive' | 'unarchive',
  templateId: string,
): Promise<void> {
  const path = `${businessAccountId}/message_templates/${act}`
  const [reason] = answer.parse(
    await requestGraph(access, { method: 'POST', path, body: { hsm_ids: [templateId] }, baseUrl: apiUrl() }),
  ).failed_templates
  if (reason !== undefined) throw new GraphError(400, null, reason, reason)
}
