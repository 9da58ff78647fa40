import { beforeEach, describe, expect, jest, test } from '@jest/globals'
import { I18nProvider } from '@open-mercato/shared/lib/i18n/context'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import texts from '../../../i18n/en.json' with { type: 'json' }
import { AudioPlayer } from './AudioPlayer.tsx'

// jsdom plays nothing; of a player only what it asks of the browser, and what it makes of the answers, is its own.
const plays = (media: HTMLMediaElement) => act(() => void media.dispatchEvent(new Event('play')))

beforeEach(() => {
  jest.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async function (this: HTMLMediaElement) {
    plays(this)
  })
  jest.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(function (this: HTMLMediaElement) {
    act(() => void this.dispatchEvent(new Event('pause')))
  })
})

const show = (label = 'Voice message') =>
  render(
    <I18nProvider locale="en" dict={texts}>
      <AudioPlayer src="/f1" durationMs={65_000} label={label} />
    </I18nProvider>,
  )
const sound = (of: HTMLElement) => of.querySelector('audio')!
const button = (name: string) => screen.getByRole('button', { name })

describe('a voice note', () => {
  test('shows its length before anything of it is fetched', () => {
    const { container } = show()
    expect(container.textContent).toContain('1:05')
    expect(sound(container).preload).toBe('none')
    expect(screen.getByRole('group', { name: 'Voice message' })).toBeTruthy()
  })

  test('plays, pauses and says where it is', async () => {
    const { container } = show()
    await userEvent.click(button('Play'))
    expect(button('Pause')).toBeTruthy()
    sound(container).currentTime = 12
    fireEvent.timeUpdate(sound(container))
    expect(container.textContent).toContain('0:12 / 1:05')
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toBe('0:12 of 1:05')
    await userEvent.click(button('Pause'))
    expect(button('Play')).toBeTruthy()
  })

  test('is moved through, and played faster', async () => {
    const { container } = show()
    fireEvent.change(screen.getByRole('slider', { name: 'Position' }), { target: { value: '30' } })
    expect(sound(container).currentTime).toBe(30)
    await userEvent.click(button('Speed: 1×'))
    expect(sound(container).playbackRate).toBe(1.5)
    await userEvent.click(button('Speed: 1.5×'))
    expect(sound(container).playbackRate).toBe(2)
    await userEvent.click(button('Speed: 2×'))
    expect(sound(container).playbackRate).toBe(1)
  })

  test('stops when another one starts', async () => {
    const { container } = show()
    await userEvent.click(button('Play'))
    const other = show('Another')
    await userEvent.click(other.getAllByRole('button', { name: 'Play' }).at(-1)!)
    expect(sound(container).pause).toHaveBeenCalled()
    expect(other.getAllByRole('button', { name: 'Pause' })).toHaveLength(1)
  })

  test('says when it cannot be played here', () => {
    const { container } = show()
    fireEvent.error(sound(container))
    expect(screen.getByText(/cannot be played here/)).toBeTruthy()
  })
})
