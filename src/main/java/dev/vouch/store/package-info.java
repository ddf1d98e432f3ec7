/**
 * State in Redis: the books kept there. This is the data dictionary of everything that Vouch keeps.
 *
 * <p>All keys begin with {@code vouch:{TEAM}:}; the braces are Redis Cluster's hash tag, so that
 * every script finds its keys on one node. The only keys outside are {@code vouch:teams}, a set of
 * the workspaces there are, and those that {@link dev.vouch.store.RedisInstallations} describes.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>type</th><th>meaning</th><th>life</th></tr>
 * <tr><td>inbox</td><td>stream</td><td>envelopes on their way: about (type, received and
 *     happened at, id), payload, again (put in by us once more), context (by which Slack tells which
 *     other workspaces see it); consumer group {@code vouch}</td><td>an entry goes when it has had its effect</td></tr>
 * <tr><td>inbox:again</td><td>sorted set</td><td>entries of the inbox that a worker has in hand, or
 *     that failed, by when they are taken again (milliseconds, by Redis' clock)</td><td>follows inbox</td></tr>
 * <tr><td>inbox:failures</td><td>hash</td><td>by entry of the inbox that was taken again: how often it
 *     failed by itself, or whoever had it never said what came of it</td><td>follows inbox</td></tr>
 * <tr><td>dead</td><td>stream</td><td>envelopes that never worked: also reason, attempts</td><td>the
 *     newest 10,000</td></tr>
 * <tr><td>seen:HOUR:PART</td><td>hash</td><td>by id of an envelope that was taken out: which entry of
 *     the inbox was the first; by the hour in which it happened and a part of the id's hash</td><td>2 days: Slack repeats itself for a
 *     day</td></tr>
 * <tr><td>mentions:CHANNEL:SLOT</td><td>hash</td><td>by time: whose each message of those 16 hours
 *     was, after the number of its intent and of its stance; a deleted one leaves a mark, so that a
 *     late original does not bring it back</td><td>retention</td></tr>
 * <tr><td>person:ID</td><td>hash</td><td>n (name), a, r, s (account, rule that told it, packed, since
 *     when), f, l (first and last heard, in microseconds), NUMBER of intent (mentions that stand), rr,
 *     rg (reactions received, given), sr, sg (shares), nr, ng (seconds of acts); by {@link
 *     Words#member} how the person's acts of advocacy were judged, as in heard</td><td>until
 *     erased</td></tr>
 * <tr><td>heard:ID</td><td>hash</td><td>by {@link Words#member}: how a person's mentions that are no
 *     acts were judged (see {@link dev.vouch.store.MentionRecord}), in pieces of 64 bytes</td><td>retention, the newest
 *     500</td></tr>
 * <tr><td>words</td><td>hash</td><td>by code: what many records say alike (see {@link
 *     Words})</td><td>for good</td></tr>
 * <tr><td>top</td><td>sorted set</td><td>people by number of acts; nobody with none</td><td>follows
 *     acts</td></tr>
 * <tr><td>spread</td><td>hash</td><td>acts (how many stand), accounts (how many have one)</td><td>follows
 *     acts</td></tr>
 * <tr><td>spread:HUNDRED</td><td>hash</td><td>by a letter and a UTC day of those hundred, as days
 *     since 1970: n how many acts were said on it and stand, p how many people and a how many
 *     accounts have their latest on it</td><td>400 days after the last change</td></tr>
 * <tr><td>counts:DAY:NUMBER of intent</td><td>hash</td><td>by quarter of an hour of that UTC day:
 *     how many mentions stand</td><td>40 days after the last change</td></tr>
 * <tr><td>latest:DAY:NUMBER of intent</td><td>sorted set</td><td>{@link Words#member}s, all of
 *     score 0: the newest 100 of each intent on that UTC day</td><td>40 days after the last
 *     change</td></tr>
 * <tr><td>timeline:reactions</td><td>sorted set</td><td>reactions that stand, by time</td><td>40
 *     days</td></tr>
 * <tr><td>reactions:CHANNEL:TS</td><td>hash</td><td>by person and emoji: sign and timestamp of the
 *     latest change</td><td>40 days after the last change</td></tr>
 * <tr><td>shares:CHANNEL:DAY</td><td>hash</td><td>by ts: who passed on whose words</td><td>retention</td></tr>
 * <tr><td>thread:CHANNEL:ROOT</td><td>sorted set</td><td>by time: the replies of a thread as
 *     {@code ts|person|stance|h}, h being 1 where the reading hangs on what stands before; person is
 *     empty for those who are not heard, and {@code |id} follows where it is one of us</td><td>retention</td></tr>
 * <tr><td>accounts</td><td>hash</td><td>by account id: the account as JSON</td><td>for good</td></tr>
 * <tr><td>accounts:index</td><td>hash</td><td>{@code team:T}, {@code domain:D}, {@code channel:C},
 *     {@code name:ID} or, of a card whose person we have not met, {@code email:A} to account
 *     id</td><td>follows accounts and cards</td></tr>
 * <tr><td>accounts:names</td><td>sorted set</td><td>account ids in the order of their
 *     names</td><td>follows accounts</td></tr>
 * <tr><td>account:ID:people</td><td>sorted set</td><td>people of an account by the UTC day
 *     of their latest act, as days since 1970; 0 without one</td><td>follows person</td></tr>
 * <tr><td>account:ID:asking</td><td>sorted set</td><td>people of an account who have said something
 *     that wants an answer, by the UTC day of the latest, as days since 1970</td><td>follows heard</td></tr>
 * <tr><td>accounts:marquee</td><td>set</td><td>ids of the marquee accounts</td><td>follows
 *     accounts</td></tr>
 * <tr><td>account:ID:revisions</td><td>list</td><td>what was changed by whom, newest first, as
 *     JSON</td><td>the newest 50</td></tr>
 * <tr><td>account:ID:seen</td><td>hash</td><td>by Slack id of one of our own people: the version of
 *     the account that they saw last</td><td>for good</td></tr>
 * <tr><td>cards</td><td>hash</td><td>by Slack id, or e-mail address while we have not met them: what
 *     is known of a person from elsewhere, as JSON</td><td>until erased</td></tr>
 * <tr><td>cards:emails</td><td>hash</td><td>e-mail address to key of the card</td><td>follows
 *     cards</td></tr>
 * <tr><td>cards:apart</td><td>set</td><td>Slack ids of people whose acts do not count with those of
 *     others, by their roles</td><td>follows cards</td></tr>
 * <tr><td>relation:person:ID, relation:account:ID</td><td>hash</td><td>what stands between us and
 *     them (see {@link dev.vouch.store.RelationshipFields}), and its version</td><td>until erased</td></tr>
 * <tr><td>forgotten</td><td>hash</td><td>salt, and by the salted hash of a Slack id or address of
 *     somebody who was erased: what all of theirs have in common</td><td>until they ask to be known
 *     again</td></tr>
 * <tr><td>told:ID</td><td>sorted set</td><td>messages of ours to our own people about a person, by
 *     when, but for those that their nudges and introductions know of</td><td>until erased</td></tr>
 * <tr><td>edits</td><td>sorted set</td><td>such messages about people who were erased
 *     since</td><td>until they are edited</td></tr>
 * <tr><td>edits:nudges</td><td>set</td><td>ids of nudges about others in which people were named who
 *     were erased since</td><td>until they are shown anew</td></tr>
 * <tr><td>merged</td><td>hash</td><td>by Slack id that is the same human as another: that
 *     other</td><td>until the merge is undone or they are erased</td></tr>
 * <tr><td>identity:ID</td><td>hash</td><td>of whoever has several ids, by each of them: what is
 *     counted of it, as in person; i (itself), g if the person got their name with a merge; of one
 *     that was merged its n, a, r and s, and by, at, o (version of the other relationship, for the order), undo (how to part them,
 *     as JSON)</td><td>follows merged</td></tr>
 * <tr><td>nudges</td><td>hash</td><td>by nudge id: the nudge as JSON</td><td>two years:
 *     with every new one some that are older go</td></tr>
 * <tr><td>nudges:latest, nudges:about:ID, nudges:open, nudges:open:ID</td><td>sorted sets</td><td>nudge
 *     ids by time: all, about a person, open (but for quiet ones), open for one account owner</td><td>follows nudges</td></tr>
 * <tr><td>nudges:counting:ID</td><td>sorted set</td><td>by time: the nudges about a person that
 *     hold back the next, because they were sent or still may be</td><td>follows nudges</td></tr>
 * <tr><td>exposures:KIND:QUARTER</td><td>hash</td><td>by person: when there was first a reason for
 *     such a nudge about them, and whether chance held them out; nothing in it is ever changed</td><td>400
 *     days after the last of the quarter: {@code /vouch impact} looks back on a year</td></tr>
 * <tr><td>nudges:due</td><td>sorted set</td><td>nudges that are held, paused or on their way, by when to
 *     look at them again</td><td>until decided</td></tr>
 * <tr><td>nudges:claim:ID</td><td>string</td><td>who is deciding about or sending it
 *     now</td><td>until that is done; two minutes at most</td></tr>
 * <tr><td>nudges:line:ID</td><td>sorted set</td><td>nudges that go to one of our own people, in the
 *     order in which their sending was begun</td><td>until the next comes after them; a
 *     day</td></tr>
 * <tr><td>asks</td><td>hash</td><td>by id, which ends with the id of the person: the ask as
 *     JSON</td><td>for good; until erased</td></tr>
 * <tr><td>asks:latest, asks:about:ID</td><td>sorted sets</td><td>ids of asks by time: all, of a
 *     person</td><td>follows asks</td></tr>
 * <tr><td>asks:due</td><td>sorted set</td><td>asks with which something is to be done, by
 *     when</td><td>until it is done</td></tr>
 * <tr><td>asks:claim:ID</td><td>string</td><td>who is doing it now</td><td>two minutes at
 *     most</td></tr>
 * <tr><td>looks</td><td>sorted set</td><td>person:ID and account:ID, by when to look whether a
 *     moment has arisen there: at once where something was noted, else when time may have brought
 *     something</td><td>until looked at; people with an act until they are erased</td></tr>
 * <tr><td>executives</td><td>hash</td><td>by Slack id: an executive on the roster, as JSON</td><td>until
 *     removed</td></tr>
 * <tr><td>introductions</td><td>hash</td><td>by id: an introduction to an executive, as JSON</td><td>for
 *     good: the log; until whoever it is about is erased</td></tr>
 * <tr><td>introductions:latest, introductions:about:ID</td><td>sorted sets</td><td>introductions by
 *     when they were wanted: all, and of a person</td><td>follows introductions</td></tr>
 * <tr><td>introductions:open</td><td>hash</td><td>by person: the introduction of theirs that is under
 *     way</td><td>until it is over</td></tr>
 * <tr><td>introductions:due</td><td>sorted set</td><td>introductions by when to look at them
 *     again</td><td>until nothing more comes of them by itself</td></tr>
 * <tr><td>introductions:slots:ID:MONTH</td><td>set</td><td>introductions that take one of the places
 *     that an executive has in that month of their zone</td><td>100 days</td></tr>
 * <tr><td>introductions:claim:ID</td><td>string</td><td>who is seeing to it now</td><td>until that is
 *     done; two minutes at most</td></tr>
 * <tr><td>nudges:held:ID</td><td>sorted set</td><td>nudges that are held for one of our own people, by
 *     when to look at them again</td><td>follows nudges</td></tr>
 * <tr><td>attention:ID</td><td>sorted set</td><td>messages to a person (a nudge by its id), by when
 *     they were begun</td><td>8 days after the latest</td></tr>
 * <tr><td>manners:ID</td><td>string</td><td>how a person wants to be written to, as JSON: how many
 *     messages in a row had no answer, whether that is enough, until when they want quiet</td><td>until
 *     they are as nobody has ever written to them; until erased</td></tr>
 * <tr><td>letters</td><td>sorted set</td><td>invitations that wait for the right time, or are on
 *     their way, as JSON, by when to look at them</td><td>until they went</td></tr>
 * <tr><td>letters:claim:ID</td><td>string</td><td>somebody is sending the invitation of that
 *     person</td><td>two minutes at most</td></tr>
 * <tr><td>setbacks</td><td>hash</td><td>by kind of work and a hash of what failed when it was due: since
 *     when it fails, until when that counts, why in a word; nobody is named</td><td>two days after the
 *     last</td></tr>
 * <tr><td>ranking</td><td>hash</td><td>by {@code +} or {@code -} and what suggestions have in common:
 *     how many of them came to good or not</td><td>for good</td></tr>
 * <tr><td>ranking:learnt</td><td>sorted set</td><td>nudge ids, after {@code answer} or {@code
 *     outcome}, of what was learnt, by when</td><td>90 days</td></tr>
 * <tr><td>gifts</td><td>hash</td><td>by gift id and what became of it: a line of the register as
 *     JSON, never changed but for whoever is erased; by gift id alone: what became of it
 *     last</td><td>for good: the law wants it kept</td></tr>
 * <tr><td>gifts:latest, gifts:about:ID</td><td>sorted sets</td><td>lines of the register by time: all,
 *     about a person</td><td>follows gifts</td></tr>
 * <tr><td>gifts:due</td><td>sorted set</td><td>lines of the register from which something is left to
 *     follow, by when somebody else does it</td><td>until that is done</td></tr>
 * <tr><td>gifts:claim:LINE</td><td>string</td><td>who is seeing to it now</td><td>two
 *     minutes</td></tr>
 * <tr><td>gifts:sum:YEAR:person:ID, gifts:sum:YEAR:account:ID</td><td>hash</td><td>by currency: what
 *     was given to them in that year, in its smallest units</td><td>800 days after the last
 *     change</td></tr>
 * <tr><td>claim:WHAT</td><td>string</td><td>somebody is doing or saying this</td><td>a minute at
 *     most; an hour where a command was answered, three days where somebody was told aside</td></tr>
 * <tr><td>settings</td><td>string</td><td>what the workspace has set, as JSON</td><td>for
 *     good</td></tr>
 * <tr><td>digests</td><td>hash</td><td>by channel: the latest day posted</td><td>for good</td></tr>
 * <tr><td>digests:begun</td><td>hash</td><td>by channel: the latest day whose posting was
 *     begun</td><td>for good</td></tr>
 * <tr><td>digests:claim:CHANNEL:DAY</td><td>string</td><td>somebody is posting it</td><td>a few
 *     minutes</td></tr>
 * <tr><td>imports</td><td>set</td><td>files of exports that were read to the end</td><td>90
 *     days</td></tr>
 * <tr><td>corrections</td><td>hash</td><td>by mention id: what somebody said about its label, as JSON
 *     (see {@link dev.vouch.store.learning.CorrectionJson}): numbers to learn from, never the text</td><td>retention, the
 *     newest 2,000; until the message is deleted or its author erased</td></tr>
 * <tr><td>corrections:times</td><td>sorted set</td><td>mention ids by when that was
 *     said</td><td>follows corrections</td></tr>
 * <tr><td>learning</td><td>hash</td><td>inuse, latest (numbers of versions), changes (of
 *     corrections, ever), learnt (changes known to the latest training), changed, tried
 *     (when)</td><td>for good</td></tr>
 * <tr><td>learning:versions</td><td>hash</td><td>by number: what a training came to, as
 *     JSON</td><td>the newest 20</td></tr>
 * <tr><td>learning:heads</td><td>hash</td><td>by number: the head that was learnt,
 *     base64</td><td>the newest 5 that were taken; all go when a person is erased</td></tr>
 * <tr><td>learning:claim</td><td>string</td><td>somebody is training</td><td>two minutes</td></tr>
 * <tr><td>home</td><td>hash</td><td>name, url and own id of the workspace, as last told by
 *     Slack</td><td>for good</td></tr>
 * </table>
 */
@NullMarked
package dev.vouch.store;

import org.jspecify.annotations.NullMarked;
