import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import type { TemplateRecord } from '../accounts/template-record.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import type { Message, MessageContent } from './message.ts'
import type { World } from './world.ts'

/** An account's templates as Graph has them now: those it began with and those it made, as Meta judges them. */
export function liveTemplates(world: World, wabaId: string, own: Template[]): Template[] {
  const all = [...own, ...(world.addedTemplates[wabaId] ?? [])]
  return all
    .filter(({ id }) => !world.templateStates[id]?.deleted)
    .map((template) => {
      const record = world.templateStates[template.id]
      return record ? judged(template, record) : template
    })
}

/** The part of a live template that decides about its sends. */
export function templateStateOf(world: World, { id, status }: Template): TemplateState {
  return { status, messageStatus: world.templateStates[id]?.messageStatus ?? 'accepted' }
}

/** For a message of a template whose messages are held, the word for it. */
export function heldWith(
  world: World,
  { templates }: SimulatorAccount,
  content: MessageContent,
): Pick<Message, 'held'> {
  if (content.type !== 'template') return {}
  const template = templates.find(
    ({ name, language }) => name === content.name && language === content.language,
  )
  const held = template ? templateStateOf(world, template).messageStatus : 'accepted'
  return held === 'accepted' ? {} : { held }
}

/** What is `undefined` in the change is taken out of the record. */
export function recordTemplate(world: World, templateId: string, change: TemplateRecord): void {
  const merged = Object.entries({ ...world.templateStates[templateId], ...change })
  world.templateStates[templateId] = Object.fromEntries(merged.filter(([, value]) => value !== undefined))
}

function judged(template: Template, record: TemplateRecord): Template {
  const {
    messageStatus: _messageStatus,
    pauses: _pauses,
    pausedUntil: _pausedUntil,
    editedAt: _editedAt,
    archivedFrom: _archivedFrom,
    categoryChangesAt: _categoryChangesAt,
    reviewDueAt: _reviewDueAt,
    deletesAt: _deletesAt,
    deleted: _deleted,
    ...listed
  } = record
  const live = { ...template, ...listed }
  return { ...live, rejected_reason: rejectionOf(live) }
}

/** Why Meta rejects a template here; `NONE` for one that is not rejected. */
function rejectionOf({ status, rejected_reason }: Template): string {
  if (status !== 'REJECTED') return 'NONE'
  return rejected_reason === 'NONE' ? 'INVALID_FORMAT' : rejected_reason
}
