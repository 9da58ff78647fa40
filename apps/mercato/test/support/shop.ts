import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { drainHub } from '@open-mercato/communication-channels/testing/drain-hub'
import { createTestHost, type TestHost, type TestHostOptions } from '@open-mercato/core/host/testing'
import { User } from '@open-mercato/core/modules/auth/data/entities'
import { openSession } from '@open-mercato/core/modules/auth/lib/session'
import {
  defaultAccounts,
  metaJson,
  type SimulatorAccount,
  signWebhook,
  startSimulator,
} from '@open-mercato/whatsapp-simulator'
import supertest from 'supertest'
import { connectDemo } from '../../src/connectDemo.ts'
import { modules } from '../../src/modules.ts'

export interface Shop extends Omit<TestHost, 'drain'> {
  simulatorUrl: string
  acme: Tenant
  birch: Tenant
  /** Works off journal, outbox and events until nothing is left. */
  drain(): Promise<void>
  sql<T>(statement: string, values?: unknown[]): Promise<T[]>
}

export interface Tenant {
  account: SimulatorAccount
  tenantId: string
  webhookPath: string
  admin: Client
  agent: Client
  /** Posts a webhook signed with this tenant's app secret; the status is the answer's. */
  deliver(payload: unknown): Promise<number>
}

export type Client = (
  method: 'get' | 'head' | 'post' | 'put' | 'delete' | 'patch',
  path: string,
) => supertest.Test

/** The whole product on a database of its own, both tenants connected to a simulator. Workers run on `drain` only. */
export async function openShop(settings: TestHostOptions['settings'] = {}): Promise<Shop> {
  const simulator = await startSimulator({ port: 0 })
  process.env.OM_WHATSAPP_GRAPH_URL = simulator.url
  const test = await createTestHost({ modules, settings })
  const server = createServer((incoming, outgoing) => void test.listener(incoming, outgoing))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await connectDemo(test.host, { url: simulator.url, accounts: defaultAccounts }, base)

  const sql = <T>(statement: string, values: unknown[] = []) =>
    test.host.orm.em.fork().execute(statement, values as never[]) as unknown as Promise<T[]>
  const tenant = async (slug: 'acme' | 'birch', account: SimulatorAccount): Promise<Tenant> => {
    const [row] = await sql<{ key: string; tenant_id: string }>(
      `select c.key, c.tenant_id from wa_connections c join organizations o on o.id = c.organization_id
       where o.slug = ?`,
      [slug],
    )
    const webhookPath = `/api/channel_whatsapp/webhook/${row!.key}`
    return {
      account,
      tenantId: row!.tenant_id,
      webhookPath,
      admin: await clientOf(test, `admin@${slug}.test`),
      agent: await clientOf(test, `agent@${slug}.test`),
      async deliver(payload) {
        const body = metaJson(payload)
        const response = await supertest(test.listener)
          .post(webhookPath)
          .set('content-type', 'application/json')
          .set('x-hub-signature-256', signWebhook(body, account.appSecret))
          .send(body)
        return response.status
      },
    }
  }

  return {
    ...test,
    sql,
    simulatorUrl: simulator.url,
    acme: await tenant('acme', defaultAccounts[0]!),
    birch: await tenant('birch', defaultAccounts[1]!),
    drain: () => drainHub(test.host),
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await simulator.close()
      await test.close()
    },
  }
}

/** Signed in without the password, whose check takes its time on purpose. */
async function clientOf(test: TestHost, email: string): Promise<Client> {
  const em = test.host.orm.em.fork()
  const token = await openSession({ em, now: new Date() }, await em.findOneOrFail(User, { email }))
  return (method, path) => supertest(test.listener)[method](path).set('authorization', `Bearer ${token}`)
}
