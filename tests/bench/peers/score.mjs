// Scores members as `ssi score -f total --precision 2` does, in JavaScript for Node, without packages.
// usage: node score.mjs FILE
// FILE holds a document a line. Prints a line a member: the total, or - if a pillar has nothing measured.

import { openSync, readSync } from 'node:fs';

const DAY = 24 * 60 * 60 * 1000;
const LEADERS = new Set(['vp', 'cxo', 'partner', 'owner']);
const CORE = ['photo', 'location', 'industry', 'experience', 'education', 'about'];
const EXTRAS = ['cover', 'headline', 'featured', 'custom_url'];

// Below a target all numbers are so small that division and root are exact after the floor.
const linear = (value, target) => (value < target ? Math.floor((500 * value) / target) : 500);
const root = (value, target) => (value < target ? Math.floor(Math.sqrt(Math.floor((250000 * value) / target))) : 500);

const count = (activity) => activity.count ?? 1;
const dayOf = (activity) => activity.at.slice(0, 10);
const lastDay = (activities) =>
  activities.length ? activities.reduce((at, a) => (a.at > at ? a.at : at), '').slice(0, 10) : '2000-01-01';

// The total in hundredths, or null.
function total({ profile = {}, activities, as_of = lastDay(activities), not_measured = [] }) {
  const first = new Date(Date.parse(as_of) - 89 * DAY).toISOString().slice(0, 10);
  const last = as_of + '~'; // sorts after every time of that day

  let { skills = 0, endorsements = 0, recommendations = 0 } = profile;
  let { connections: network = 0, decision_makers: leaders = 0, coworkers = 0 } = profile;
  let searches = 0, filtered = 0, views = 0, leads = 0, shares = 0, articles = 0, received = 0, given = 0;
  let answered = 0, made = 0, sent = 0, sentAccepted = 0;
  const prospectingDays = new Set(), insightDays = new Set();
  const edits = new Map(); // by day and section: the entries told, -1 if none were, -2 if it was removed

  for (const a of activities) {
    const at = a.at;
    if (at > last) continue;
    const recent = at >= first;
    switch (a.type) {
      case 'connection': {
        const { status = 'accepted', direction = 'sent' } = a;
        const step = status === 'accepted' ? 1 : status === 'removed' ? -1 : 0;
        network += step;
        if (LEADERS.has(a.seniority)) leaders += step;
        if (a.coworker) coworkers += step;
        if (recent && step === 1) made += 1;
        if (recent && step >= 0 && direction === 'sent') { sent += 1; sentAccepted += step; }
        break;
      }
      case 'profile_edit': {
        const key = dayOf(a) + a.section;
        const told = a.action === 'remove' ? -2 : a.entries ?? -1;
        edits.set(key, Math.max(edits.get(key) ?? -2, told));
        break;
      }
      case 'endorsement': endorsements += count(a); break;
      case 'recommendation': recommendations += count(a); break;
      case 'search': {
        if (!recent) break;
        const { scope = 'people' } = a;
        prospectingDays.add(dayOf(a));
        if (scope === 'people') searches += count(a);
        if (a.filters > 0 && (scope === 'people' || scope === 'companies')) filtered += count(a);
        break;
      }
      case 'profile_view': if (recent) { views += count(a); prospectingDays.add(dayOf(a)); } break;
      case 'lead_saved': if (recent) { leads += count(a); prospectingDays.add(dayOf(a)); } break;
      case 'share': {
        if (!recent) break;
        const { reactions = 0, comments = 0, reshares = 0 } = a;
        shares += 1;
        if (a.kind === 'article') articles += 1;
        received += reactions + 3 * (comments + reshares);
        insightDays.add(dayOf(a));
        break;
      }
      case 'comment': if (recent) { given += 3 * count(a); insightDays.add(dayOf(a)); } break;
      case 'reaction': if (recent) { given += count(a); insightDays.add(dayOf(a)); } break;
      case 'message': if (recent && a.replied) answered += count(a); break;
    }
  }

  const sections = new Set(profile.sections);
  const editDays = new Set();
  for (const key of [...edits.keys()].sort()) {
    const section = key.slice(10), told = edits.get(key);
    if (told === -2) sections.delete(section); else sections.add(section);
    if (section === 'skills' && told !== -1) skills = Math.max(told, 0);
    if (key >= first) editDays.add(key.slice(0, 10));
  }
  const present = (names) => names.filter((name) => sections.has(name)).length;

  const pillars = [
    { completeness: linear(present(CORE) + (skills >= 5), 7), showcase: linear(present(EXTRAS), 4),
      endorsements: root(endorsements + 5 * recommendations, 50), articles: root(articles, 3),
      upkeep: root(editDays.size, 6) },
    { searches: root(searches, 90), filtered_searches: root(filtered, 30), profile_views: root(views, 180),
      saved_leads: root(leads, 45), prospecting_days: linear(prospectingDays.size, 45) },
    { shares: root(shares, 36), engagement_given: root(given, 180), engagement_received: root(received, 360),
      conversations: root(answered, 24), insight_days: linear(insightDays.size, 45) },
    { network: root(Math.max(0, network), 500), new_connections: root(made, 60),
      acceptance: linear(2 * sentAccepted, sent + 5), decision_makers: root(Math.max(0, leaders), 50),
      coworkers: root(Math.max(0, coworkers), 30) },
  ];
  let result = 0;
  for (const pillar of pillars) {
    for (const name of not_measured) delete pillar[name];
    const points = Object.values(pillar);
    if (points.length === 0) return null;
    result += Math.floor((5 * points.reduce((sum, earned) => sum + earned)) / points.length);
  }
  return result;
}

// The lines of a file, read in large blocks. All that is looked at is ASCII, and a byte a character is the
// quickest to parse.
function* linesOf(path) {
  const file = openSync(path);
  let block = Buffer.allocUnsafe(1 << 20), held = 0; // bytes of a line begun
  for (let read; (read = readSync(file, block, held, block.length - held)) > 0; ) {
    const filled = block.subarray(0, held + read);
    let start = 0;
    for (let end = filled.indexOf(10, held); end >= 0; end = filled.indexOf(10, start)) {
      yield filled.toString('latin1', start, end);
      start = end + 1;
    }
    held = filled.length - start;
    const next = held === block.length ? Buffer.allocUnsafe(2 * held) : block;
    filled.copy(next, 0, start);
    block = next;
  }
  if (held > 0) yield block.toString('latin1', 0, held);
}

const totals = [];
for (const line of linesOf(process.argv[2])) {
  const points = total(JSON.parse(line));
  totals.push(points === null ? '-\n' : (points / 100).toFixed(2) + '\n');
}
process.stdout.write(totals.join(''));
