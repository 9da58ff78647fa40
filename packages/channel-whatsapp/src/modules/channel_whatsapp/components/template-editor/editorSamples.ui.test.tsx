import { expect, jest, test } from '@jest/globals'
import { fakeUploads } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/testing/fakeUploads'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { TemplateDefinition } from '../../lib/templates/definition/definition.ts'
import { cardsOf, newCard, setCards } from './model/carousel.ts'
import { headerHandle, setHeaderHandle } from './model/header.ts'
import { editorWith, fine, lastSaved } from './testing/editorWith.tsx'

const { showEditor, theBody, thePhone, press, soon, choose } = editorWith({
  spy: () => jest.fn(),
  render,
  screen,
  userEvent,
  waitFor,
})

const carousel: TemplateDefinition = {
  ...fine,
  category: 'MARKETING',
  components: setCards(fine.components, [newCard(), newCard(), newCard()]),
}
const photo = new File(['x'], 'tent.jpg', { type: 'image/jpeg' })
const chooseIn = (panel: HTMLElement) =>
  userEvent.upload(within(panel).getByLabelText('Choose a picture', { selector: 'input' }), photo)
const handles = (definition: TemplateDefinition) => cardsOf(definition.components).map(headerHandle)
/** Which cards on the phone show a picture. */
const pictures = () => {
  const cards = within(thePhone()).getByRole('region', { name: /cards/i })
  return [...cards.children].map((card) => card.querySelector('img') !== null)
}

test('a sample goes on uploading while another card is open, and comes to its own card wherever that is', async () => {
  const uploads = fakeUploads(act)
  const { calls } = showEditor({ initial: carousel })
  await theBody()
  await chooseIn(screen.getByRole('tabpanel'))
  await press('Move this card back')
  await userEvent.click(screen.getByRole('tab', { name: 'Card 3' }))
  uploads[0]!.answer(201, { handle: '4::tent', previewUrl: null })
  await soon(() => expect(handles(lastSaved(calls))).toEqual([null, '4::tent', null]))
  await waitFor(() => expect(pictures()).toEqual([false, true, false]))
})

test('a picture goes along with its card, and goes with it', async () => {
  const uploads = fakeUploads(act)
  showEditor({ initial: carousel })
  await theBody()
  await userEvent.click(screen.getByRole('tab', { name: 'Card 2' }))
  await chooseIn(screen.getByRole('tabpanel'))
  uploads[0]!.answer(201, { handle: '4::tent', previewUrl: null })
  await waitFor(() => expect(pictures()).toEqual([false, true, false]))
  await press('Move this card forward')
  await waitFor(() => expect(pictures()).toEqual([true, false, false]))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move this card back' }))
  await press('Remove this card')
  await waitFor(() => expect(pictures()).toEqual([false, false]))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add card' }))
})

test('what was under way for another kind of file or another account is stored nowhere', async () => {
  const uploads = fakeUploads(act)
  const header = { type: 'HEADER' as const, format: 'IMAGE' as const }
  const { calls } = showEditor({
    initial: { ...fine, components: setHeaderHandle([header, ...fine.components], '4::old') },
    answers: {
      'GET /templates/accounts': {
        body: { items: ['k1', 'k2'].map((connectionId) => ({ connectionId, name: `Shop ${connectionId}` })) },
      },
    },
  })
  await theBody()
  const form = document.querySelector('form')!
  await chooseIn(form)
  await choose('WhatsApp account', 'Shop k2')
  expect(uploads[0]!.wasAborted).toBe(true)
  expect(screen.queryByRole('progressbar')).toBeNull()
  await chooseIn(form)
  await choose('Kind of header', 'Video')
  expect(uploads[1]!.wasAborted).toBe(true)
  await soon(() => expect(lastSaved(calls).components[0]).toEqual({ type: 'HEADER', format: 'VIDEO' }))
})

test('a sample that is taken away leaves the keyboard at the button for another', async () => {
  const header = { type: 'HEADER' as const, format: 'IMAGE' as const }
  showEditor({
    initial: { ...fine, components: setHeaderHandle([header, ...fine.components], '4::old') },
  })
  await press('Remove the sample')
  expect(document.activeElement?.textContent).toBe('Choose a picture')
})
