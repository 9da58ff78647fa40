import { ourConnection } from '../../numbers/our-number.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { definitionOf } from './drafts/draft.ts'
import { editedTemplate, requireDraft } from './drafts/drafts.ts'
import type { KeptTemplate } from './keep-submitted.ts'
import { submitEdit } from './submit-edit.ts'
import { submitNew } from './submit-new.ts'

/**
 * Gives Meta what was written; the edit of a template that is gone by now as a new one. Where it was made anew meanwhile,
 * it is an edit of that. The draft is gone once Meta has
 * taken it, and not before.
 *
 * @throws ChannelError 404; 422 and 503 as for what is new and for an edit
 */
export async function submitDraft(ctx: ProviderContext, id: string): Promise<KeptTemplate> {
  const draft = await requireDraft(ctx, id)
  const ours = await ourConnection(ctx, draft.connectionId)
  const template = await editedTemplate(ctx, draft)
  const written = definitionOf(draft)
  return template ? submitEdit(ctx, ours, template, written, draft) : submitNew(ctx, ours, written, { draft })
}
