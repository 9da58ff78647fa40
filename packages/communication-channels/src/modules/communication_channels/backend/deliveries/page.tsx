'use client'

import { DeliveriesPage } from '../../components/deliveries/DeliveriesPage.tsx'

export default function Page() {
  return <DeliveriesPage />
}
