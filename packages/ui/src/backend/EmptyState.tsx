export { EmptyState, type EmptyStateProps } from '../primitives/empty-state.tsx'
