import type { DefinitionComponent } from '../../../lib/templates/definition/definition.ts'

/** One business account with what it holds, as `GET /templates/accounts` returns it. Times are ISO, in UTC. */
export type TemplateAccount = {
  connectionId: string
  name: string
  businessAccountId: string
  numbers: { channelId: string; phone: string; name: string | null }[]
  /** The limit is null where Meta has not told it. */
  usage: { count: number; limit: number | null }
  byStatus: Record<string, number>
  languages: string[]
  /** Templates about to become dearer, or another category's in Meta's eyes, and the first of them. */
  categoryWarnings: number
  firstCategoryWarning: string | null
  sync: SyncRun | null
}

export type SyncRun = {
  id: string
  cause: string
  status: 'waiting' | 'running' | 'complete' | 'failed'
  askedAt: string
  startedAt: string | null
  endedAt: string | null
  readCount: number
  expectedCount: number | null
  added: number
  changed: number
  removed: number
  error: string | null
}

/** One name in one language; a draft that edits no template has its own id and the status DRAFT. */
export type TemplateRow = {
  id: string
  connectionId: string
  accountName: string
  name: string
  language: string
  category: string
  status: string
  quality: string | null
  rejectedReason: string | null
  /** What Meta said of the status beyond the reason. */
  statusReason: string | null
  correctCategory: string | null
  categoryChangesAt: string | null
  body: string
  header: string | null
  changedAt: string
  draftId: string | null
}

/** All that is known of one template, as `GET /templates/managed/[id]` returns it. */
export type ManagedTemplate = {
  template: TemplateRow & {
    parameterFormat: 'POSITIONAL' | 'NAMED'
    components: DefinitionComponent[]
    ttlSeconds: number | null
    libraryTemplateName: string | null
    previousCategory: string | null
    externalId: string
    numbers: TemplateAccount['numbers']
  }
  versions: TemplateVersion[]
  quality: { score: string; at: string }[]
  history: ReviewEvent[]
  edit: EditStanding
  usedBy: TemplateUse
  categoryEffect: CategoryEffect | null
}

export type TemplateVersion = {
  number: number
  category: string
  parameterFormat: 'POSITIONAL' | 'NAMED'
  components: DefinitionComponent[]
  source: string
  authorName: string | null
  seenAt: string
}

export type ReviewEvent = {
  at: string
  kind: string
  event: string
  reason: string | null
  description: string | null
  recommendation: string | null
}

/** What Meta lets one do with a template in its state. */
export type EditStanding = {
  canEdit: boolean
  reason: string | null
  nextEditAt: string | null
  leftIn30Days: number | null
  canChangeCategory: boolean
  canDelete: boolean
  canArchive: boolean
  canUnarchive: boolean
  canUnpause: boolean
}

export type TemplateUse = { queued: number; scheduled: number; notifications: string[] }

export type CategoryEffect = { to: string; sentLast30Days: number; withoutMarketingConsent: number | null }

export type Funnel = {
  since: string
  sent: number
  delivered: number
  read: number
  answered: number
  failed: number
}
