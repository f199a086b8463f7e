import { longMoment } from '../../kernel/day.ts'
import type { PlanListed } from './plan.store.ts'
import { isAdopted } from './plan.ts'

/** Where a plan comes from: a document handed over twice makes two drafts of one title. */
export function whereFrom({ fileName, createdAt }: PlanListed): string {
  return `${fileName === null ? 'Made' : `Read from ${fileName},`} ${longMoment(createdAt)}`
}

/** A plan among others to choose from. */
export function planToChoose(plan: PlanListed): { readonly value: string; readonly text: string } {
  return { value: plan.id, text: isAdopted(plan) ? plan.title : `${plan.title} (draft: ${whereFrom(plan)})` }
}
