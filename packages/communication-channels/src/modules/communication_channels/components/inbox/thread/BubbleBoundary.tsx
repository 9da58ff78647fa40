import { Component, type ReactNode } from 'react'

type BubbleBoundaryProps = {
  /** What is to be drawn. Once it is another one, it is tried again. */
  of: unknown
  instead: ReactNode
  children: ReactNode
}

/** One message that cannot be drawn must not take the thread with it. */
export class BubbleBoundary extends Component<BubbleBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override componentDidUpdate(before: BubbleBoundaryProps) {
    if (this.state.isBroken && before.of !== this.props.of) this.setState({ isBroken: false })
  }

  override render() {
    return this.state.isBroken ? this.props.instead : this.props.children
  }
}
