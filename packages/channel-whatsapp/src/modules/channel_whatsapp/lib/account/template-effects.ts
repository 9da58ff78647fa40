import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { z } from 'zod'
import { raisesPrice } from '../templates/store/raises-price.ts'
import { categoryEffect, categoryEffectOf, templateUse, usageOf } from '../templates/store/template-use.ts'
import type { AccountDetail, TemplateReference } from './account-detail.ts'

/** What a report means today: what stands still because of it, or what it costs. */
export const templateEffect = z.object({
  usedBy: templateUse.nullable(),
  category: categoryEffect.nullable(),
})
export type TemplateEffect = z.infer<typeof templateEffect>

interface Standing {
  name: string
  language: string
  status: string
  category: string
  correctCategory: string | null
  channelIds: string[]
}

interface Reported {
  id: string
  detail: AccountDetail
}

/**
 * What reports about templates mean today, by the report's id; none where it is not so any more. Of several that say the
 * same of one template the first has it.
 */
export async function templateEffects(
  ctx: { db: Db; scope: Scope; now: Date },
  connectionId: string,
  reports: Reported[],
): Promise<Map<string, TemplateEffect>> {
  const effects = new Map<string, TemplateEffect>()
  const told = new Set<string>()
  for (const { id, detail } of reports) {
    if (!('template' in detail) || !isAlarming(detail)) continue
    const standing = await findStanding(ctx, connectionId, detail.template)
    if (!standing) continue
    const subject = JSON.stringify([detail.kind === 'template_status', standing.name, standing.language])
    if (told.has(subject)) continue
    const effect = await effectOf(ctx, detail, standing)
    if (!effect) continue
    told.add(subject)
    effects.set(id, effect)
  }
  return effects
}

function isAlarming(detail: AccountDetail): boolean {
  switch (detail.kind) {
    case 'template_status':
      return detail.event === 'PAUSED' || detail.event === 'DISABLED'
    case 'template_category':
      return raisesPrice(detail.previous, detail.current)
    case 'template_category_impending':
    case 'template_category_detected':
      return raisesPrice(detail.current, detail.correct)
    default:
      return false
  }
}

async function effectOf(
  { db, scope, now }: { db: Db; scope: Scope; now: Date },
  detail: AccountDetail,
  standing: Standing,
): Promise<TemplateEffect | null> {
  if (detail.kind === 'template_status') {
    if (standing.status !== detail.event) return null
    return { usedBy: await usageOf(db, scope, standing, now), category: null }
  }
  const formerCategory = detail.kind === 'template_category' ? detail.previous : null
  const category = await categoryEffectOf(db, scope, { ...standing, formerCategory }, now)
  return category && { usedBy: null, category }
}

async function findStanding(
  { db, scope: { tenantId, organizationId } }: { db: Db; scope: Scope },
  connectionId: string,
  { id, name, language }: TemplateReference,
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select t.name, t.language, t.status, t.category, t.correct_category as "correctCategory",
           array(select n.channel_id::text from wa_numbers n
                 where n.connection_id = t.connection_id and n.tenant_id = t.tenant_id) as "channelIds"
    from wa_templates t
    where t.tenant_id = ${tenantId} and t.organization_id = ${organizationId} and t.connection_id = ${connectionId}
      and (t.external_id = ${id} or (t.name = ${name} and t.language = ${language}))
    order by t.external_id = ${id} desc limit 1`.execute(db)
  return rows[0] ?? null
}
