-- What a partnership demands of whoever signs in. Each change is a row of its own: the latest holds; without one, nothing is demanded.
create table sign_in_demand (
  partnership_id uuid not null references partnership,
  set_at timestamptz not null,
  set_by uuid not null,
  demands text not null check (demands in ('nothing', 'second-factor', 'single-sign-on')),
  primary key (partnership_id, set_at),
  foreign key (partnership_id, set_by) references person
);
call scope_to_partnership('sign_in_demand', 'select, insert');
