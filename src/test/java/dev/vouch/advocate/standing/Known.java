package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Evidence about somebody, put together in a test day by day; days are counted back from now. */
final class Known {
  static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  private final List<AdvocacyAct> acts = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final List<LedgerEntry> accountLedger = new ArrayList<>();
  private final List<Consent> consents = new ArrayList<>();
  private @Nullable Neglect neglect;

  static Instant ago(int days) {
    return NOW.minus(Duration.ofDays(days));
  }

  static String mention(int days) {
    return "C1:" + SlackTime.ts(ago(days));
  }

  static Heard heard(Intent intent, int days, String words) {
    return heard(intent, days, words, false);
  }

  private static Heard heard(Intent intent, int days, String words, boolean competitor) {
    return new Heard(
        MentionId.parse(mention(days)),
        "U0ANA",
        intent,
        Intent.NEUTRAL,
        0.9,
        Sentiment.NEUTRAL,
        false,
        competitor,
        List.of(words),
        "https://x.test/" + days,
        "rule 1",
        null);
  }

  Known said(Intent intent, int days) {
    return said(intent, days, "words");
  }

  /** What is said on one day is one message, whose first reading counts. */
  Known said(Intent intent, int days, String words) {
    if (heard.stream().noneMatch(one -> one.mention().toString().equals(mention(days)))) {
      heard.add(heard(intent, days, words));
    }
    return this;
  }

  /** At the same moment as what is said on that day, in another channel. */
  Known saidElsewhere(Intent intent, int days) {
    Heard here = heard(intent, days, "words");
    heard.add(
        new Heard(
            new MentionId("C2", here.mention().ts()),
            here.person(),
            intent,
            Intent.NEUTRAL,
            0.9,
            Sentiment.NEUTRAL,
            false,
            false,
            here.evidence(),
            "https://x.test/c2/" + days,
            here.rule(),
            null));
    return this;
  }

  Known promotedAnother(int days) {
    heard.add(heard(Intent.WARNING, days, "take theirs", true));
    return this;
  }

  Known unsure(Intent intent, int days) {
    Heard one = heard(intent, days, "words");
    heard.add(
        new Heard(
            one.mention(),
            one.person(),
            intent,
            Intent.NEUTRAL,
            0.4,
            Sentiment.NEUTRAL,
            true,
            false,
            one.evidence(),
            one.permalink(),
            "rule 1",
            null));
    return this;
  }

  /** An act, which is a mention, too. */
  Known spoke(int days) {
    return spoke(days, false);
  }

  Known spoke(int days, boolean incentivised) {
    said(Intent.ADVOCACY, days);
    acts.add(
        new AdvocacyAct(
            MentionId.parse(mention(days)),
            "U0ANA",
            Purpose.USUAL,
            0.9,
            Set.of(),
            List.of("words"),
            incentivised,
            "https://x.test/" + days,
            null));
    return this;
  }

  Known did(Kind kind, int days) {
    return did(kind, days, null);
  }

  Known did(Kind kind, int days, @Nullable String about) {
    Note note = new Note("U0MAYA", null, about);
    ledger.add(LedgerEntry.moment(kind.wire() + "-" + days + about, kind, ago(days)).noted(note));
    return this;
  }

  Known atAccount(Kind kind, int days, @Nullable String about) {
    Note note = new Note("U0MAYA", null, about);
    accountLedger.add(
        LedgerEntry.moment("account-" + kind.wire() + "-" + days, kind, ago(days)).noted(note));
    return this;
  }

  Known offered(int days) {
    ledger.add(LedgerEntry.offer("offer" + days, ago(days), null, Set.of()));
    return this;
  }

  Known answered(Topic topic, Answer answer, int days) {
    consents.add(new Consent(topic, answer, ago(days), "1", "U0ANA"));
    return this;
  }

  Known agreed(int days) {
    return answered(Topic.MESSAGES, Answer.AGREED, days)
        .answered(Topic.REVIEWS, Answer.AGREED, days);
  }

  Known neglected(int sinceDays) {
    neglect = new Neglect(ago(sinceDays), 4, 1);
    return this;
  }

  /** A person who is ready: glad of what we did, and willing. */
  static Known ready(int days) {
    return new Known()
        .said(Intent.QUESTION, days + 3)
        .did(Kind.HELP, days + 2)
        .said(Intent.PRAISE, days + 1)
        .agreed(days);
  }

  Evidence evidence() {
    return evidence(null);
  }

  /** As it is when it came in another order. */
  Evidence evidence(@Nullable Random order) {
    if (order != null) {
      List.of(acts, heard, ledger, accountLedger).forEach(list -> Collections.shuffle(list, order));
    }
    Relationship person = Relationship.none(Subject.person("U0ANA"));
    Relationship account = Relationship.none(Subject.account("northwind"));
    for (LedgerEntry entry : ledger) {
      person = person.with(entry);
    }
    for (LedgerEntry entry : accountLedger) {
      account = account.with(entry);
    }
    consents.sort(Comparator.comparing(Consent::at).thenComparing(Consent::answer));
    for (Consent consent : consents) {
      person = person.with(consent);
    }
    return new Evidence(acts, heard, person, account, neglect);
  }

  PersonStanding stands() {
    return PersonStanding.of(evidence(), NOW);
  }
}
