import type { ComponentChildren } from 'preact'

/** What may stand inside a component: words, numbers, elements, or nothing. */
export type Child = ComponentChildren
