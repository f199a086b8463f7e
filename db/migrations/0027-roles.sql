-- A viewer is a board member now. Whoever could sign in without a role has read all of the partnership until today: that is kept
-- as a role that somebody can take away, and those who come later begin with nothing.
alter table role_grant drop constraint role_grant_role_check;
update role_grant set role = 'member' where role = 'viewer';
insert into role_grant (partnership_id, person_id, role)
  select partnership_id, person_id, 'member' from person_account known
  where not exists (select from role_grant given
    where given.partnership_id = known.partnership_id and given.person_id = known.person_id);
alter table role_grant add constraint role_grant_role_check check
  (role in ('administrator', 'manager', 'analyst', 'member', 'contributor', 'scrutiny', 'young-person'));
