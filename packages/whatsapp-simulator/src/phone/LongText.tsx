import { useState } from 'react'

const SHOWN_AT_FIRST = 700

export function LongText({ text }: { text: string }) {
  const [isWhole, setWhole] = useState(text.length <= SHOWN_AT_FIRST)
  return (
    <p className="bubble-text">
      {isWhole ? text : `${text.slice(0, SHOWN_AT_FIRST)}… `}
      {!isWhole && (
        <button type="button" className="link" onClick={() => setWhole(true)}>
          Read more
        </button>
      )}
    </p>
  )
}
