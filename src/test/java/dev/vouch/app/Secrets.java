package dev.vouch.app;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountLink;
import dev.vouch.advocate.Card;
import dev.vouch.advocate.CardBook.Replacement;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Role;
import dev.vouch.advocate.Tier;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Ruling;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Tie;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Author;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.nudge.executive.Introduction;
import dev.vouch.nudge.gesture.Advice;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import dev.vouch.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;

/**
 * What is for our own people alone, planted in every field that holds any, each in its own word.
 */
final class Secrets {
  /** Begins every word that stands in a text of our own. */
  private static final String MARK = "zq";

  /** What our own people weigh, in whatever words a view would tell it. */
  static final List<String> TELLING =
      List.of(
          MARK,
          "goodwill",
          "small ask",
          "confidence",
          "0.873",
          "87 %",
          "marquee",
          "sponsor",
          "nudge_",
          "delight",
          "holdout",
          "held out",
          "standing",
          "at risk",
          "suspicio",
          "transactional",
          "rewards seem",
          "advoca",
          "reward_seeking",
          "reward seeking",
          "exception",
          "dev.vouch",
          "gson",
          "redis");

  private final Store.Books books;
  private final Instant now;

  Secrets(Store.Books books, Instant now) {
    this.books = books;
    this.now = now;
  }

  /** People of ours whose very names are secrets, and what is noted about a person. */
  record Staff(String owner, String sponsor, String approver) {}

  /** Everything about a person that is for us alone, and of what is theirs who noted it. */
  void plant(String person, Staff staff) {
    books
        .settings()
        .change(
            set ->
                set.withApprover(staff.approver())
                    .withOwner(staff.owner())
                    .withProducts(set.products().withTheirs("zqrival")));
    Account account = books.accounts().change("Company of " + person, one -> account(one, staff));
    Author author = new Author(person, "T", "Somebody", Author.Kind.CUSTOMER, null, null);
    books.advocates().meet(author, new AccountLink(account.id(), "zqrule", now));
    books.advocates().write(heard(person, 0, Intent.REWARD_SEEKING, "my words"), null, ts(1_000));
    books.advocates().write(heard(person, 1, Intent.COMPLAINT, "more words"), null, ts(1_001));
    books.relationships().change(Subject.person(person), one -> related(one, staff.approver()));
    books
        .relationships()
        .change(Subject.account(account.id()), one -> related(one, staff.approver()));
    books
        .accounts()
        .cards()
        .replace(List.of(new Replacement(null, card(person, account.id()))), now);
    for (Nudge.State state : Nudge.State.values()) {
      books.nudges().add(nudge(person, staff, state));
    }
    books.executives().enlist(staff.sponsor(), one -> one.withTopics(Set.of("zqtopic")));
    books.executives().add(introduction(person, staff));
  }

  private static Account account(Account one, Staff staff) {
    return one.withTier(Tier.MARQUEE)
        .withOwner(staff.owner())
        .withSponsor(staff.sponsor())
        .with(
            new Account.Profile(
                "zqcriteria", "zqregion", "zqsector", "zqstage", LocalDate.of(2027, 3, 31)));
  }

  private Card card(String person, String account) {
    return new Card(
        new Card.Handle(person, null),
        "Somebody",
        account,
        Set.of(Role.INFLUENCER),
        "Head of Finance",
        Card.Tongue.UNKNOWN,
        "zqsource");
  }

  static MentionId mention(String person, int number) {
    return new MentionId(
        "C0QUIET", ts(1_000 + number + Math.floorMod(person.hashCode(), 1_000) * 10));
  }

  private static String ts(long second) {
    return SlackTime.ts(Instant.parse("2026-11-10T10:00:00Z").plusSeconds(second));
  }

  private Heard heard(String person, int number, Intent intent, String words) {
    return new Heard(
        mention(person, number),
        person,
        intent,
        Intent.REWARD_SEEKING,
        0.873,
        Sentiment.NEGATIVE,
        true,
        true,
        List.of(words),
        "https://example.slack.com/archives/C1/p1",
        "zqmodel 9.9",
        "UZQCORRECTED");
  }

  private Relationship related(Relationship one, String by) {
    Relationship now = one;
    for (Kind kind : Kind.values()) {
      now =
          now.with(
              LedgerEntry.moment("secret:" + kind.wire(), kind, this.now.minusSeconds(60))
                  .worth(13_700)
                  .noted(new Note(by, "zq" + kind.wire(), "zqabout")));
    }
    return now.with(new Consent(Topic.MESSAGES, Answer.AGREED, this.now, Consent.TOLD, by))
        .with(new Consent(Topic.REVIEWS, Answer.DECLINED, this.now, Consent.TOLD, by))
        .pausedBy(new Pause(by, this.now, this.now.plusSeconds(9_000_000), "zqpause"))
        .with(new Tie("tie", Tie.Kind.GIFT, "a ticket", this.now, null, by))
        .movedBy(Motivator.CAREER, new Known(by, this.now))
        .ruled(new Ruling(true, by, this.now));
  }

  static Nudge nudge(String person, Staff staff, Nudge.State state) {
    Nudge.Party party =
        new Nudge.Party(staff.owner(), person, "zqname", "zqaccount", staff.sponsor());
    Occasion occasion =
        Occasion.said(
            Moment.ACT,
            mention(person, 20 + state.ordinal()),
            "https://example.slack.com/zqlink",
            List.of("zqevidence"));
    return Nudge.draft(NudgeKind.DELIGHT, occasion, party, Instant.parse("2026-11-10T10:00:00Z"))
        .living(new Nudge.Life(state, "zqreason", null, null, null, null, null))
        .noted("zqnudgenote")
        .advising(new Advice(Gesture.values()[0], List.of(Gesture.values()[1]), "zqwhy"));
  }

  Introduction introduction(String person, Staff staff) {
    Introduction.Request request =
        new Introduction.Request(
            person, "zqname", "zqaccount", staff.owner(), "zqwords", List.of("zqbecause"), now);
    YearMonth month = YearMonth.of(2026, 11);
    return Introduction.requested("zq:" + person, request, staff.sponsor(), month, now);
  }
}
