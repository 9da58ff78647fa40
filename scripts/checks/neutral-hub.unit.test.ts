import { findProviderWordsInHub } from './neutral-hub.ts'
import { plant } from './plant.ts'

const folder = 'packages/communication-channels/src/modules/communication_channels'

function wordsIn(files: Record<string, string>) {
  const planted = plant(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text])),
  )
  try {
    return findProviderWordsInHub(planted.root)
  } finally {
    planted.remove()
  }
}

test('metadata, import.meta and page.meta pass', () => {
  expect(
    wordsIn({
      'backend/inbox/page.meta.ts': 'export const metadata = { here: import.meta.url }\n',
      'index.ts': "import { metadata } from './backend/inbox/page.meta.ts'\n",
    }),
  ).toEqual([])
})

test('the provider in code, a comment, a text or a file name is found', () => {
  expect(
    wordsIn({
      'lib/a.ts': "export const key = 'whatsapp'\n",
      'lib/b.ts': '// as Meta wants it\n',
      'lib/whatsapp.ts': 'export {}\n',
      'i18n/en.json': '{"inbox.title": "WhatsApp inbox"}\n',
    }),
  ).toEqual([
    `${folder}/i18n/en.json:1 names WhatsApp`,
    `${folder}/lib/a.ts:1 names whatsapp`,
    `${folder}/lib/b.ts:1 names Meta`,
    `${folder}/lib/whatsapp.ts is named after a provider`,
  ])
})
