import type { Context } from 'hono'
import type { Template } from '../accounts/template.ts'
import { findTemplate, type TemplateOwner } from '../accounts/template-owner.ts'
import { editTemplate } from '../actions/edit-template.ts'
import { unpauseTemplate } from '../actions/pause-template.ts'
import { checkDefinition } from '../rules/template/definition/check-definition.ts'
import { editSchema, type TemplateEdit } from '../rules/template/definition/definition-schema.ts'
import { checkHeaderSamples } from '../rules/template/definition/header-samples.ts'
import { readTemplateBody } from '../rules/template/definition/read-definition.ts'
import { checkTimeToLive } from '../rules/template/definition/time-to-live.ts'
import { editProblem } from '../rules/template/edit-limits.ts'
import { listedComponents } from '../rules/template/listed-components.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError, unknownNode } from './graph-error.ts'
import { sampleTypes } from './template-create-route.ts'
import { parameterRefusal } from './template-refusal.ts'
import { requireScope } from './token.ts'

/** `POST /{template-id}` with `components`, `category` or `message_send_ttl_seconds`: it is reviewed again. */
export function postTemplate(c: Context<GraphEnv>, owner: TemplateOwner): Response {
  requireScope(c.get('caller'), 'whatsapp_business_management')
  const simulation = c.get('simulation')
  const { world } = simulation.store
  const { account, template } = owner
  const edit = readTemplateBody(editSchema, c.get('parameters'))
  refuseRenaming(template, edit)
  const { editedAt = [] } = world.templateStates[template.id] ?? {}
  const problem = editProblem(template, edit, editedAt, simulation.clock.now())
  if (problem !== null) throw cannot('Template cannot be edited', problem)
  const { message_send_ttl_seconds = template.message_send_ttl_seconds } = edit
  const { category = template.category, parameter_format = template.parameter_format } = edit
  checkTimeToLive(message_send_ttl_seconds, category)
  if (edit.components) {
    checkDefinition({ ...edit, category, parameter_format, components: edit.components })
    checkHeaderSamples(edit.components, sampleTypes(world, account), samplesOf(template))
  }
  editTemplate(simulation, owner, {
    category,
    ...(message_send_ttl_seconds === undefined ? {} : { message_send_ttl_seconds }),
    ...(edit.components
      ? { parameter_format, components: listedComponents(edit.components, template.language) }
      : {}),
  })
  return c.json({ success: true })
}

/** `POST /{template-id}/unpause` */
export function postUnpause(c: Context<GraphEnv>): Response {
  const owner = ownTemplate(c)
  const { status } = owner.template
  if (status !== 'PAUSED') throw cannot('Template is not paused', `The template is ${status}.`)
  unpauseTemplate(c.get('simulation'), owner)
  return c.json({ success: true })
}

/** The template that the address names, for a caller that may manage it. */
export function ownTemplate(c: Context<GraphEnv>): TemplateOwner {
  const id = c.req.param('node')!
  const owner = findTemplate(c.get('caller').accounts, id)
  if (!owner) throw unknownNode(c.req.method, id)
  requireScope(c.get('caller'), 'whatsapp_business_management')
  return owner
}

/** What Meta does not do to a template as it stands; it documents no subcode for it. */
export function cannot(title: string, message: string): GraphError {
  return new GraphError(100, { title: message, user: { title, message } })
}

function refuseRenaming(template: Template, edit: TemplateEdit): void {
  const { category, components, message_send_ttl_seconds: seconds } = edit
  if (category === undefined && components === undefined && seconds === undefined)
    throw parameterRefusal('One of category, components and message_send_ttl_seconds is required.')
  for (const key of ['name', 'language'] as const) {
    if (edit[key] !== undefined && edit[key] !== template[key])
      throw parameterRefusal(`The ${key} of a template cannot be changed.`)
  }
}

/** Samples of headers that the template has already; they need no other upload. */
function samplesOf({ components }: Pick<Template, 'components'>): string[] {
  return components.flatMap((component) => {
    if (component.type === 'CAROUSEL') return component.cards.flatMap((card) => samplesOf(card))
    if (component.type !== 'HEADER') return []
    const handles = component.example?.header_handle
    return Array.isArray(handles) ? handles.map(String) : []
  })
}
