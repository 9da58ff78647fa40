import { useRef, useState } from 'react'
import type { Coordinates } from './coordinates.ts'

const denied = 1

/** Where this device is, for a business that sends its own place. Browsers tell it to secure pages only. */
export function useOwnPosition(onFound: (coordinates: Coordinates) => void) {
  const [state, setState] = useState<'idle' | 'finding' | 'denied' | 'failed'>('idle')
  // The form may have been typed in since the question.
  const latest = useRef(onFound)
  latest.current = onFound
  const find = () => {
    setState('finding')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        latest.current({ latitude: coords.latitude.toFixed(6), longitude: coords.longitude.toFixed(6) })
      },
      (error) => setState(error.code === denied ? 'denied' : 'failed'),
      { timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return {
    isOffered: window.isSecureContext && 'geolocation' in navigator,
    isFinding: state === 'finding',
    failure: state === 'denied' || state === 'failed' ? state : null,
    find,
  }
}
