import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Template } from '../accounts/template.ts'
import { usualHabits } from './customer.ts'
import type { TemplateContent } from './message.ts'
import { createWorld, type World } from './world.ts'

const FILE_NAME = 'simulator.json'

const snapshotSchema = z.looseObject({
  version: z.literal(1),
  customers: z.array(z.unknown()),
  messages: z.array(z.unknown()),
})

/** Reads the snapshot in `folder`; a fresh world when there is none. One that cannot be read is set aside, not deleted. */
export function readSnapshot(folder: string): World {
  const file = join(folder, FILE_NAME)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return createWorld()
    throw error
  }
  try {
    const world = snapshotSchema.parse(JSON.parse(text)) as unknown as World
    return withLaterFields({ ...createWorld(), ...world })
  } catch {
    renameSync(file, `${file}.unreadable`)
    return createWorld()
  }
}

// A snapshot of an earlier version knows less of its people, templates and deliveries.
function withLaterFields(world: World): World {
  return {
    ...world,
    customers: world.customers.map((customer) => ({ ...usualHabits, ...customer })),
    messages: world.messages.map((message) =>
      message.content.type === 'template'
        ? { ...message, content: { ...message.content, ...withParts(message.content) } }
        : message,
    ),
    deliveries: world.deliveries.map((delivery) => ({
      ...delivery,
      field: delivery.field ?? 'messages',
      reports: delivery.reports ?? [],
    })),
    faults: { ...createWorld().faults, ...world.faults },
    addedTemplates: byAccount(world.addedTemplates),
  }
}

// Once all accounts' templates stood in one list.
function byAccount(added: World['addedTemplates'] | (Template & { wabaId: string })[]) {
  if (!Array.isArray(added)) return added
  const grouped: World['addedTemplates'] = {}
  for (const { wabaId, ...template } of added) grouped[wabaId] = [...(grouped[wabaId] ?? []), template]
  return grouped
}

function withParts({ buttons, components }: Partial<TemplateContent>) {
  return { buttons: buttons ?? [], components: components ?? [] }
}

/** Writes beside and renames, so that a kill at any moment leaves either the old snapshot or the new one. */
export function writeSnapshot(folder: string, world: World): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, FILE_NAME)
  writeFileSync(`${file}.new`, JSON.stringify(world), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
