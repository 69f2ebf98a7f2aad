# Scores members as `ssi score -f total --precision 2` does, in jq.
# usage: jq -r -f score.jq FILE
# FILE holds a document a line. Prints a line a member: the total, or - if a pillar has nothing measured.

def sum(f): reduce .[] as $a (0; . + ($a | f));
def count: .count // 1;
def scope: .scope // "people";
def day: .at[:10];
def day_before($n): . + "T00:00:00Z" | fromdate - $n * 86400 | strftime("%Y-%m-%d");
def set: map({(.): true}) | add // {};
def at_least_0: if . < 0 then 0 else . end;
def two_decimals: "\(. / 100 | floor).\(. % 100 / 10 | floor)\(. % 10)";

def linear($target): if . < $target then 500 * . / $target | floor else 500 end;
def root($target): if . < $target then 250000 * . / $target | floor | sqrt | floor else 500 end;

def is_stock: {"connection": 1, "profile_edit": 1, "endorsement": 1, "recommendation": 1}[.type];
def is_leader: .seniority | . == "vp" or . == "cxo" or . == "partner" or . == "owner";
def accepted: map(select(.status | . == null or . == "accepted"));
def removed: map(select(.status == "removed"));

# What an edit tells: the entries, -1 if none, -2 if it removes the section.
def told: if .action == "remove" then -2 else .entries // -1 end;

# The profile after edits, day by day. Of what a day tells of a section the largest holds.
def edited($edits):
  reduce ($edits | group_by([day, .section])[] | {section: .[0].section, told: map(told) | max}) as $e
    ({sections: (.sections // [] | set), skills: (.skills // 0)};
     .sections += {($e.section): ($e.told > -2)}
     | if $e.section == "skills" and $e.told != -1 then .skills = ($e.told | at_least_0) else . end);

(.profile // {}) as $profile
| (.not_measured // [] | set) as $unknown
| (.as_of // (.activities | map(.at) | max // "2000-01-01")[:10]) as $as_of
| ($as_of | day_before(89)) as $first
| ($as_of + "~") as $last  # sorts after every time of that day

| (.activities | map(select(.at <= $last and (.at >= $first or is_stock)))
   | group_by(.type) | map({(.[0].type): .}) | add // {}) as $by_type
| def of($types): $by_type[$types] // [];
  def recent: map(select(.at >= $first));
  def days: map(day) | unique | length;

  ($profile | edited(of("profile_edit"))) as $edited
| def present(names): [names | select($edited.sections[.])] | length;

  (of("connection") | accepted) as $made
| (of("connection") | removed) as $lost
| def network(f): ([$made[] | select(f)] | length) - ([$lost[] | select(f)] | length);

  (of("connection") | recent | map(select(.status != "removed" and .direction != "received"))) as $sent
| of("search") as $searches
| of("share") as $shares

| [{completeness: (present("photo", "location", "industry", "experience", "education", "about")
                   + (if $edited.skills >= 5 then 1 else 0 end) | linear(7)),
    showcase: (present("cover", "headline", "featured", "custom_url") | linear(4)),
    endorsements: ($profile.endorsements + (of("endorsement") | sum(count))
                   + 5 * ($profile.recommendations + (of("recommendation") | sum(count))) | root(50)),
    articles: ($shares | map(select(.kind == "article")) | length | root(3)),
    upkeep: (of("profile_edit") | recent | days | root(6))},
   {searches: ($searches | map(select(scope == "people")) | sum(count) | root(90)),
    filtered_searches: ($searches | map(select(.filters > 0 and (scope | . == "people" or . == "companies")))
                        | sum(count) | root(30)),
    profile_views: (of("profile_view") | sum(count) | root(180)),
    saved_leads: (of("lead_saved") | sum(count) | root(45)),
    prospecting_days: ([of("search", "profile_view", "lead_saved")[]] | days | linear(45))},
   {shares: ($shares | length | root(36)),
    engagement_given: ((of("reaction") | sum(count)) + 3 * (of("comment") | sum(count)) | root(180)),
    engagement_received: ($shares | sum(.reactions + 3 * (.comments + .reshares // 0)) | root(360)),
    conversations: (of("message") | map(select(.replied)) | sum(count) | root(24)),
    insight_days: ([of("share", "comment", "reaction")[]] | days | linear(45))},
   {network: ($profile.connections + network(true) | at_least_0 | root(500)),
    new_connections: ($made | recent | length | root(60)),
    acceptance: (($sent | accepted | length) * 2 | linear(($sent | length) + 5)),
    decision_makers: ($profile.decision_makers + network(is_leader) | at_least_0 | root(50)),
    coworkers: ($profile.coworkers + network(.coworker) | at_least_0 | root(30))}]

| map([to_entries[] | select($unknown[.key] | not) | .value])
| if any(length == 0) then "-" else map(5 * add / length | floor) | add | two_decimals end
