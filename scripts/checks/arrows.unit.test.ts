import { findArrowViolations } from './arrows.ts'
import { plant } from './plant.ts'

const hub = 'packages/communication-channels/src/modules/communication_channels'
const provider = 'packages/channel-whatsapp/src/modules/channel_whatsapp'

async function violationsIn(files: Record<string, string>) {
  const planted = plant(files)
  try {
    return await findArrowViolations(planted.root)
  } finally {
    planted.remove()
  }
}

const sound = {
  'packages/shared/src/lib/logger.ts': 'export const logger = 1\nexport type Logger = number\n',
  [`${hub}/lib/adapter.ts`]:
    "import { logger } from '@open-mercato/shared/lib/logger'\nexport const adapter = logger\n",
  [`${provider}/di.ts`]:
    "import { adapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'\nexport const di = adapter\n",
}

test('imports along the arrows pass', async () => {
  expect(await violationsIn(sound)).toEqual([])
})

test('an import against the arrows is found through the package specifier', async () => {
  const violations = await violationsIn({
    ...sound,
    [`${hub}/lib/send.ts`]:
      "import { di } from '@open-mercato/channel-whatsapp/modules/channel_whatsapp/di'\nexport const send = di\n",
  })
  expect(violations).toContainEqual(
    `packages/communication-channels imports only what is left of it: ${hub}/lib/send.ts -> ${provider}/di.ts`,
  )
})

test('a type-only import against the arrows is found', async () => {
  const violations = await violationsIn({
    ...sound,
    'packages/shared/src/lib/peek.ts':
      "import type { adapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'\nexport type Peek = typeof adapter\n",
  })
  expect(violations).toContainEqual(
    expect.stringMatching(/^packages\/shared imports only what is left of it/),
  )
})

test('a circle is found', async () => {
  const violations = await violationsIn({
    ...sound,
    'packages/shared/src/lib/a.ts': "import { b } from './b.ts'\nexport const a = b\n",
    'packages/shared/src/lib/b.ts':
      "import type { a } from './a.ts'\nexport const b = 1\nexport type A = typeof a\n",
  })
  expect(violations).toContainEqual(expect.stringMatching(/^no circles/))
})

test('a room that imports the app, and an import that leads nowhere, are found', async () => {
  const violations = await violationsIn({
    ...sound,
    'apps/mercato/src/modules.ts': 'export const modules = []\n',
    'packages/core/src/host/load.ts':
      "import { modules } from '../../../../apps/mercato/src/modules.ts'\nimport './nowhere.ts'\nexport const load = modules\n",
  })
  expect(violations).toEqual([
    expect.stringMatching(/^every import resolves/),
    expect.stringMatching(/^packages\/core imports only what is left of it/),
  ])
})

test('server code that reaches a screen, even through another file, is found', async () => {
  const violations = await violationsIn({
    ...sound,
    [`${hub}/backend/inbox/page.tsx`]: 'export default function Page() {\n  return null\n}\n',
    [`${hub}/backend/inbox/title.ts`]: "import Page from './page.tsx'\nexport const title = Page.name\n",
    [`${hub}/api/inbox/route.ts`]:
      "import { title } from '../../backend/inbox/title.ts'\nexport const GET = title\n",
  })
  expect(violations).toEqual([
    expect.stringMatching(/^server code never reaches a \.tsx file: .*api\/inbox\/route\.ts/),
  ])
})
