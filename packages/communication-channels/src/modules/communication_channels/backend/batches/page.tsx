'use client'

import { BatchesPage } from '../../components/batches/BatchesPage.tsx'

export default function Page() {
  return <BatchesPage />
}
