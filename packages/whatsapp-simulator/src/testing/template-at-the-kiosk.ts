import { WABA } from './business.ts'
import { startChatWithMaria } from './chat-with-maria.ts'
import { templateSend } from './template-sends.ts'

export const BODY = { type: 'BODY', text: 'Your parcel waits at the kiosk.' }

/** For each test of the file a new simulator, and what a business and Meta do to one template of it. */
export function startTemplateAtTheKiosk() {
  const chat = startChatWithMaria()
  const { changes, request, send, until } = chat

  const graph = (method: string, path: string, body?: unknown) => request(method, `/v26.0/${path}`, body)
  const sim = (path: string, body: unknown) => request('POST', `/sim/templates/${path}`, body)
  /** What the business was told in one field. */
  const told = (field = 'message_template_status_update') =>
    changes().flatMap((change) => (change.field === field ? [change.value] : []))

  async function create(more: object = {}): Promise<string> {
    const draft = { name: 'at_the_kiosk', language: 'en_US', category: 'UTILITY', components: [BODY] }
    return (await graph('POST', `${WABA}/message_templates`, { ...draft, ...more })).body.id
  }

  return {
    ...chat,
    graph,
    sim,
    told,
    create,
    act: (id: string, name: string, more: object = {}) => sim(`${id}/acts`, { act: name, ...more }),
    async approved(more: object = {}): Promise<string> {
      const id = await create(more)
      await sim(`${id}/review`, { decision: 'approve' })
      return id
    },
    edit: (id: string, body: object) => graph('POST', id, body),
    read: async (id: string, fields = 'status') => (await graph('GET', `${id}?fields=${fields}`)).body,
    async idOf(name: string): Promise<string> {
      const { body } = await graph('GET', `${WABA}/message_templates?name=${name}&language=en_US`)
      return body.data[0].id
    },
    /** Resolves with the latest of at least `count` things told. */
    async heard(count: number, field?: string) {
      await until(() => told(field).length >= count)
      return told(field).at(-1)
    },
    events: () => told().map((value) => value.event),
    sendToMaria: (name: string, components?: unknown[]) =>
      send({ messaging_product: 'whatsapp', to: '+48601234567', ...templateSend(name, components) }),
  }
}
