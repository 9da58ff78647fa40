import { type ReactNode, useEffect, useState } from 'react'
import type { Customer } from '../world/customer.ts'
import { clockTime } from './show-time.ts'

/** The device: a frame on the desk, the whole screen on a small one. */
export function Phone(props: { customer: Customer; connected: boolean; children: ReactNode }) {
  const { customer, connected, children } = props
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const ticking = setInterval(() => setNow(new Date()), 10_000)
    return () => clearInterval(ticking)
  }, [])
  return (
    <main className="phone" aria-label={`${customer.name}’s phone`}>
      <div className="phone-status">
        <span>{clockTime(now.toISOString())}</span>
        <span className="phone-camera" aria-hidden="true" />
        <span role="status">{customer.online ? 'Online' : 'Offline'}</span>
      </div>
      <div className="phone-screen">
        {!connected && (
          <p className="phone-notice" role="alert">
            The simulator does not answer. Trying again…
          </p>
        )}
        {children}
      </div>
      <div className="phone-home" aria-hidden="true" />
    </main>
  )
}
