import type { ComponentType } from 'react'

/** One line of the menu. Its title and hint are texts of the composer, by its name. */
export type AttachChoice = {
  name: string
  icon: ComponentType<{ className?: string }>
  /** Something in it waits to be sent. */
  isBegun: boolean
  /** What opens takes the focus; else it goes back to the button. */
  takesFocus: boolean
  onChoose: () => void
}
