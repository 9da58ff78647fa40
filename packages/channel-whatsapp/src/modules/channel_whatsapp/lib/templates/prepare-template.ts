import type {
  TemplateButtonParameter,
  TemplateContent,
  TemplateParameters,
  TemplateRequest,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/content/template'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { checkParameters } from './check-parameters.ts'
import { buttonsOf, cardsOf, findComponent, type Template, type TemplatePart } from './component.ts'
import { CODE_KEY, carriesCode, codeButton } from './one-time-code.ts'
import { unsupportedPart } from './template-needs.ts'
import { fillIn } from './template-text.ts'
import { buttonTexts } from './template-view.ts'

/**
 * Checks a request to send a template against the template as Meta has it, adds what needs nobody to give it, and
 * fills in what the customer will read. Meta would refuse what is refused here; better before it leaves.
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
      `The template ${name} has ${obstacle}, which cannot be sent from here.`,
      'Choose another template.',
    )
  }
  const errors = checkParameters(request.parameters, template)
  if (!errors.isEmpty) {
    throw refusal(
      'template_parameters',
      'The template’s parameters do not fit.',
      'Fill in every parameter, and no other.',
      { fieldErrors: errors.asRecord() },
    )
  }
  return {
    ...request,
    parameters: withButtons(request.parameters, template),
    rendered: render(request.parameters, template),
  }
}

/** The one-time code goes onto its button too, and a form's button goes along even with nothing to say. */
function withButtons(parameters: TemplateParameters, template: Template): TemplateParameters {
  const buttons = [...(parameters.buttons ?? []), ...ownButtons(parameters, template)]
  return {
    ...parameters,
    ...(buttons.length > 0 ? { buttons } : {}),
    ...(parameters.cards
      ? { cards: parameters.cards.map((card, index) => withForms(card, cardsOf(template)[index]!)) }
      : {}),
  }
}

function ownButtons(parameters: TemplateParameters, template: Template): TemplateButtonParameter[] {
  if (!carriesCode(template)) return missingForms(parameters, template)
  const index = codeButton(template)
  const code = parameters.body?.[CODE_KEY]
  return index === -1 || typeof code !== 'string' ? [] : [{ type: 'url', index, suffix: code }]
}

type Parts = Pick<TemplateParameters, 'body' | 'headerObject' | 'buttons'>

function withForms(parts: Parts, part: TemplatePart): Parts {
  const buttons = [...(parts.buttons ?? []), ...missingForms(parts, part)]
  return buttons.length > 0 ? { ...parts, buttons } : parts
}

function missingForms({ buttons = [] }: Parts, part: TemplatePart): TemplateButtonParameter[] {
  return buttonsOf(part).flatMap((button, index) =>
    button.type.toUpperCase() === 'FLOW' && !buttons.some((one) => one.index === index)
      ? [{ type: 'flow' as const, index }]
      : [],
  )
}

function render(parameters: TemplateParameters, template: Template): TemplateContent['rendered'] {
  const header = findComponent(template, 'HEADER')?.text
  const footer = findComponent(template, 'FOOTER')?.text
  const cards = cardsOf(template).map((card, index) => {
    const body = findComponent(card, 'BODY')?.text
    const filled = body === undefined ? {} : { body: fillIn(body, parameters.cards?.[index]?.body ?? {}) }
    return { ...filled, buttons: buttonTexts(card) }
  })
  return {
    ...(header === undefined ? {} : { header: fillIn(header, parameters.header ?? {}) }),
    body: fillIn(findComponent(template, 'BODY')?.text ?? '', parameters.body ?? {}),
    ...(footer === undefined ? {} : { footer }),
    buttons: buttonTexts(template),
    ...(cards.length > 0 ? { cards } : {}),
  }
}

function refusal(
  code: string,
  error: string,
  action: string,
  details: Record<string, unknown> = {},
): ChannelError {
  return new ChannelError(422, code, error, action, details)
}
