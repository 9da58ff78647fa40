import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { whatsappAdapter as adapter } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/adapter'
import type { TemplateChange } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/lib/extended-adapter'
import { defaultAccounts, startSimulator } from '@open-mercato/whatsapp-simulator'
import { smallPicture } from '../../../packages/channel-whatsapp/smoke/small-picture.ts'

const account = defaultAccounts[0]!
const [first] = account.numbers
const number = {
  scope: { tenantId: 't', organizationId: 'o' },
  channel: {
    channelId: 'c',
    connectionId: 'k',
    externalIdentifier: first!.id,
    accountIdentifier: account.wabaId,
  },
  credentials: {
    accessToken: account.accessToken,
    businessAccountId: account.wabaId,
    phoneNumberId: first!.id,
    appId: account.appId,
    appSecret: account.appSecret,
  },
}
const picture = { bytes: smallPicture(), mimeType: 'image/png', fileName: 'shop.png' }

const before = process.env.OM_WHATSAPP_GRAPH_URL
let simulator: Awaited<ReturnType<typeof startSimulator>>
let listener: Server
let callback: { url: string; verifyToken: string }
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  process.env.OM_WHATSAPP_GRAPH_URL = simulator.url
  // Gives every challenge back, as whoever has the right token would.
  listener = createServer((request, response) => {
    response.end(new URL(request.url!, 'http://x').searchParams.get('hub.challenge') ?? '')
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const { port } = listener.address() as AddressInfo
  callback = { url: `http://127.0.0.1:${port}/hook`, verifyToken: 'v' }
})
afterAll(async () => {
  await new Promise((resolve) => listener.close(resolve))
  await simulator.close()
  if (before === undefined) delete process.env.OM_WHATSAPP_GRAPH_URL
  else process.env.OM_WHATSAPP_GRAPH_URL = before
})

const readNumber = async () => (await adapter.listPhoneNumbers(number)).find(({ id }) => id === first!.id)

it('hands a file over and gets it back, and says how the number is rated', async () => {
  const { externalMediaId } = await adapter.uploadMedia({ ...number, file: picture })
  const media = { id: externalMediaId, link: null }
  const { bytes, mimeType } = await adapter.downloadMedia({ ...number, media, maxBytes: 10_000 })
  expect(Buffer.compare(bytes, picture.bytes)).toBe(0)
  expect(mimeType).toBe('image/png')
  expect(await adapter.getQualityRating(number)).toBe('GREEN')
  expect((await adapter.uploadAsset({ ...number, file: picture })).handle).toMatch(/^4::/)
})

it('names what can be sent from', async () => {
  const senders = await adapter.listSenders(number)
  expect(senders).toContainEqual({
    id: first!.id,
    displayName: first!.verifiedName,
    identifier: first!.displayPhoneNumber,
  })
})

it('changes the profile with its picture', async () => {
  await adapter.updateBusinessProfile({ ...number, profile: { about: 'Tents' }, picture })
  expect(await adapter.getBusinessProfile(number)).toMatchObject({
    about: 'Tents',
    pictureUrl: expect.stringMatching(/^http/),
  })
})

it('takes a number off, registers it again, and changes its PIN and name', async () => {
  await adapter.setPin({ ...number, pin: '246810' })
  await adapter.deregisterNumber(number)
  expect(await readNumber()).toMatchObject({ platform_type: 'NOT_APPLICABLE' })
  await expect(adapter.registerNumber({ ...number, pin: '111111' })).rejects.toMatchObject({ code: 133005 })
  await adapter.registerNumber({ ...number, pin: '246810' })
  await adapter.requestDisplayName({ ...number, name: 'Acme Tents' })
  expect(await readNumber()).toMatchObject({ status: 'CONNECTED', new_name_status: 'PENDING_REVIEW' })
  await expect(adapter.requestCode({ ...number, method: 'SMS', language: 'en_US' })).rejects.toMatchObject({
    code: 136024,
  })
  await expect(adapter.verifyCode({ ...number, code: '000000' })).rejects.toMatchObject({ code: 136024 })
})

