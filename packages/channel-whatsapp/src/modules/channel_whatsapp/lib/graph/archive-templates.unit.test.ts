import { jest } from '@jest/globals'
import { archiveTemplate } from './archive-templates.ts'

const access = { accessToken: 'token', apiVersion: 'v26.0' }
const before = process.env.OM_WHATSAPP_GRAPH_URL

const metaSays = (body: object) =>
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(body))

afterEach(() => {
  jest.restoreAllMocks()
  if (before === undefined) delete process.env.OM_WHATSAPP_GRAPH_URL
  else process.env.OM_WHATSAPP_GRAPH_URL = before
})

test.each([
  [undefined, 'https://api.facebook.com/110/message_templates/archive'],
  ['http://127.0.0.1:4444', 'http://127.0.0.1:4444/110/message_templates/archive'],
])('where Graph is %s, a template is archived at %s', async (graphUrl, address) => {
  if (graphUrl === undefined) delete process.env.OM_WHATSAPP_GRAPH_URL
  else process.env.OM_WHATSAPP_GRAPH_URL = graphUrl
  const fetch = metaSays({ archived_templates: ['7'], failed_templates: {} })
  await archiveTemplate(access, '110', 'archive', '7')
  const [url, init] = fetch.mock.calls[0]!
  expect([String(url), init?.body]).toEqual([address, '{"hsm_ids":["7"]}'])
})

test.each([[{ 7: 'It is in review.' }], [[{ id: '7', reason: 'It is in review.' }]]])(
  'what fails within a good answer, as in %j, is a refusal',
  async (failed_templates) => {
    metaSays({ unarchived_templates: [], failed_templates })
    await expect(archiveTemplate(access, '110', 'unarchive', '7')).rejects.toThrow('It is in review.')
  },
)

test.each([[{ failed_templates: [] }], [{}]])('nothing failed where Meta answers %j', async (answer) => {
  metaSays({ archived_templates: ['7'], ...answer })
  await expect(archiveTemplate(access, '110', 'archive', '7')).resolves.toBeUndefined()
})
