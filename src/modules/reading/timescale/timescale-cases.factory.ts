/** Invented strings with the reading a careful person gives them: words | kind | days due | how sure, at most. */
export const IN_2024_25 = `
June 2024 | once | 2024-06-30 | sure
Nov 24 | once | 2024-11-30 | unsure
Nov '24 | once | 2024-11-30 | sure
Nov ‘24 | once | 2024-11-30 | sure
Nov-24 | once | 2024-11-30 | likely
October | once | 2024-10-31 | sure
october | once | 2024-10-31 | sure
OCT 2024 | once | 2024-10-31 | sure
Sept. 2024 | once | 2024-09-30 | sure
2024 July | once | 2024-07-31 | sure
07/2024 | once | 2024-07-31 | sure
2024-07 | once | 2024-07-31 | sure
by Feb 2025 | once | 2025-02-28 | sure
due by the end of Feb. 2025 | once | 2025-02-28 | sure
no later than January 2025 | once | 2025-01-31 | sure
To be completed by December 2024 | once | 2024-12-31 | sure
until January 2025 | once | 2025-01-31 | sure
up to August 2024 | once | 2024-08-31 | sure
12 May 2024 | once | 2024-05-12 | sure
12th May 2024 | once | 2024-05-12 | sure
Thursday 12th December 2024 | once | 2024-12-12 | sure
the 12th of December | once | 2024-12-12 | sure
December 12th, 2024 | once | 2024-12-12 | sure
December 12, 2024 | once | 2024-12-12 | sure
12 Dec 24 | once | 2024-12-12 | sure
12-Dec-24 | once | 2024-12-12 | sure
12/12/2024 | once | 2024-12-12 | sure
05/06/2024 | once | 2024-06-05 | likely
5.6.24 | once | 2024-06-05 | likely
28/02/25 | once | 2025-02-28 | sure
28-02-2025 | once | 2025-02-28 | sure
2025-02-28 | once | 2025-02-28 | sure
2025/02/28 | once | 2025-02-28 | sure
w/c 9 December 2024 | once | 2024-12-09 | likely
week commencing 9th December | once | 2024-12-09 | likely
week ending 13 December 2024 | once | 2024-12-13 | sure
Friday 12 December 2024 | once | 2024-12-12 | unsure
wk beginning 9/12/24 | once | 2024-12-09 | likely
1 year | once | 2025-03-31 | unsure
Mid-year check, October 2024 | once | 2024-10-31 | unsure
complete January 2025 | once | 2025-01-31 | unsure
30 Feb 2025 | once |  | unsure
31/11/2024 | once |  | unsure
29 February 2025 | once |  | unsure
12/25/2024 | once | 2024-12-25 | likely
early June 2024 | once | 2024-06-10 | likely
mid-November | once | 2024-11-15 | likely
mid to late January 2025 | once | 2025-01-31 | unsure
late October 2024 | once | 2024-10-31 | likely
start of July 2024 | once | 2024-07-01 | likely
early 2025 | once | 2025-03-31 | unsure
end of 2024 | once | 2024-12-31 | likely
2024 | once | 2024-12-31 | unsure
2025 | once | 2025-03-31 | unsure
Febuary 2025 | once | 2025-02-28 | likely
Janurary 2025 | once | 2025-01-31 | likely
Sepetember 2024 | once | 2024-09-30 | likely
Ocotber 2024 | once | 2024-10-31 | likely
Novemeber | once | 2024-11-30 | likely
Q1 2024/25 | once | 2024-06-30 | sure
Q2 24/25 | once | 2024-09-30 | sure
Qtr 3 2024-25 | once | 2024-12-31 | sure
end Q4 2024/25 | once | 2025-03-31 | sure
2024/25 Q4 | once | 2025-03-31 | sure
Quarter two | once | 2024-09-30 | unsure
third quarter 2024/25 | once | 2024-12-31 | sure
Q2 2024 | once | 2024-09-30 | unsure
calendar Q3 2024 | once | 2024-09-30 | likely
Q3 (calendar) 2024 | once | 2024-09-30 | likely
2024/25 | once | 2025-03-31 | likely
FY 2024/25 | once | 2025-03-31 | sure
FY25 | once | 2025-03-31 | unsure
by end of 2024/25 | once | 2025-03-31 | likely
end of the financial year | once | 2025-03-31 | unsure
year end | once | 2025-03-31 | unsure
by the end of the plan | once | 2025-03-31 | unsure
Year 1 | once | 2025-03-31 | unsure
H1 2024/25 | once | 2024-09-30 | sure
second half of 2024/25 | once | 2025-03-31 | sure
end of summer term 2024 | once | 2024-07-31 | likely
Autumn term | once | 2024-12-31 | likely
spring term 2025 | once | 2025-03-31 | likely
Spring term 2024/25 | once | 2025-03-31 | likely
start of autumn term | once | 2024-09-01 | likely
October half term | once | 2024-10-31 | likely
by February half-term 2025 | once | 2025-02-28 | likely
Spring 1 2025 | once | 2025-02-28 | likely
Term 2 | once | 2024-12-31 | unsure
end of term | once |  | unsure
by the start of the new school year | once | 2024-09-01 | likely
Autumn 2024 | once | 2024-11-30 | unsure
Summer | once | 2024-08-31 | unsure
Winter 2024 | once | 2025-02-28 | unsure
Easter 2024 | once | 2024-03-31 | likely
by Easter 2025 | once | 2025-04-20 | likely
before Christmas 2024 | once | 2024-12-24 | unsure
Christmas | once | 2024-12-25 | likely
Final paper Jan 2025 | once | 2025-01-31 | likely
Draft May 2024; final July 2024 | once | 2024-05-31 2024-07-31 | likely
July 2024 July 2024 Closing report Dec 2025 | once | 2024-07-31 2025-12-31 | unsure
November 2025 | once | 2025-11-30 | likely
Funded until June 2024 | once | 2024-06-30 | likely
Approved June 2024 | once | 2024-06-30 | unsure
To be approved in June 2024 | once | 2024-06-30 | likely
Moved from June 2024 to September 2024 | window | 2024-09-30 | unsure
Was due May 2024 | unknown |  | unsure
1. June 2024 | once | 2024-06-30 | unsure
Week 3 June 2024 | once | 2024-06-30 | unsure
Jan/Feb/March 2025 | recurring | 2025-01-31 2025-02-28 2025-03-31 | unsure
Delayed to February 2025 | once | 2025-02-28 | unsure
was May 2024, now July 2024 | once | 2024-07-31 | unsure
Provisional: August 2024 | once | 2024-08-31 | unsure
August 2024 (tbc) | once | 2024-08-31 | unsure
August 2024 subject to funding | once | 2024-08-31 | unsure
~~May 2024~~ July 2024 | once | 2024-07-31 | sure
<s>4 June 2024</s> <b>18 June 2024*</b> | once | 2024-06-18 | sure
<del>May</del> July | once | 2024-07-31 | sure
June 2024 / then ongoing | once | 2024-06-30 | unsure
six months | once | 2024-09-30 | unsure
within 12 months | once | 2025-03-31 | unsure
Phase 2 November 2024 | once | 2024-11-30 | unsure
20% by December 2024 | once | 2024-12-31 | unsure
rising from 5% in 2019 to 9% by January 2025 | once | 2025-01-31 | unsure
Jan Smith to lead by June 2024 | once | 2024-01-31 2024-06-30 | unsure
Twice a year June & Jan | recurring | 2024-06-30 2025-01-31 | sure
2 x per year (May, Nov) | recurring | 2024-05-31 2024-11-30 | sure
Bi-annual May/Nov | recurring | 2024-05-31 2024-11-30 | sure
Biannual | recurring |  | unsure
bi monthly | recurring |  | unsure
Bi-yearly | recurring |  | unsure
Half-yearly: Sept & Mar | recurring | 2024-09-30 2025-03-31 | sure
Quarterly: June, Sept, Dec, Mar | recurring | 2024-06-30 2024-09-30 2024-12-31 2025-03-31 | sure
Quarterly May & Nov | recurring | 2024-05-31 2024-11-30 | likely
Quarterly | recurring | 2024-06-30 2024-09-30 2024-12-31 2025-03-31 | likely
once a quarter | recurring | 2024-06-30 2024-09-30 2024-12-31 2025-03-31 | likely
1 visit per quarter | recurring | 2024-06-30 2024-09-30 2024-12-31 2025-03-31 | likely
every three months | recurring | 2024-06-30 2024-09-30 2024-12-31 2025-03-31 | likely
every 6 months | recurring | 2024-09-30 2025-03-31 | unsure
Termly | recurring | 2024-07-31 2024-12-31 2025-03-31 | likely
each term | recurring | 2024-07-31 2024-12-31 2025-03-31 | likely
Annually October | recurring | 2024-10-31 | sure
every November | recurring | 2024-11-30 | sure
Annual - June 2024 | recurring | 2024-06-30 | sure
Annually | recurring | 2025-03-31 | unsure
every two years | recurring |  | unsure
Weekly | recurring |  | unsure
Fortnightly meetings | recurring |  | unsure
Monthly from January 2025 | recurring | 2025-01-31 2025-02-28 2025-03-31 | likely
Monthly until June 2024 | recurring | 2024-04-30 2024-05-31 2024-06-30 | likely
Monthly, October to December 2024 | recurring | 2024-10-31 2024-11-30 2024-12-31 | likely
Ongoing, termly | recurring | 2024-07-31 2024-12-31 2025-03-31 | likely
Quarterly once the team is set up | recurring |  | unsure
May and Nov 2024 | recurring | 2024-05-31 2024-11-30 | likely
14 May 2024; 3 December 2024 | recurring | 2024-05-14 2024-12-03 | likely
Sept to March | window | 2025-03-31 | sure
Sept 2024 – Feb 2025 | window | 2025-02-28 | sure
between June and August 2024 | window | 2024-08-31 | sure
from 3 June 2024 to 28 June 2024 | window | 2024-06-28 | sure
Start: July 2024 End: Jan 2025 | window | 2025-01-31 | sure
Start date: 01/09/2024 Finish date: 31/01/2025 | window | 2025-01-31 | likely
Start Sept 2024, end Dec 2024 | window | 2024-12-31 | unsure
05/2024 - 09/2024 | window | 2024-09-30 | sure
2023-2027 | window | 2027-12-31 | unsure
Q1 to Q2 2024/25 | window | 2024-09-30 | unsure
June/July 2024 | window | 2024-07-31 | unsure
April ’24 - March ’25 | window | 2025-03-31 | sure
Ongoing to June 2024 | window | 2024-06-30 | unsure
March, June, Sept & Dec 2024 | recurring | 2024-03-31 2024-06-30 2024-09-30 2024-12-31 | unsure
Monthly meetings to June 2024 | recurring | 2024-04-30 2024-05-31 2024-06-30 | likely
From September monthly to Nov 2024 | recurring | 2024-09-30 2024-10-31 2024-11-30 | likely
Monthly report to the board in June 2024 | recurring | 2024-06-30 | unsure
Quarterly - December 2024 | recurring | 2024-12-31 | unsure
June 2024 at the latest | once | 2024-06-30 | sure
Ongoing until June 2024 | window | 2024-06-30 | unsure
2-3 months | window | 2024-06-30 | unsure
Short term | window |  | unsure
Ongoing | ongoing |  | sure
On-going | ongoing |  | sure
Continuous | ongoing |  | sure
Throughout | ongoing |  | sure
As and when required | ongoing |  | sure
from May 2024 | ongoing |  | unsure
May 2024 onwards | ongoing |  | sure
Started May 2023 | ongoing |  | sure
commenced 2022 and continuing | ongoing |  | unsure
June 2024 - ongoing | ongoing |  | sure
Once the manager is appointed | relative |  | unsure
30 days after sign-off | relative |  | unsure
within three months of inspection | relative |  | unsure
5 years from adoption | relative |  | unsure
Following publication of guidance | relative |  | unsure
Dependent on budget | relative |  | unsure
prior to launch | relative |  | unsure
after June 2024 | relative |  | unsure
Start: June 2024 | unknown |  | unsure
As at 31 March 2024 | unknown |  | unsure
Completed | unknown |  | unsure
Completed July 2024 | unknown |  | unsure
In progress | unknown |  | unsure
Not yet started | unknown |  | unsure
TBC | unknown |  | unsure
To be agreed | unknown |  | unsure
n/a | unknown |  | unsure
? | unknown |  | unsure
ASAP | unknown |  | unsure
Immediate | unknown |  | unsure
See above | unknown |  | unsure
refer to the workforce plan | unknown |  | unsure
Chair to decide | unknown |  | unsure
~~May 2024~~ | unknown |  | unsure
`

