package dev.vouch.nudge.gesture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which customers may be thought of when another one asks something. */
class PeerTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  private static Contact contact(String id, String account) {
    AccountLink link = new AccountLink(account, "by hand", NOW);
    return new Contact(id, id, link, Map.of(), Reach.NONE, 1, NOW, NOW);
  }

  private static Relationship with(String id, Topic topic, Answer answer) {
    return Relationship.none(Subject.person(id))
        .with(new Consent(Topic.MESSAGES, Answer.AGREED, NOW, "1", id))
        .with(new Consent(topic, answer, NOW, "1", id));
  }

  private static Peer peer(String id, String account, long helped) {
    return new Peer(contact(id, account), with(id, Topic.INTRODUCTIONS, Answer.AGREED), helped);
  }

  @Test
  void whoHasHelpedMost_comesFirst_andNoColleagueOrUnaskedPersonAtAll() {
    Relationship paused =
        with("UPAUSED", Topic.INTRODUCTIONS, Answer.AGREED)
            .pausedBy(new Pause("UREP", NOW, null, "on leave"));
    List<Peer> all =
        List.of(
            peer("UONCE", "fairbank", 1),
            peer("UOFTEN", "contoso", 4),
            peer("UCOLLEAGUE", "northwind", 9),
            peer("UASKER", "northwind", 9),
            new Peer(contact("UPAUSED", "fairbank"), paused, 9),
            new Peer(contact("USILENT", "x"), Relationship.none(Subject.person("USILENT")), 9),
            new Peer(contact("UNO", "x"), with("UNO", Topic.INTRODUCTIONS, Answer.DECLINED), 9),
            new Peer(
                contact("USTOP", "x"),
                peer("USTOP", "x", 9)
                    .between()
                    .with(new Consent(Topic.MESSAGES, Answer.DECLINED, NOW, "1", "USTOP")),
                9));
    assertThat(Peer.best(contact("UASKER", "northwind"), all, NOW))
        .extracting(one -> one.contact().id())
        .containsExactly("UOFTEN", "UONCE");
  }
}
