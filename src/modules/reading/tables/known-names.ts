/**
 * What a column's name says by itself. Its role follows from the names beside it: an `objective` left of an `action` is a part, alone
 * it is the action.
 */
export type Known =
  | 'ref'
  | 'objective'
  | 'part'
  | 'finding'
  | 'milestone'
  | 'action'
  | 'recommendation'
  | 'description'
  | 'outcome'
  | 'measure'
  | 'starts'
  | 'timescale'
  | 'lead'
  | 'progress'
  | 'impact'
  | 'narrative'
  | 'other'

/** The names columns go by in plans as published, in lower case without marks; those of one line share a rank. */
export const NAMES: readonly (readonly [Known, number, string])[] = [
  [
    'ref',
    1,
    `ref; reference; ref no; no; number; num; action no; action number; action ref; id; item; action id; item no; ref
     number; action reference; s no; sr no; line; objective no; code; unique id; issue key; key; ref id`,
  ],
  [
    'objective',
    1,
    `objective; objectives; goal; goals; our objective; specific objective; sub objective; smart objective`,
  ],
  [
    'part',
    1,
    `aim; aims; strategic aim; priority; theme; strategic objective; pillar; strategic priority; area; workstream; priority
     area; key priority; our priority; strand; work stream; project; programme; domain; ambition; focus area; area of focus;
     key area; section; category; priority theme; heading; sub heading; outcome area; priority action area; work area;
     high impact area; plan priority; key theme; equality objective; national priority; standard; bucket; bucket
     name; epic; epic link; epic name; promise; our promise; pledge; national outcome; workstream name; theme name`,
  ],
  [
    'finding',
    1,
    `finding; findings; ofsted finding; inspection finding; area for improvement; areas for improvement; area of
     improvement; issue; issues; issue identified; need; identified need; needs identified; gap; area of weakness; key
     issue; priority need; ofsted recommendation; inspection recommendation; improvement area; area for development;
     areas for development; concern; what we found; what needs to improve; ofsted area for improvement; significant
     weakness; area of significant weakness; challenge; priority for improvement; area for priority action; regulation;
     regulation requirement; requirement; requirements; recommendation or requirement; improvement required; what the
     inspector said; what inspectors said; what inspectors found`,
  ],
  [
    'milestone',
    1,
    `milestone; milestones; key milestones; initiative; key activity; key activities; task; tasks; key task; key tasks;
     steps; action steps; key steps; sub action; sub actions; task name; task title; name of task; key tasks and
     activities`,
  ],
  [
    'action',
    1,
    `action; actions; what; what we will do; what will we do; what we have committed to; action agreed; agreed action;
     actions required; key action; key actions; action required; activity; activities; action description; description of
     action; action text; proposed action; proposed actions; planned action; planned actions; improvement action;
     improvement actions; action to be taken; actions to be taken; what are we going to do; what we are going to do; what
     do we need to do; what we need to do; what needs to be done; what needs to happen; action point; action points;
     commitment; our commitment; how we will do it; how will we do it; how we will achieve this; how will we achieve this;
     action taken; action name; action title; actions we will take; delivery action; delivery actions; actions to achieve
     objective; strategic action; deliverable; deliverables; intervention; what is being done; action item; action
     outline; our action; our actions; measures to be taken; project action; actions agreed; name of action; agreed
     actions; we will; what we plan to do; priority action; priority actions; action and activity; what will be done;
     actions activities; how; what actions will we take; what we said we would do; what did we say we would do; what
     we said we d do; what we planned; what we planned to do; specific action; specific actions; improvement activity; things to do;
     what needs doing; strategy activity; key tasks actions`,
  ],
  ['description', 2, `name; title; item name`],
  ['recommendation', 1, `recommendation; recommendations; agreed recommendation; proposal`],
  ['description', 1, `description; detail; details; summary; text; action details; further detail; full description`],
  ['outcome', 2, `outcome; outcomes; our outcome; strategic outcome; key outcome; priority outcome`],
  [
    'measure',
    1,
    `measure; measures; success criteria; what does success look like; what will success look like; measurement; how we will
     know; how will we know; kpi; kpis; check-step; check step; measure of success; measures of success; success measure;
     success measures; success; performance measure; performance measures; success criterion; evidence of success; how will
     success be measured; how will we measure success; how we will measure success; how will we measure this; success
     indicator; success indicators; milestones kpis; measure kpi; measures kpis; how will we know we have succeeded; how will
     we know if we are successful; how will we know it has worked; how we will know it is working; how will it be measured;
     performance indicator; performance indicators; key performance indicator; key performance indicators; indicator;
     indicators; measurable outcome; outcome measure; outcome measures; success factors; what good looks like; what will
     good look like; what good will look like; how will we know we have made a difference; how will we know we have made
     it; quantitative measure; impact measure; impact measures; measure of impact; impact success criteria; monitoring and
     success criteria; measurable target; measures and targets; targets; signs of success; milestones and measures; so that; what will be different; what will be
     different for children; what will change`,
  ],
  [
    'measure',
    2,
    `output; outputs; target; expected outcome; expected outcomes; intended outcome; intended outcomes; desired outcome;
     desired outcomes; intended impact; expected impact; desired impact; outcome sought; what difference will it make; what
     difference will this make; difference made; evidence; source of evidence; evidence of impact; evidence of completion;
     evidence source; how evidenced; anticipated outcome; planned outcome; outcome for children; outcomes for children;
     impact on children; result; results; expected result; expected results; benefit; benefits; anticipated impact;
     intended outcome for children and young people; monitoring; how will it be monitored; evaluation method`,
  ],
  [
    'starts',
    1,
    `start by; start; start date; starts; date started; from; planned start; commencement date; begin; begins; timeline start`,
  ],
  [
    'timescale',
    1,
    `timescale; timescales; time scale; time scales; timeframe; time frame; timeframes; due date; due; when; by when; target
     date; deadline; finish by; finish; end date; completion date; date; timeline; timelines; date due; delivery date;
     completed by; complete by; to be completed by; date for completion; target completion date; due by; by; expected
     completion; expected completion date; planned completion; deadlines; timing; timings; completion by; when will we do
     it; when will it be done; when will it happen; when by; target completion; date of completion; implementation date;
     target timescale; end; year; delivery timescale; revised date; revised deadline; revised timescale; revised target
     date; revised due date; revised completion date; to; period; date to be completed; date to be completed by; ends;
     target end date; planned end; planned end date; estimated completion date; quarter; timeline end; complete date;
     to be done by; due on; finish date; expected delivery; delivery by; expected by; expected date;
     target delivery; delivery deadline`,
  ],
  [
    'timescale',
    2,
    `original date; original deadline; original timescale; original target date; original due date; term; baseline date;
     baseline end; baseline finish`,
  ],
  [
    'timescale',
    3,
    `review date; date of review; reviewed; actual completion date; actual date; date completed; actual end date; actual
     completion; actual finish; reporting date; frequency; milestone date; date added; date raised; date closed; completed date;
     closed date; date completed by; resolved`,
  ],
  [
    'lead',
    1,
    `lead; leads; lead officer; lead officers; owner; owners; led by; who; by whom; responsible officer; responsible party;
     responsible person; responsibility; person responsible; responsible; lead group; lead agency; lead agencies; lead
     person; lead partner; lead partners; action owner; who is responsible; responsible lead; accountable officer;
     accountable lead; strategic lead; operational lead; lead name; lead responsibility; lead organisation; lead
     organisations; lead service; lead department; lead professional; named lead; action lead; delivery lead; lead
     director; person(s) responsible; persons responsible; people responsible; who will lead; who will do it; who will do
     this; who leads; who will lead this; who s responsible; responsibility of; assigned to; officer; lead and partners;
     officer responsible; accountable person; accountable owner; responsible organisation; responsible owner; responsible
     body; responsible agency; responsible bodies; responsible team; lead board; lead body; responsible department;
     accountability; project lead; workstream lead; senior responsible officer; sro; lead officer agency; lead agency
     officer; named person; accountable; governance lead; who is leading; who is leading this; theme lead; priority lead;
     outcome lead; executive lead; director; allocated to; owned by; action by; led; assignee;
     assignees; assigned; resp; resp person; people; person; agency responsible; responsible service; staff responsible; staff lead; by
     who; whose job; lead member of staff; exec sponsor; executive sponsor; sponsor; action
     sponsor; programme lead; action holder`,
  ],
  [
    'lead',
    3,
    `which partners are involved; partners; partner; partner agencies; key partners; partners involved; supporting
     partners; delivery partners; support; supported by; supporting officers; who else is involved; involved; with whom;
     stakeholders; who will be involved; who is involved; who needs to be involved; key people; others involved;
     contributors; partner organisations; supporting agencies; agency; agencies; staff`,
  ],
  [
    'progress',
    1,
    `status; rag; brag; bragg; rag rating; brag rating; rag status; brag status; progress rating; health; achieved;
     completion; rating; current rag; progress rag; progress brag; rag rate; rag rated; action status; current status;
     delivery status; delivery rag; rating brag; colour; progress status; overall rag; overall status; status rag; open closed; open or closed; closed open;
     rayg; brayg; complete or not; rag
     progress; latest; latest rag; rag now; traffic light; complete; on track; state; delivery rating;
     action rag; brag progress; process rating; initiative health; rag this quarter; current rating`,
  ],
  [
    'progress',
    2,
    `previous; previous rag; previous rating; previous status; last rag; last quarter; rag last quarter; previous brag;
     last rating; last period; rag previous; percent complete; percent done; percent`,
  ],
  [
    'impact',
    1,
    `impact rating; outcome rating; goal health; impact; impact rag; impact brag; outcome rag; outcome brag; brag impact; rag
     impact; impact status; impact brag rating; impact rag rating`,
  ],
  [
    'narrative',
    1,
    `progress narrative; latest update; progress to date; progress; update; updates; narrative; progress update; progress
     updates; progress comments; position; current position; outcome narrative; end of year report; progress report; year end
     report; update on progress; what have we done; what we have done; what has been done; what we did; progress made;
     current progress; latest position; quarterly update; status update; action update; latest progress; year end position;
     end of year position; progress and impact; progress impact; progress against action; progress since last update;
     progress summary; how are we doing; mid year update; end of year update; review of progress; last update; what we
     have achieved; what was done; what have we achieved`,
  ],
  [
    'narrative',
    2,
    `comments; comment; evaluation; commentary; notes; note; remarks; review; further comments; additional comments; general
     comments; comments progress; impact narrative; impact to date; impact so far; difference made so far;
     what difference has it made; what difference did it make; what difference has this made; what difference have we made; what
     difference did this make; impact achieved; what was the impact; impact made; what has changed`,
  ],
  [
    'other',
    1,
    `why; funding; resources; resource; cost; costs; budget; shared outcome; plans to which this aligns; risk; risks;
     dependencies; rationale; baseline; level; funding source; resource implications; resources required; resources needed;
     cost funding; priority level; links; linked plans; link to plan; links to other plans; risk rating; type; barriers; next
     steps; ward; location; audience; target group; target groups; beneficiaries; governance; reporting mechanism; reported
     to; reports to; board; mitigation; impact on protected characteristics; evidence base; equality impact; cost resource;
     resources cost; estimated cost; current situation; where are we now; background; context; closed; open; data source;
     escalation; assurance; scrutiny; confidence; clarity required; required or encouraged; why is this important; investment;
     cost and resources; quality assurance; who will benefit; task id; row id; issue id; issue type; reporter; created;
     created by; created date; date created; completed by; checklist items; completed checklist items; labels; label; tags; late; is
     recurring; subitems; urgency; agenda item; meeting date; duration; predecessors`,
  ],
]
