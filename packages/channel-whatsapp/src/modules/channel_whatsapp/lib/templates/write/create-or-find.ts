import { type GraphTemplate, readTemplate } from '../../graph/list-templates.ts'
import type { SubmittedTemplate } from '../../graph/manage-templates.ts'
import type { OurConnection } from '../../numbers/our-number.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { findAtMeta, mayBeDone, outcomeUnknown } from './unclear-outcome.ts'

interface NewTemplate {
  name: string
  language: string
  create(): Promise<SubmittedTemplate>
  /** How Meta would list it, for when it cannot be asked. */
  asGiven(submitted: SubmittedTemplate): GraphTemplate
  /** Whether what Meta has by that name is what it was given, and not somebody else's. */
  isOurs(found: GraphTemplate): boolean
  /** Where Meta is asked for many at once, its calls of an hour are kept for that: the next sync reads them. */
  isReadLater?: boolean
}

/**
 * Has Meta create a template, and reads it: Meta writes parts of some itself. Where its answer got lost, the template is
 * looked for.
 *
 * @throws GraphError; GraphUnreachable where nothing was sent; ChannelError 503 where Meta may have it, and where it has
 * another one by that name
 */
export async function createOrFind(
  ctx: ProviderContext,
  ours: OurConnection,
  { create, asGiven, isOurs, isReadLater, ...named }: NewTemplate,
): Promise<GraphTemplate> {
  let submitted: SubmittedTemplate
  try {
    submitted = await create()
  } catch (failure) {
    if (!mayBeDone(failure)) throw failure
    const found = await findAtMeta(ours, named)
    if (found && isOurs(found)) return found
    throw await outcomeUnknown(ctx, ours)
  }
  if (isReadLater) return asGiven(submitted)
  return readTemplate(ours.access, submitted.id).catch(() => asGiven(submitted))
}
