import type { Context } from 'hono'
import type { SimulatorAccount } from '../accounts/account.ts'
import type { Template } from '../accounts/template.ts'
import { deleteTemplate } from '../actions/delete-template.ts'
import type { GraphEnv } from './graph-env.ts'
import { ownAccount } from './lists-route.ts'
import { cannot } from './template-edit-route.ts'
import { templateIds } from './template-ids.ts'
import { parameterRefusal } from './template-refusal.ts'

/**
 * `DELETE /{waba-id}/message_templates` by `name` in all languages, by `hsm_id` and `name` in one, or by `hsm_ids`: all
 * of them or none.
 */
export function deleteTemplates(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const templates = wanted(account, c.get('parameters'))
  for (const { name, language, status } of templates) {
    const isGoing = status === 'PENDING_DELETION'
    if (status === 'DISABLED' || isGoing)
      throw cannot('Template cannot be deleted', `${name} in ${language} is ${status}.`)
  }
  for (const template of templates) deleteTemplate(c.get('simulation'), { account, template })
  return c.json({ success: true })
}

function wanted({ templates }: SimulatorAccount, parameters: Record<string, unknown>): Template[] {
  const { name, hsm_id, hsm_ids } = parameters
  if (hsm_ids !== undefined) {
    const ids = templateIds(hsm_ids)
    const found = templates.filter(({ id }) => ids.includes(id))
    if (found.length === ids.length) return found
    throw notFound(ids.find((id) => !found.some((template) => template.id === id))!)
  }
  if (typeof name !== 'string' || name === '') throw parameterRefusal('The parameter name is required.')
  const found = templates.filter(
    (template) => template.name === name && (hsm_id === undefined || template.id === String(hsm_id)),
  )
  if (found.length === 0) throw notFound(name)
  return found
}

function notFound(what: string) {
  return cannot('Message template not found', `There is no template ${what} in this account.`)
}
