import { z } from 'zod'
import { bodyText, buttonsOf, componentOf, type Template } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { TemplateContent } from '../../world/message.ts'
import { refusalOf } from '../send/refusal.ts'
import { checkOneTimeCode } from './one-time-code.ts'
import { locate, parametersOf, type SentComponent } from './sent-component.ts'
import { checkButtons } from './template-buttons.ts'
import { checkCards, checkOffer } from './template-cards.ts'
import { renderHeader } from './template-header.ts'
import { templateSendSchema } from './template-send-schema.ts'
import { fillText } from './template-text.ts'

const BODY_LIMIT = 1024
/** An offer that runs out has room for less. */
const OFFER_BODY_LIMIT = 600

const requestSchema = z.object({ template: templateSendSchema })

/** Checks a template send against the account's templates and fills it in. Throws Meta's 1320xx. */
export function renderTemplateSend(
  templates: Template[],
  requested: Record<string, unknown>,
): TemplateContent {
  const request = requestSchema.safeParse({ template: requested })
  if (!request.success) throw refusalOf(request.error, { template: requested })
  const { name, language, components } = request.data.template
  const template = findSendable(templates, name, language.code)
  const sent = locate(components)
  const of = (type: SentComponent['type']) => sent.filter((component) => component.type === type)
  const { parameter_format: format } = template

  const header = renderHeader(format, componentOf(template, 'HEADER'), parametersOf(sent, 'header'))
  const limit = componentOf(template, 'LIMITED_TIME_OFFER') ? OFFER_BODY_LIMIT : BODY_LIMIT
  const body = fillText('body', format, bodyText(template), parametersOf(sent, 'body'), limit)
  checkButtons(buttonsOf(template), of('button'))
  if (template.category === 'AUTHENTICATION') checkOneTimeCode(sent)
  checkOffer(template, of('limited_time_offer'))
  checkCards(template, of('carousel'))
  return {
    type: 'template',
    name,
    language: language.code,
    category: template.category.toLowerCase(),
    rendered: {
      header,
      body,
      footer: componentOf(template, 'FOOTER')?.text ?? null,
      buttons: buttonsOf(template).map((button) => button.text),
    },
    buttons: buttonsOf(template),
    components,
  }
}

function findSendable(templates: Template[], name: string, language: string): Template {
  const template = templates.find((candidate) => candidate.name === name && candidate.language === language)
  if (template?.status === 'PAUSED') throw new GraphError(132015)
  if (template?.status === 'DISABLED') throw new GraphError(132016)
  if (template?.status !== 'APPROVED') {
    throw new GraphError(132001, { details: `template name (${name}) does not exist in ${language}` })
  }
  return template
}
