-- Who leads a whole part, in the plan's own words. Until now it stood as the last of what the part says point by point.
alter table part add column lead_words text;

update part
set lead_words = substr(points[cardinality(points)], 7), points = trim_array(points, 1)
where cardinality(points) > 0 and points[cardinality(points)] like 'Lead: _%';
