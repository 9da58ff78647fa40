import type { ManagedTemplate, SyncRun, TemplateAccount, TemplateRow } from '../data/template.ts'

export const row = (change: Partial<TemplateRow> = {}): TemplateRow => ({
  id: 't1',
  connectionId: 'k1',
  accountName: 'Acme Outdoor',
  name: 'order_shipped',
  language: 'en_US',
  category: 'UTILITY',
  status: 'APPROVED',
  quality: 'GREEN',
  rejectedReason: null,
  statusReason: null,
  correctCategory: null,
  categoryChangesAt: null,
  body: 'Hi {{1}},\nyour order is on its way.',
  header: null,
  changedAt: '2026-11-20T10:00:00.000Z',
  draftId: null,
  ...change,
})

export const syncRun = (change: Partial<SyncRun> = {}): SyncRun => ({
  id: 's1',
  cause: 'clock',
  status: 'complete',
  askedAt: '2026-11-20T10:00:00.000Z',
  startedAt: '2026-11-20T10:00:01.000Z',
  endedAt: '2026-11-20T10:00:05.000Z',
  readCount: 12,
  expectedCount: 12,
  added: 0,
  changed: 0,
  removed: 0,
  error: null,
  ...change,
})

const number = { channelId: 'ch1', phone: '+48 22 123 45 01', name: 'Acme' }

export const account = (change: Partial<TemplateAccount> = {}): TemplateAccount => ({
  connectionId: 'k1',
  name: 'Acme Outdoor',
  businessAccountId: '11',
  numbers: [number],
  usage: { count: 12, limit: 250 },
  byStatus: { APPROVED: 10, REJECTED: 2 },
  languages: ['en_US', 'pl'],
  categoryWarnings: 0,
  firstCategoryWarning: null,
  sync: syncRun(),
  ...change,
})

type Change = Partial<Omit<ManagedTemplate, 'template'>> & { template?: Partial<ManagedTemplate['template']> }

export const managed = ({ template, ...change }: Change = {}): ManagedTemplate => ({
  template: {
    ...row(),
    parameterFormat: 'POSITIONAL',
    components: [
      { type: 'BODY', text: 'Hi {{1}},\nyour order is on its way.', example: { body_text: [['Maria']] } },
    ],
    ttlSeconds: null,
    libraryTemplateName: null,
    previousCategory: null,
    externalId: '900',
    numbers: [number],
    ...template,
  },
  versions: [],
  quality: [],
  history: [],
  edit: {
    canEdit: true,
    reason: null,
    nextEditAt: null,
    leftIn30Days: 9,
    canChangeCategory: false,
    canDelete: true,
    canArchive: true,
    canUnarchive: false,
    canUnpause: false,
  },
  usedBy: { queued: 0, scheduled: 0, notifications: [] },
  categoryEffect: null,
  ...change,
})