it('says and sets where Meta delivers to, at every level', async () => {
  await adapter.subscribeWebhook({ ...number, level: 'account', callback })
  await adapter.subscribeWebhook({ ...number, level: 'number', callback })
  await adapter.subscribeWebhook({ ...number, level: 'app', callback })
  expect(await adapter.getWebhookSubscriptions(number)).toMatchObject({
    app: {
      url: callback.url,
      isActive: true,
      fields: expect.arrayContaining(['messages', 'account_update']),
    },
    account: { isSubscribed: true, url: callback.url },
    number: callback.url,
  })
  await adapter.unsubscribeWebhook({ ...number, level: 'number' })
  await adapter.subscribeWebhook({ ...number, level: 'account', callback: null })
  await adapter.unsubscribeWebhook({ ...number, level: 'app' })
  expect(await adapter.getWebhookSubscriptions(number)).toEqual({
    app: null,
    account: { isSubscribed: true, url: null },
    number: null,
  })
  await adapter.unsubscribeWebhook({ ...number, level: 'account' })
  expect(await adapter.getWebhookSubscriptions(number)).toMatchObject({ account: { isSubscribed: false } })
})

it('blocks people by number and by user id, says who is blocked, and lets them again', async () => {
  const writes = (customerId: string) =>
    fetch(`${simulator.url}/sim/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ customerId, phoneNumberId: first!.id, text: 'Hello' }),
    })
  await Promise.all(['maria', 'sam'].map(writes))
  const users = ['+48601234567', 'US.100000000000003']
  await adapter.blockUsers({ ...number, users })
  expect(await adapter.listBlockedUsers(number)).toEqual([
    { phone: '+48601234567', userId: null },
    { phone: null, userId: 'US.100000000000003' },
  ])
  await adapter.unblockUsers({ ...number, users })
  expect(await adapter.listBlockedUsers(number)).toEqual([])
  await expect(adapter.blockUsers({ ...number, users: ['+4915123456789'] })).rejects.toMatchObject({
    code: 131047,
  })
})

it('creates templates, changes them, puts them away and deletes them', async () => {
  const change = (one: TemplateChange) => adapter.manageTemplates({ ...number, change: one })
  const components = [{ type: 'BODY' as const, text: 'Your parcel waits at the counter.' }]
  const definition = {
    ...{ name: 'parcel_waiting', language: 'en_US', components },
    ...{ category: 'UTILITY' as const, parameterFormat: 'POSITIONAL' as const },
  }
  const created = await change({ action: 'create', definition })
  expect(created).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' })
  const templateId = created!.id
  const decide = (path: string, wish: object) =>
    fetch(`${simulator.url}/sim/templates/${templateId}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wish),
    })
  await decide('review', { decision: 'approve' })
  const edit = { components: [{ type: 'BODY' as const, text: 'Your parcel still waits at the counter.' }] }
  expect(await change({ action: 'edit', templateId, edit })).toBeNull()
  await expect(change({ action: 'edit', templateId, edit })).rejects.toMatchObject({ code: 100 })
  await decide('review', { decision: 'approve' })
  await change({ action: 'archive', templateId })
  await expect(change({ action: 'archive', templateId })).rejects.toThrow('ARCHIVED')
  await change({ action: 'unarchive', templateId })
  await decide('acts', { act: 'pause' })
  await change({ action: 'unpause', templateId })
  await change({ action: 'delete', name: definition.name, templateId })
  await expect(change({ action: 'create', definition })).rejects.toMatchObject({ code: 100 })
  await change({ action: 'delete', name: 'order_update', templateId: null })
  const taken = { name: 'taken', language: 'en_US', category: 'UTILITY', libraryTemplateName: 'nothing' }
  await expect(change({ action: 'create_from_library', choice: taken })).rejects.toMatchObject({ code: 100 })
})
