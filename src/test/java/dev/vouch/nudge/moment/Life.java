package dev.vouch.nudge.moment;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.LedgerEntry.Note;
import dev.vouch.advocate.Place;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Relationship.Known;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.ActKind;
import dev.vouch.mention.Intent;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.Sentiment;
import dev.vouch.mention.SlackTime;
import dev.vouch.mention.Stance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one person, put together a line at a time: {@code praise 70d} is praise 70 days
 * before now, {@code question 5h answered} a question that one of us has answered.
 */
final class Life {
  static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");
  static final String ANA = "UANA";

  private final List<AdvocacyAct> acts = new ArrayList<>();
  private final List<Heard> heard = new ArrayList<>();
  private Relationship between = Relationship.none(Subject.person(ANA));

  static Life of(String lines) {
    Life life = new Life();
    lines.lines().flatMap(line -> List.of(line.split(",")).stream()).forEach(life::add);
    return life;
  }

  private void add(String line) {
    String[] words = line.strip().split(" ");
    if (words.length < 2) {
      return;
    }
    Instant at = NOW.minus(age(words[1]));
    boolean marked = words.length > 2;
    switch (words[0]) {
      case "act", "defence", "peer_help", "reference_call" -> act(kind(words[0]), at);
      case "followed" -> entry(Kind.FOLLOWED_UP, at, about(marked ? words[2] : "x"));
      case "incident" -> entry(Kind.INCIDENT, at, null);
      case "learnt" ->
          between = between.movedBy(Motivator.valueOf(words[2].toUpperCase()), new Known(ANA, at));
      default -> said(Intent.fromWire(words[0]), at, marked && words[2].equals("answered"));
    }
  }

  private static ActKind kind(String word) {
    return word.equals("act") ? ActKind.RECOMMENDATION : ActKind.fromWire(word);
  }

  private static Duration age(String word) {
    long count = Long.parseLong(word.substring(0, word.length() - 1));
    return word.endsWith("h") ? Duration.ofHours(count) : Duration.ofDays(count);
  }

  /** What was said, or what failed them, so long ago. */
  private static String about(String word) {
    if (word.startsWith("incident-")) {
      return id(Kind.INCIDENT, NOW.minus(age(word.substring("incident-".length()))));
    }
    return word.matches("\\d+[dh]") ? mention(NOW.minus(age(word))).toString() : word;
  }

  private static MentionId mention(Instant at) {
    return new MentionId("C1", SlackTime.ts(at));
  }

  private void entry(Kind kind, Instant at, @Nullable String about) {
    between =
        between.with(
            LedgerEntry.moment(id(kind, at), kind, at).noted(new Note("UREP", null, about)));
  }

  private static String id(Kind kind, Instant at) {
    return kind.wire() + ":" + at.getEpochSecond();
  }

  private void act(ActKind kind, Instant at) {
    acts.add(
        new AdvocacyAct(
            mention(at),
            ANA,
            Purpose.of(kind),
            0.9,
            Set.of(),
            List.of("words"),
            false,
            "link",
            null));
    said(Intent.ADVOCACY, at, false);
  }

  private void said(Intent intent, Instant at, boolean answered) {
    Heard one =
        new Heard(
            mention(at),
            ANA,
            intent,
            intent,
            0.9,
            Sentiment.POSITIVE,
            false,
            false,
            List.of("words"),
            "link",
            "rule 1",
            null);
    Place place = new Place(null, Stance.of(intent), null, null);
    heard.add(answered ? one.at(place.answered(new Place.Answer("UREP", at))) : one);
  }

  Evidence evidence() {
    return new Evidence(
        acts, heard, between, Relationship.none(Subject.account("northwind")), null);
  }

  Contact contact() {
    return new Contact(ANA, "Ana", null, Map.of(), Reach.NONE, acts.size(), null, null);
  }

  PassedRules rules() {
    return new PassedRules(evidence(), NOW);
  }
}
