import { findHostImportViolations } from './host-imports.ts'
import { plant } from './plant.ts'

function violationsIn(text: string, plugin = 'channel-whatsapp') {
  const planted = plant({ [`packages/${plugin}/src/modules/m/di.ts`]: text })
  try {
    return findHostImportViolations(planted.root)
  } finally {
    planted.remove()
  }
}

test('what the host offers passes', () => {
  const text = `
    import { createHash } from 'node:crypto'
    import { z } from 'zod'
    import { asValue } from 'awilix'
    import { defineEntity } from '@mikro-orm/core'
    import { createModuleEvents, type EventPayload } from '@open-mercato/shared/modules/events'
    import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
    import { own } from './own.ts'
    export type Payload = import('@open-mercato/shared/modules/events').EventPayload
  `
  expect(violationsIn(text)).toEqual([])
})

test.each([
  [
    'a specifier the host lacks',
    "import { x } from '@open-mercato/shared/lib/nowhere'",
    /not in docs\/host-surface/,
  ],
  ['a host lacks, re-exported', "export * from '@open-mercato/core/host/host'", /not in docs\/host-surface/],
  [
    'a lazy import the host lacks',
    "const m = await import('@open-mercato/core/host/host')",
    /not in docs\/host-surface/,
  ],
  [
    'a name the host lacks',
    "import { createThing } from '@open-mercato/shared/modules/events'",
    /imports createThing/,
  ],
  [
    'a type taken as a value',
    "import { EventPayload } from '@open-mercato/shared/modules/events'",
    /as a value/,
  ],
  ['a whole namespace', "import * as events from '@open-mercato/shared/modules/events'", /takes all of/],
  [
    'an inline type the host lacks',
    "type A = import('@open-mercato/shared/modules/events').Nope",
    /imports Nope/,
  ],
  ['a third party the host need not have', "import { Hono } from 'hono'", /imports hono/],
  ['a neighbour of an allowed name', "import x from 'react-router'", /imports react-router/],
  [
    'the simulator',
    "import { start } from '@open-mercato/whatsapp-simulator'",
    /imports @open-mercato\/whatsapp-simulator/,
  ],
])('%s is found', (_what, text, violation) => {
  expect(violationsIn(text)).toEqual([expect.stringMatching(violation)])
})

test('the hub may not import itself by its package name', () => {
  const text =
    "import { a } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'"
  expect(violationsIn(text, 'communication-channels')).toHaveLength(1)
})
