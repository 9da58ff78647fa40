import { randomInt } from 'node:crypto'
import type { Context } from 'hono'
import type { TemplateComponent } from '../accounts/template.ts'
import { exampleProblem, templateDraftSchema } from '../rules/template/template-draft.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { ownAccount } from './lists-route.ts'

const EXISTS_ALREADY = 2388024
const BAD_EXAMPLE = 2388273

/** `POST /{waba-id}/message_templates`: the template waits until Meta, here the simulator's own API, approves it. */
export function postTemplates(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const { store } = c.get('simulation')
  const read = templateDraftSchema.safeParse(c.get('parameters'))
  if (!read.success) {
    const [issue] = read.error.issues
    throw new GraphError(100, { title: `Param ${issue!.path.join('.')} is not valid: ${issue!.message}` })
  }
  const draft = read.data
  const { name, language, category } = draft
  if (account.templates.some((one) => one.name === name && one.language === language))
    throw new GraphError(100, { subcode: EXISTS_ALREADY, title: 'Content in this language already exists' })
  const files = store.world.handledFiles
  const problem = exampleProblem(draft.components, (handle) =>
    files[handle]?.appId === account.appId ? files[handle]?.mimeType : undefined,
  )
  if (problem) throw new GraphError(100, { subcode: BAD_EXAMPLE, details: problem })
  const id = String(randomInt(340_000_000_000_000, 350_000_000_000_000))
  store.world.addedTemplates.push({
    ...draft,
    components: draft.components as unknown as TemplateComponent[],
    wabaId: account.wabaId,
    id,
    status: 'PENDING',
    rejected_reason: 'NONE',
    quality_score: { score: 'UNKNOWN' },
  })
  store.changed({ kind: 'template', templateId: id })
  return c.json({ id, status: 'PENDING', category })
}
