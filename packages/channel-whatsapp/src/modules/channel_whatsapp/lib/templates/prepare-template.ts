import type {
  TemplateContent,
  TemplateRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { findComponent, type Template } from './component.ts'
import { fillIn, parametersOf, viewTemplate } from './template-view.ts'

/**
 * Checks a request to send a template against the template as Meta has it, and fills in what the customer will
 * read. Meta would answer 132000, 132001 or 132012 to what is refused here; better before it leaves.
 */
export function prepareTemplate(request: TemplateRequest, template: Template | null): TemplateContent {
  const name = `“${request.name}” (${request.language})`
  if (!template) {
    throw refusal(
      'template_not_found',
      `There is no template ${name}.`,
      'Refresh the templates, or choose another.',
    )
  }
  if (template.status !== 'APPROVED') {
    throw refusal(
      'template_not_approved',
      `The template ${name} is not approved by Meta.`,
      'Choose an approved template.',
    )
  }
  const obstacle = unsupportedPart(template)
  if (obstacle) {
    throw refusal(
      'template_unsupported',
      `The template ${name} has ${obstacle}.`,
      'Choose a template with text only.',
    )
  }
  checkParameters(request, template)
  const { header, body, footer, buttons } = viewTemplate(template)
  return {
    ...request,
    rendered: {
      ...(header === null ? {} : { header: fillIn(header, request.parameters.header ?? {}) }),
      body: fillIn(body, request.parameters.body ?? {}),
      ...(footer === null ? {} : { footer }),
      buttons,
    },
  }
}

/** What would need more than text to send; null where there is nothing of the kind. */
export function unsupportedPart(template: Template): string | null {
  const header = findComponent(template, 'HEADER')
  if (header?.format && header.format.toUpperCase() !== 'TEXT') return 'a header with media or a location'
  const buttons = findComponent(template, 'BUTTONS')?.buttons ?? []
  if (buttons.some((button) => button.url?.includes('{{'))) return 'a link that is completed per message'
  const plain = new Set(['QUICK_REPLY', 'URL', 'PHONE_NUMBER'])
  if (buttons.some((button) => !plain.has(button.type.toUpperCase())))
    return 'a button that needs data per message'
  const known = new Set(['HEADER', 'BODY', 'FOOTER', 'BUTTONS'])
  if (template.components.some((component) => !known.has(component.type.toUpperCase())))
    return 'a special part'
  return template.category.toUpperCase() === 'AUTHENTICATION' ? 'a one-time code' : null
}

function checkParameters(request: TemplateRequest, template: Template): void {
  const fieldErrors: Record<string, string> = {}
  const expected = parametersOf(template)
  for (const { component, key } of expected) {
    if (!request.parameters[component]?.[key]) {
      fieldErrors[`content.parameters.${component}.${key}`] = `A value for {{${key}}} is missing.`
    }
  }
  for (const component of ['header', 'body'] as const) {
    for (const key of Object.keys(request.parameters[component] ?? {})) {
      if (expected.some((one) => one.component === component && one.key === key)) continue
      fieldErrors[`content.parameters.${component}.${key}`] = `The template has no {{${key}}}.`
    }
  }
  if (Object.keys(fieldErrors).length === 0) return
  throw refusal('template_parameters', 'The template’s parameters do not fit.', 'Fill in every parameter.', {
    fieldErrors,
  })
}

function refusal(
  code: string,
  error: string,
  action: string,
  details: Record<string, unknown> = {},
): ChannelError {
  return new ChannelError(422, code, error, action, details)
}
