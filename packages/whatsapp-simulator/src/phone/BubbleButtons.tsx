/** The tappable lines under a message. Without `onPress` a line only shows what the phone would offer. */
export type BubbleButton = { text: string; onPress?: (() => void) | undefined; href?: string | undefined }

export function BubbleButtons({ buttons, label }: { buttons: BubbleButton[]; label: string }) {
  if (buttons.length === 0) return null
  return (
    <ul className="bubble-buttons" aria-label={label}>
      {buttons.map(({ text, onPress, href }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two buttons may say the same
        <li key={index}>
          {href ? (
            <a href={href} target="_blank" rel="noreferrer">
              {text} ↗
            </a>
          ) : onPress ? (
            <button type="button" onClick={onPress}>
              {text}
            </button>
          ) : (
            <span>{text}</span>
          )}
        </li>
      ))}
    </ul>
  )
}
