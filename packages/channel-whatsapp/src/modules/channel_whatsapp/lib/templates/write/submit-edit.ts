import { isDeepStrictEqual } from 'node:util'
import { databaseNow } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { inWords } from '../../errors/describe-error.ts'
import { knownProblem } from '../../errors/known-problem.ts'
import { type GraphTemplate, readTemplate } from '../../graph/list-templates.ts'
import { editTemplate } from '../../graph/manage-templates.ts'
import { askMeta, type OurConnection } from '../../numbers/our-number.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { asWritten } from '../definition/as-written.ts'
import type { TemplateDefinition } from '../definition/definition.ts'
import type { EditRules } from '../definition/edit-rules.ts'
import { checkedDefinition } from './checked-definition.ts'
import { editStanding } from './edit-standing.ts'
import { graphTemplateOf } from './graph-template-of.ts'
import { isWritten } from './is-written.ts'
import { type KeptTemplate, keepSubmitted, type SubmittedDraft } from './keep-submitted.ts'
import type { StoredTemplate } from './our-template.ts'
import { refusedPart, refusedTemplate } from './refused-template.ts'
import { changeFailure } from './template-failure.ts'
import { mayBeDone, outcomeUnknown } from './unclear-outcome.ts'

/**
 * Gives Meta another form of a template that it has. It goes into review again.
 *
 * @throws ChannelError 422 `template_not_editable` with the reason and from when it is, `template_unchanged`, and as for
 * a new one
 */
export async function submitEdit(
  ctx: ProviderContext,
  ours: OurConnection,
  template: StoredTemplate,
  written: TemplateDefinition,
  draft: SubmittedDraft,
): Promise<KeptTemplate> {
  const { db, scope, now } = ctx
  const rules = await editStanding(db, scope, template, now)
  if (!rules.canEdit) throw notEditable(rules)
  refuseFixedParts(template, written, rules)
  const { name, language } = template
  const definition = checkedDefinition({ ...written, name, language }, { isEdit: true })
  // Of a rejected one Meta may think again; an approved one would be out of use for nothing.
  if (template.status === 'APPROVED' && isDeepStrictEqual(asWritten(template), definition)) {
    throw knownProblem('template_unchanged')
  }
  const askedAt = await databaseNow(db)
  const edited = await askMeta(
    ctx,
    ours,
    () => editOrLook(ctx, ours, template, definition),
    (failure) => changeFailure(failure, definition),
  )
  const { connectionId, status } = template
  return keepSubmitted(ctx, { connectionId, template: edited, askedAt, draft, statusBefore: status })
}

function notEditable({ reason, nextEditAt }: EditRules): ChannelError {
  const { message, action } = inWords('template_not_editable', null, null)
  return new ChannelError(422, 'template_not_editable', message, action, {
    reason,
    nextEditAt: nextEditAt?.toISOString() ?? null,
  })
}

/** Meta's edit of a template has no field for the form of its variables, and of an approved one none for the category. */
function refuseFixedParts(
  template: StoredTemplate,
  written: TemplateDefinition,
  { canChangeCategory }: EditRules,
): void {
  const parts = [
    ...(written.category !== template.category && !canChangeCategory
      ? [refusedPart('meta_category_fixed', 'category')]
      : []),
    ...(written.parameterFormat !== template.parameterFormat
      ? [refusedPart('meta_variables_fixed', 'parameterFormat')]
      : []),
  ]
  if (parts.length > 0) throw refusedTemplate(parts)
}

async function editOrLook(
  ctx: ProviderContext,
  ours: OurConnection,
  { externalId, category }: StoredTemplate,
  definition: TemplateDefinition,
): Promise<GraphTemplate> {
  const isMoved = definition.category !== category
  const { components, ttlSeconds } = definition
  const change = { components, ttlSeconds, ...(isMoved ? { category: definition.category } : {}) }
  const read = () => readTemplate(ours.access, externalId).catch(() => null)
  try {
    await editTemplate(ours.access, externalId, change)
  } catch (failure) {
    if (!mayBeDone(failure)) throw failure
    const found = await read()
    if (found && isWritten(found, definition)) return found
    throw await outcomeUnknown(ctx, ours)
  }
  const asGiven = { id: externalId, status: 'PENDING', category: definition.category }
  return (await read()) ?? graphTemplateOf(definition, asGiven)
}
