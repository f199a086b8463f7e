-- Invitations to sign in, by a private address in a mail.

create table invitation (
  partnership_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  email text not null check (email <> ''),
  -- the SHA-256 of the private address; the address itself stands in the mail alone
  address_hash text not null,
  sent_at timestamptz not null,
  sent_by uuid not null,
  expires_at timestamptz not null,
  primary key (partnership_id, id),
  unique (partnership_id, address_hash),
  foreign key (partnership_id, person_id) references person,
  foreign key (partnership_id, sent_by) references person
);
create index invitation_by_person on invitation (partnership_id, person_id, sent_at desc);
call scope_to_partnership('invitation', 'select, insert');

-- How an invitation ended: taken up, or called back by a person, or by the next one to the same person.
create table invitation_end (
  partnership_id uuid not null,
  invitation_id uuid not null,
  at timestamptz not null,
  kind text not null check (kind in ('accepted', 'revoked', 'sent-again')),
  primary key (partnership_id, invitation_id),
  foreign key (partnership_id, invitation_id) references invitation
);
call scope_to_partnership('invitation_end', 'select, insert');
