import { longDay } from '../../src/kernel/day.ts'
import type { PlanYear } from '../plan-year.ts'

/** The headline count is one short of the tables: a row added late shares its reference with another. */
export const frontPage = ({ starts, endsBefore }: PlanYear) => `
# Growing up in Calverhythe: delivery plan for the year from ${longDay(starts)}

This plan covers ${longDay(starts)} to ${longDay(endsBefore.subtract({ days: 1 }))}.

## Introduction

Calverhythe is two towns that share a name. From the top of Priory Hill you see both: the marina with its new flats, and across the lock the terraces of Lower Saltings, where most families rent and half of the children hear another language at home. A child's chances should not turn on which side of the water the pram is pushed.

Last year we promised too much and counted too little. Some of what we wrote was a meeting, not a change, and some things that went well were never written down. So this year each action has one group that answers for it and, wherever we could find one, a number that will tell us whether children are better off.

We wrote the plan with 340 children and young people, who met us in school halls, at the skate park and in the waiting room of the children's ward. They asked for three things above all: adults who stay, somewhere warm to go after four o'clock, and to be told what happened after they spoke.

The plan has 41 actions under four aims. Each lead reports to the group named beside the action; the group's chair reads the report and may send it back; what goes wrong comes to the Board without waiting for the year to end.

Marguerite Osei, Independent Chair
`
