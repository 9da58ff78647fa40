import { expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import texts from '../i18n/en.json' with { type: 'json' }
import { NotLoaded } from './NotLoaded.tsx'

test('what could not be read says so as an alert, and is read again once when asked to', async () => {
  const onRetry = jest.fn()
  render(
    <I18nProvider locale="en" dict={texts}>
      <NotLoaded label="The log could not be loaded" onRetry={onRetry} />
    </I18nProvider>,
  )
  expect(screen.getByRole('alert').textContent).toContain('The log could not be loaded')
  expect(onRetry).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(onRetry).toHaveBeenCalledTimes(1)
})
