import {
  bodyText,
  buttonTexts,
  fillVariables,
  footerText,
  headerText,
  type Template,
  variablesOf,
} from '../accounts/template.ts'
import { GraphError } from '../graph/graph-error.ts'
import type { MessageContent } from '../world/message.ts'
import { templateSendSchema } from './template-send-schema.ts'

type TemplateContent = Extract<MessageContent, { type: 'template' }>
type Parameter = { type: string; text?: string | number; parameter_name?: string }

const HYDRATED_LIMIT = 1024

/** Checks a template send against the account's templates and fills it in. Throws Meta's 1320xx. */
export function renderTemplateSend(templates: Template[], sent: Record<string, unknown>): TemplateContent {
  const request = templateSendSchema.safeParse(sent)
  if (!request.success) {
    throw new GraphError(131008, {
      details: `Parameter 'template.${request.error.issues[0]?.path.join('.')}' is missing or not valid.`,
    })
  }
  const { name, language, components } = request.data
  const template = findSendable(templates, name, language.code)
  const parameters = (kind: string) =>
    components
      .filter((component) => component.type.toLowerCase() === kind)
      .flatMap((component) => component.parameters)
  const header = headerText(template)
  const body = fill(template, 'body', bodyText(template), parameters('body'))
  const rendered = {
    header:
      header === null
        ? refuseExtra('header', parameters('header'))
        : fill(template, 'header', header, parameters('header')),
    body,
    footer: footerText(template),
    buttons: buttonTexts(template),
  }
  if (body.length > HYDRATED_LIMIT)
    throw new GraphError(132005, { details: 'body: the text with its parameters is too long' })
  return {
    type: 'template',
    name,
    language: language.code,
    category: template.category.toLowerCase(),
    rendered,
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

function fill(template: Template, component: string, text: string, parameters: Parameter[]): string {
  const variables = variablesOf(text)
  if (variables.length !== parameters.length) throw wrongCount(component, parameters.length, variables.length)
  const values: Record<string, string> = {}
  parameters.forEach((parameter, index) => {
    const key =
      template.parameter_format === 'NAMED' ? readName(component, variables, parameter) : variables[index]!
    values[key] = readValue(component, parameter)
  })
  if (Object.keys(values).length !== variables.length) {
    throw wrongCount(component, Object.keys(values).length, variables.length)
  }
  return fillVariables(text, values)
}

function readName(component: string, variables: string[], parameter: Parameter): string {
  const name = parameter.parameter_name
  if (!name) throw new GraphError(100, { details: 'Parameter name is missing or empty' })
  if (!variables.includes(name)) {
    throw new GraphError(132012, {
      details: `${component}: parameter name (${name}) does not exist in the template`,
    })
  }
  return name
}

function readValue(component: string, parameter: Parameter): string {
  if (parameter.type !== 'text') {
    throw new GraphError(132012, {
      details: `${component}: parameter of type ${parameter.type} does not match the expected type text`,
    })
  }
  const text = String(parameter.text ?? '')
  if (!text)
    throw new GraphError(131008, { details: `${component}: Parameter of type text is missing text value` })
  if (/[\n\r\t]| {5,}/.test(text)) {
    throw new GraphError(132018, {
      details: `${component}: Param text cannot have new-line/tab characters or more than 4 consecutive spaces`,
    })
  }
  return text
}

function refuseExtra(component: string, parameters: Parameter[]): null {
  if (parameters.length > 0) throw wrongCount(component, parameters.length, 0)
  return null
}

function wrongCount(component: string, sent: number, expected: number): GraphError {
  return new GraphError(132000, {
    details: `${component}: number of localizable_params (${sent}) does not match the expected number of params (${expected})`,
  })
}
