import { createContainer } from 'awilix'
import { CommandBus } from './command-bus.ts'
import type { CommandInterceptor } from './command-interceptor.ts'
import { registerCommandInterceptors } from './interceptor-registry.ts'
import { registerCommand, unregisterCommand } from './registry.ts'

const ran: unknown[] = []
const ctx = {
  container: createContainer() as never,
  auth: null,
  organizationScope: null,
  selectedOrganizationId: null,
  organizationIds: null,
}
const execute = (input: unknown) => new CommandBus().execute('test.save', { input, ctx })
const interceptor = (more: Partial<CommandInterceptor>) =>
  registerCommandInterceptors([{ id: 'test.interceptor', targetCommand: 'test.save', ...more }])

beforeAll(() => registerCommand({ id: 'test.save', execute: (input) => void ran.push(input) }))
beforeEach(() => {
  ran.length = 0
})
afterAll(() => {
  interceptor({})
  unregisterCommand('test.save')
})

it('a module has its say before a command of another: with a message it stops it', async () => {
  interceptor({ beforeExecute: async () => ({ ok: false, message: 'Not like this.' }) })
  await expect(execute(1)).rejects.toMatchObject({ status: 400, body: { error: 'Not like this.' } })
  expect(ran).toEqual([])
})

it('what it throws goes to the caller as it is', async () => {
  const refusal = new Error('by the field')
  interceptor({
    beforeExecute: async () => {
      throw refusal
    },
  })
  await expect(execute(1)).rejects.toBe(refusal)
  expect(ran).toEqual([])
})

it('without an objection the command runs, and others never ask it', async () => {
  interceptor({ beforeExecute: async () => undefined })
  await execute(2)
  interceptor({ targetCommand: 'test.other', beforeExecute: async () => ({ ok: false }) })
  await execute(3)
  expect(ran).toEqual([2, 3])
})
