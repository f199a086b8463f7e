import type { HTMLAttributes } from 'preact'

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'trellis-autosave': HTMLAttributes<HTMLElement> & { src: string }
      'trellis-character-count': HTMLAttributes<HTMLElement> & { for: string; most: number }
      'trellis-chosen-file': HTMLAttributes<HTMLElement>
      'trellis-day-in-words': HTMLAttributes<HTMLElement>
      'trellis-desk': HTMLAttributes<HTMLElement>
      'trellis-passkey': HTMLAttributes<HTMLElement> & { options: string; does: 'make' | 'show' }
      'trellis-understood': HTMLAttributes<HTMLElement> & { for: string; src: string }
      'trellis-work-through': HTMLAttributes<HTMLElement>
      'trellis-reading-progress': HTMLAttributes<HTMLElement> & { src: string }
    }
  }
}
