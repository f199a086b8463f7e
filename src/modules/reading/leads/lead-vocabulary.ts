const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Words with which the name of a group ends. */
export const GROUP_ENDS = set(`
  alliance board boards group groups team teams network networks committee committees partnership forum panel cabinet hub hubs cluster clusters
  consortium council federation executive trust subgroup sub-group taskforce staff collaborative assembly parliament workstream
  system congress commission`)

/** Words that name an organisation, or a service of one, wherever they stand. */
export const ORGANISATION_WORDS = set(`
  police constabulary ccg ccgs icb nhs trust university college school schools academy academies nursery charity agency department directorate ltd
  limited plc llp cic hospital hospitals bureau service services foundation health probation prison prisons surgery pharmacy church ministry
  archives`)

/** Words that end the name of an organisation for certain, so that another name may follow an "and". */
export const ORGANISATION_ENDS = set(
  'police constabulary ccg icb nhs trust university college service services agency department hospital hospitals bureau ltd',
)

/** Posts by their initials, as partnerships use them. */
export const POST_INITIALS = set(
  'DCS DPH DDPH CPH AD ADS CEO CFO COO CIO CDO CDOS CIOS DSL SENCO SENDCO SENDCOS SENCOS IRO LADO PSW DASS SRO HOS PCC',
)
/** Initials that name a subject and no body. */
export const SUBJECT_INITIALS = set('SEND SEN CSE CE NEET EHCP EHC DA VAWG LAC CIC CLA CIN CP UASC LGBT EYFS')

/** Nouns of posts that are nobody's surname. */
export const ROLES = set(`
  director directors manager managers officer officers coordinator coordinators co-ordinator co-ordinators commissioner commissioners leads
  headteacher headteachers consultant consultants superintendent inspector sergeant midwife midwives worker workers adviser advisers advisor
  advisors specialist specialists practitioner practitioners therapist therapists psychologist psychologists analyst analysts administrator
  administrators trainer trainers supervisor supervisors teachers governors secretary apprentice apprentices facilitator facilitators
  planner planners psychiatrist paediatrician solicitor accountant nurses heads chairs leaders principals councillors holder chairperson
  chairwoman chairman lead chair ombudsman registrar treasurer`)
/** Nouns of posts that are surnames too: "School Nurse" is a post, "Alan Nurse" may be a man. */
export const ROLES_AND_SURNAMES = set(
  'head nurse leader principal teacher clerk mentor champion warden steward guardian partner member governor marshal',
)

/** Words before a person's name. */
export const TITLES = set(`
  dr doctor cllr cllrs councillor prof professor mr mrs ms miss mx sir dame lord lady baroness rev revd reverend fr canon sgt insp di dci dc ds supt pc hon`)

/** Words of the trade that are part of no person's name. */
export const NEVER_NAMES = set(`
  the a an and of for in at on to all any each every other various both relevant joint integrated help public primary care social local
  maternity trading standards fire transport education housing commissioning safeguarding children children's childrens youth family families
  adult adults community communities voluntary sector district districts borough boroughs county city national research performance quality
  strategy strategic policy business finance financial legal data digital communications communication partners partner agencies organisations census
  inclusion attendance admissions virtual leaving looked after learning skills sports leisure libraries museums planning licensing
  environment environmental safety crime violence domestic abuse drug drugs alcohol substance mental emotional physical wellbeing nursing midwifery
  infant feeding parents parent carers governors members providers directorate division unit office section corporate operational operations
  delivery development improvement transformation project projects programme programmes steering management leadership deputy
  assistant associate regional training trainees metro federal government information technology investment practice people's young's
  placement placements fostering adoption permanence disability disabilities inspection employment economy growth regeneration culture
  engagement participation participatory consultation prevention intervention protection assessment referral resources resource human workforce
  service services team group board tbc tba tbd vacant vacancy nobody everyone everybody staff stakeholders bodies approved utilities councils
  interim acting head chief executive lead leads officer director manager`)
/** Words that are surnames at the end of a name, and no first names: "Kate West", but "West Borough". */
export const NEVER_FIRST = set(
  'early justice north south east west young central new greater royal great high mid church law senior safe stay green school system',
)

/** Small words inside a name. */
export const PARTICLES = set('de da del della di do dos du van von der den ter la le bin ibn al el ap y')
