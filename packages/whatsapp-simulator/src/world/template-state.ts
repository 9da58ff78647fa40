import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import type { TemplateState } from '../accounts/template-state.ts'
import type { Message, MessageContent } from './message.ts'
import type { World } from './world.ts'

/** The template as Meta judges it now: what its account says of it, and what was changed since. */
export function templateStateOf(world: World, template: Template): TemplateState {
  return { status: template.status, messageStatus: 'accepted', ...world.templateStates[template.id] }
}

/** An account's templates as Graph has them now. */
export function templatesOf(world: World, account: SimulatorAccount): Template[] {
  return account.templates.map((template) => {
    const { status } = templateStateOf(world, template)
    if (status === template.status) return template
    return { ...template, status, rejected_reason: rejectionOf(template, status) }
  })
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

/** Why Meta rejects a template here; `NONE` for one that is not rejected. */
export function rejectionOf(template: Template, status: TemplateState['status']): string {
  if (status !== 'REJECTED') return 'NONE'
  return template.rejected_reason === 'NONE' ? 'INVALID_FORMAT' : template.rejected_reason
}
