import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { fakeHub } from './fakeHub.ts'

export const photo = (name = 'tent.jpg') => new File(['x'.repeat(200)], name, { type: 'image/jpeg' })
export const field = () => screen.findByRole('textbox', { name: 'Your answer' })
export const tray = () => screen.findByRole('list', { name: 'Attached files' })
export const rows = async () => within(await tray()).getAllByRole('listitem')
export const row = async (name: string) => (await rows()).find((one) => one.textContent?.includes(name))!
export const button = (name: string | RegExp) => screen.getByRole('button', { name })
export const pick = async (...files: File[]) => {
  await field()
  await userEvent.upload(screen.getByTestId('file-picker'), files)
}
export const sent = (hub: ReturnType<typeof fakeHub>) => hub.sent.map(({ body }) => body.content)
