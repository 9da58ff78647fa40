import { jest } from '@jest/globals'
import { simulatorOf } from './customer.ts'
import { openShop, type Shop } from './shop.ts'

const API = '/api/channel_whatsapp/templates'

/** A template that nothing is wrong with. */
export const definition = (name: string, more: object = {}) => ({
  name,
  language: 'en_US',
  category: 'UTILITY',
  parameterFormat: 'NAMED',
  components: [
    {
      type: 'BODY',
      text: 'Your parcel {{parcel}} waits for you at the counter of our shop.',
      example: { body_text_named_params: [{ param_name: 'parcel', example: 'A-1042' }] },
    },
  ],
  ...more,
})
export const bodyOf = (text: string, example: object = {}) => [{ type: 'BODY', text, ...example }]

/** A shop with its desk, for all tests of a file; `ready` gets both before the first, and it closes after the last. */
export function openTemplateShop(ready: (opened: { shop: Shop; desk: TemplateDesk }) => void): void {
  let shop: Shop | undefined
  beforeAll(async () => {
    shop = await openShop()
    ready({ shop, desk: await templateDesk(shop) })
  })
  afterAll(() => shop?.close())
}

/** What an administrator of Acme does with templates. */
export async function templateDesk(shop: Shop) {
  const { admin, account } = shop.acme
  const connectionId: string = (await admin('get', '/api/channel_whatsapp/connections')).body.items[0].id

  const write = async (written: object, templateId: string | null = null) =>
    (await admin('post', `${API}/drafts`).send({ connectionId, templateId, definition: written }).expect(201))
      .body.draft
  const submit = (draftId: string) => admin('post', `${API}/drafts/${draftId}/submit`)
  return {
    connectionId,
    write,
    edit: async (templateId: string) =>
      (await admin('post', `${API}/drafts`).send({ connectionId, templateId }).expect(201)).body.draft,
    draft: (id: string) => admin('get', `${API}/drafts/${id}`),
    change: (id: string, updatedAt: string, written: object) =>
      admin('put', `${API}/drafts/${id}`).send({ updatedAt, definition: written }),
    submit,
    writeAndSubmit: async (written: object) => submit((await write(written)).id),
    act: (id: string, action: string) => admin('post', `${API}/managed/${id}/actions`).send({ action }),
    /** What Meta has by that name. */
    atMeta: async (name: string): Promise<{ id: string; language: string; status: string }[]> =>
      (await simulatorOf(shop, `templates?wabaId=${account.wabaId}`)).items.filter(
        (one: { name: string }) => one.name === name,
      ),
    /** What Meta decides about a template, read by the store. */
    async decides(name: string, path: string, wish: object): Promise<void> {
      const { items } = await simulatorOf(shop, `templates?wabaId=${account.wabaId}`)
      const { id } = items.find((one: { name: string }) => one.name === name)
      await simulatorOf(shop, `templates/${id}/${path}`, { method: 'POST', body: JSON.stringify(wish) })
      await admin('post', `/api/channel_whatsapp/connections/${connectionId}/refresh`).expect(200)
    },
    stored: async (name: string) =>
      shop.sql<{ id: string; status: string; language: string }>(
        'select id, status, language from wa_templates where connection_id = ? and name = ? order by language',
        [connectionId, name],
      ),
  }
}
export type TemplateDesk = Awaited<ReturnType<typeof templateDesk>>

/**
 * Meta's answers to what templates are given to it. What the simulator is asked besides goes through, and so does this
 * unless `answer` says otherwise.
 */
export function metaAnswers(answer: (pass: () => Promise<Response>) => Promise<Response>): {
  count(): number
  restore(): void
} {
  const real = globalThis.fetch
  let count = 0
  const spy = jest.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const pass = () => real(input, init)
    if (init?.method !== 'POST' || !String(input).includes('/message_templates')) return pass()
    count += 1
    return answer(pass)
  })
  return { count: () => count, restore: () => spy.mockRestore() }
}
