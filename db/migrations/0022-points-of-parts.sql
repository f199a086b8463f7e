-- What a promise or a priority says point by point, where the plan has no actions for it.
alter table part add column points text[] not null default '{}';
