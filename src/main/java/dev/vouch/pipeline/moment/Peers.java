package dev.vouch.pipeline.moment;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.ActKind;
import dev.vouch.nudge.gesture.Peer;
import dev.vouch.pipeline.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds customers who may know what another one asks, among those with the most acts, not among
 * all, so that it takes as long in a large workspace as in a small one.
 */
public record Peers(Workspace workspace) {
  private static final int LOOK_AT = 50;
  private static final int MOST = 2;

  /** Whom one could ask, in a sentence for our own people; null where nobody has agreed to it. */
  public @Nullable String sentence(Contact asker, Instant now) {
    List<Contact> people = workspace.advocates().top(LOOK_AT);
    Map<Subject, Relationship> between =
        workspace
            .relationships()
            .all(people.stream().map(one -> Subject.person(one.id())).toList());
    Map<String, List<AdvocacyAct>> acts =
        workspace.advocates().acts(people.stream().map(Contact::id).toList());
    List<Peer> all =
        people.stream()
            .map(
                one ->
                    new Peer(
                        one,
                        Objects.requireNonNull(between.get(Subject.person(one.id()))),
                        helped(acts.getOrDefault(one.id(), List.of()))))
            .toList();
    String names =
        Peer.best(asker, all, now).stream()
            .filter(this::mayMeetOthers)
            .limit(MOST)
            .map(Peers::told)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? null : "Who has agreed to meet peers: %s.".formatted(names);
  }

  private static long helped(List<AdvocacyAct> acts) {
    return acts.stream().filter(act -> act.kind() == ActKind.PEER_HELP).count();
  }

  private boolean mayMeetOthers(Peer peer) {
    Contact contact = peer.contact();
    return RoleRules.of(RoleRules.roles(contact, workspace.accounts().cards().card(contact.id())))
        .allow(Topic.INTRODUCTIONS);
  }

  private static String told(Peer peer) {
    return peer.helped() == 0
        ? peer.contact().name()
        : "%s (has helped others %d×)".formatted(peer.contact().name(), peer.helped());
  }
}
