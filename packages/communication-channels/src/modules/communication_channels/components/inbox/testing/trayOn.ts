import type { fakeHub } from './fakeHub.ts'

interface Queries {
  findByRole(role: string, options: { name: string }): Promise<HTMLElement>
  getByRole(role: string, options: { name: string | RegExp }): HTMLElement
  getByTestId(id: string): HTMLElement
}
interface TestLibrary {
  screen: Queries
  within(element: HTMLElement): { getAllByRole(role: string): HTMLElement[] }
  userEvent: { upload(field: HTMLElement, files: File[]): Promise<void> }
}

/** The tray of attached files as it is on the screen; handed the library, which is the tests' and not the plugin's. */
export function trayOn({ screen, within, userEvent }: TestLibrary) {
  const field = () => screen.findByRole('textbox', { name: 'Your answer' })
  const tray = () => screen.findByRole('list', { name: 'Attached files' })
  const rows = async () => within(await tray()).getAllByRole('listitem')
  return {
    field,
    tray,
    rows,
    row: async (name: string) => (await rows()).find((one) => one.textContent?.includes(name))!,
    button: (name: string | RegExp) => screen.getByRole('button', { name }),
    async pick(...files: File[]) {
      await field()
      await userEvent.upload(screen.getByTestId('file-picker'), files)
    },
  }
}

export const photo = (name = 'tent.jpg') => new File(['x'.repeat(200)], name, { type: 'image/jpeg' })
export const sent = (hub: ReturnType<typeof fakeHub>) => hub.sent.map(({ body }) => body.content)
