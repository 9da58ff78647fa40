import { z } from 'zod'
import { bodyText, buttonsOf, componentOf, type Template } from '../../accounts/template.ts'
import { GraphError } from '../../graph/graph-error.ts'
import type { TemplateContent } from '../../world/message.ts'
import { refusalOf } from '../send/refusal.ts'
import { checkButtons } from './template-buttons.ts'
import { checkCards, checkOffer } from './template-cards.ts'
import { renderHeader } from './template-header.ts'
import { type SentComponent, templateSendSchema } from './template-send-schema.ts'
import { fillText } from './template-text.ts'

const HYDRATED_LIMIT = 1024
const ONE_TIME_CODE_LIMIT = 15

const requestSchema = z.object({ template: templateSendSchema })

/** Checks a template send against the account's templates and fills it in. Throws Meta's 1320xx. */
export function renderTemplateSend(templates: Template[], sent: Record<string, unknown>): TemplateContent {
  const request = requestSchema.safeParse({ template: sent })
  if (!request.success) throw refusalOf(request.error, { template: sent })
  const { name, language, components } = request.data.template
  const template = findSendable(templates, name, language.code)
  const of = (type: SentComponent['type']) => components.filter((component) => component.type === type)
  const parametersOf = (type: SentComponent['type']) => of(type).flatMap((component) => component.parameters)
  const { parameter_format: format } = template

  const header = renderHeader(format, componentOf(template, 'HEADER'), parametersOf('header'))
  const body = fillText('body', format, bodyText(template), parametersOf('body'))
  if ([...body].length > HYDRATED_LIMIT) {
    throw new GraphError(132005, { details: 'body: the text with its parameters is too long' })
  }
  if (template.category === 'AUTHENTICATION') checkOneTimeCode(parametersOf('body')[0]?.text)
  checkButtons(buttonsOf(template), of('button'))
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

function checkOneTimeCode(code: unknown): void {
  if (String(code).length <= ONE_TIME_CODE_LIMIT) return
  throw new GraphError(132018, {
    details: `body: a one-time code has at most ${ONE_TIME_CODE_LIMIT} characters`,
  })
}
