// How fast one worker checks a list of consents, and how fast it records it. Nothing else runs in this process.
import type { EntityManager } from '@mikro-orm/postgresql'
import { workImports } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/run/work-imports'
import { steerImport } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/steer-import'
import {
  importForm,
  takeFile,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/import/take-file'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { TenantDataEncryptionService } from '@open-mercato/shared/lib/encryption/tenantDataEncryptionService'
import { consentList, type ImportResult } from './parts/consent-list.ts'
import { serveProduct } from './parts/product.ts'
import { given, say } from './parts/within-child.ts'

const { host, stop } = await serveProduct()
const container = host.createContainer()
const em = container.resolve<EntityManager>('em')
const encryption = container.resolve<TenantDataEncryptionService>('tenantEncryptionService')
const [scope] = await em.execute<{ tenantId: string; organizationId: string }[]>(
  `select tenant_id as "tenantId", id as "organizationId" from organizations where slug = 'acme'`,
)
const file = {
  name: 'people.csv',
  bytes: Buffer.from(consentList(Number(given('ROWS')))),
  form: importForm.parse({}),
  author: null,
}
const id = await takeFile(dbOf(em.fork()), encryption, scope!, file)

const checking = await secondsOf(work)
await steerImport(em, scope!, id, 'start')
const recording = await secondsOf(work)

const [kept] = await em
  .fork()
  .execute<{ rows: number }[]>('select count(*)::int as rows from cc_consent_events')
const result: ImportResult = { rows: kept!.rows, checking, recording }
await stop()
say(result)

async function work(): Promise<void> {
  while ((await workImports({ em, encryption, now: () => new Date() })) > 0);
}

async function secondsOf(act: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await act()
  return (performance.now() - startedAt) / 1000
}
