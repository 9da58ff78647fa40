import { expect, jest, test } from '@jest/globals'
import { fine } from '../testing/editorWith.tsx'
import { createDraftSaver, type SaveState } from './draft-saver.ts'

type Answer = [status: number, body?: unknown]

/** A saver over a server that answers in turn; what reaches it is noted as `METHOD /path updatedAt-or-account`. */
function saverWith(answers: (Answer | Promise<Answer>)[], id: string | null = 'd1') {
  const asked: string[] = []
  const states: SaveState[] = []
  globalThis.fetch = async (input, init = {}) => {
    const body = init.body ? JSON.parse(String(init.body)) : {}
    const path = String(input).replace('/api/channel_whatsapp/templates', '')
    asked.push([init.method ?? 'GET', path, body.updatedAt ?? body.connectionId].filter(Boolean).join(' '))
    const [status, answer = {}] = (await answers.shift()) ?? [200]
    return new Response(JSON.stringify(answer), { status })
  }
  const saver = createDraftSaver({
    draft: id === null ? null : { id, updatedAt: 't0' },
    connectionId: 'k1',
    templateId: null,
    onState: (state) => states.push(state),
  })
  return { saver, asked, states }
}

const draft = (id: string, updatedAt = 't1') => ({ draft: { id, updatedAt, definition: fine } })
const conflict: Answer = [409, { code: 'draft_changed' }]

test('what goes to another account while it is saved is deleted at the former one, once it is written at the new', async () => {
  let answer: (answer: Answer) => void = () => {}
  const slow = new Promise<Answer>((resolve) => {
    answer = resolve
  })
  const { saver, asked } = saverWith([slow, [500], [201, draft('d2')]], null)
  saver.change(fine)
  const first = saver.flush()
  saver.moveTo('k2')
  saver.change({ ...fine, name: 'moved' })
  answer([201, draft('d1')])
  await first
  expect(await saver.flush()).toBeNull()
  expect(asked).toEqual(['POST /drafts k1', 'POST /drafts k2'])
  expect(await saver.flush()).toEqual({ id: 'd2', updatedAt: 't1' })
  expect(asked.slice(2)).toEqual(['POST /drafts k2', 'DELETE /drafts/d1'])
})

test('a draft that is gone at the server is begun anew by the next try', async () => {
  const { saver, asked, states } = saverWith([[404], [201, draft('d2')]])
  saver.change(fine)
  expect(await saver.flush()).toBeNull()
  expect(states.at(-1)).toBe('failed')
  expect(await saver.flush()).toMatchObject({ id: 'd2' })
  expect(asked).toEqual(['PUT /drafts/d1 t0', 'POST /drafts k1'])
})

test('until it is decided whose words count nothing is written, and the question stays', async () => {
  jest.useFakeTimers()
  const { saver, asked, states } = saverWith([conflict, [500], [200, draft('d1', 't9')], [200, draft('d1')]])
  saver.change(fine)
  await saver.flush()
  saver.change({ ...fine, name: 'more' })
  await jest.advanceTimersByTimeAsync(5_000)
  jest.useRealTimers()
  expect(await saver.flush()).toBeNull()
  expect(states.at(-1)).toBe('conflict')
  await expect(saver.keepMine()).rejects.toMatchObject({ status: 500 })
  expect(states.at(-1)).toBe('conflict')
  await saver.keepMine()
  expect(states.at(-1)).toBe('saved')
  expect(asked).toEqual(['PUT /drafts/d1 t0', 'GET /drafts/d1', 'GET /drafts/d1', 'PUT /drafts/d1 t9'])
})

test('mine counts too where the other draft is gone by now', async () => {
  const { saver, asked } = saverWith([conflict, [404], [201, draft('d2')]])
  saver.change(fine)
  await saver.flush()
  await saver.keepMine()
  expect(asked.slice(1)).toEqual(['GET /drafts/d1', 'POST /drafts k1'])
})

test('where somebody else began the same edit, theirs is read and nothing of theirs is written over', async () => {
  const { saver, asked } = saverWith([conflict, [201, draft('d7')]], null)
  saver.change({ ...fine, name: 'mine' })
  await saver.flush()
  expect(await saver.takeTheirs()).toEqual(fine)
  expect(saver.hasUnsaved()).toBe(false)
  expect(asked).toEqual(['POST /drafts k1', 'POST /drafts k1'])
})
