import type { Context } from 'hono'
import { checkRoom, createTemplate } from '../actions/create-template.ts'
import { editTemplate } from '../actions/edit-template.ts'
import { checkDefinition } from '../rules/template/definition/check-definition.ts'
import { partOf } from '../rules/template/definition/component-schemas.ts'
import { upsertSchema } from '../rules/template/definition/definition-schema.ts'
import { readTemplateBody } from '../rules/template/definition/read-definition.ts'
import { listedComponents } from '../rules/template/listed-components.ts'
import type { GraphEnv } from './graph-env.ts'
import { ownAccount } from './lists-route.ts'
import { cannot } from './template-edit-route.ts'
import { parameterRefusal } from './template-refusal.ts'

/**
 * `POST /{waba-id}/upsert_message_templates`: a code template in many languages, made or changed, whichever it needs.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/authentication-templates/bulk-management
 */
export function postUpsert(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const simulation = c.get('simulation')
  const wanted = readTemplateBody(upsertSchema, c.get('parameters'))
  const { name, category, components: defined, message_send_ttl_seconds } = wanted
  const languages = [...new Set(wanted.languages)]
  const frame = {
    category,
    parameter_format: 'POSITIONAL' as const,
    ...(message_send_ttl_seconds === undefined ? {} : { message_send_ttl_seconds }),
  }
  checkDefinition({ ...frame, components: defined })
  const [button] = partOf(defined, 'BUTTONS')?.buttons ?? []
  if (button?.type === 'OTP' && (button.text ?? button.autofill_text) !== undefined)
    throw parameterRefusal('The texts of buttons are written by WhatsApp in each language.')
  const { templates } = account
  const existing = (language: string) =>
    templates.find(
      (template) =>
        template.name === name && template.language === language && template.status !== 'PENDING_DELETION',
    )
  const disabled = languages.find((language) => existing(language)?.status === 'DISABLED')
  if (disabled) throw cannot('Template cannot be edited', `${name} in ${disabled} is DISABLED.`)
  const missing = languages.filter((language) => !existing(language))
  checkRoom(simulation, account, name, missing)
  const data = languages.map((language) => {
    const components = listedComponents(defined, language)
    const template = existing(language)
    if (!template) {
      const { id, status } = createTemplate(simulation, account, { name, language, ...frame, components })
      return { id, status, language }
    }
    editTemplate(simulation, { account, template }, { ...frame, components })
    return { id: template.id, status: 'PENDING', language }
  })
  return c.json({ data })
}