export const IN_THREE_YEARS = `
July | once | 2024-07-31 | unsure
March 26 | once | 2026-03-31 | unsure
26 March | once | 2025-03-26 | unsure
Q3 | once | 2024-12-31 | unsure
Year 2 | once | 2026-03-31 | unsure
end of 2026/27 | once | 2027-03-31 | likely
by end of autumn term 2025 | once | 2025-12-31 | likely
end of school year 2025/26 | once | 2026-07-31 | likely
2027 | once | 2027-03-31 | unsure
18 months | once | 2025-09-30 | unsure
Annually July | recurring | 2024-07-31 2025-07-31 2026-07-31 | sure
May 2024 then annually | recurring | 2024-05-31 2025-05-31 2026-05-31 | likely
every June and December | recurring | 2024-06-30 2024-12-31 2025-06-30 2025-12-31 2026-06-30 2026-12-31 | sure
From May 2024, bimonthly | recurring | 2024-05-31 2024-07-31 2024-09-30 2024-11-30 | unsure
1-2 years | window | 2026-03-31 | unsure
2024/25 to 2026/27 | window | 2027-03-31 | likely
`

export const WITHOUT_A_PLAN = `
July 2025 | once | 2025-07-31 | sure
July | once |  | unsure
Summer term | once |  | unsure
March 26 | once | 2026-03-31 | unsure
Easter | once |  | unsure
12 months | once |  | unsure
Twice a year May & Nov | recurring |  | unsure
Quarterly | recurring |  | unsure
Ongoing | ongoing |  | sure
`
