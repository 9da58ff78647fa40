import { createRoot } from 'react-dom/client'
import './review.css'
import { ReviewPage } from './ReviewPage.tsx'

createRoot(document.getElementById('root')!).render(<ReviewPage />)
