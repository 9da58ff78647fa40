import { Component, type ReactNode } from 'react'

type BubbleBoundaryProps = { instead: ReactNode; children: ReactNode }

/** One message that cannot be drawn must not take the thread with it. */
export class BubbleBoundary extends Component<BubbleBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? this.props.instead : this.props.children
  }
}
