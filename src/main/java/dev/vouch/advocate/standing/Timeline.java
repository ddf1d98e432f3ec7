package dev.vouch.advocate.standing;

import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.Heard;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Provenance;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Recovery;
import dev.vouch.advocate.relationship.Topic;
import dev.vouch.mention.Intent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the evidence about a person comes to, event by event, in the order of its times. */
final class Timeline {
  /** A good word later than that is hardly about what we did. */
  private static final Duration GLAD_WITHIN = Duration.ofDays(60);

  private static final Set<Topic> SPEAKING =
      EnumSet.of(Topic.REVIEWS, Topic.REFERENCES, Topic.STORIES, Topic.TALKS);

  /** An answer is what everybody is owed, and a nudge goes to our own people: neither is here. */
  private static final Map<Kind, Event> ENTRIES =
      Map.of(
          Kind.HELP, Event.GAVE,
          Kind.DELIGHT, Event.GAVE,
          Kind.PROMISE_KEPT, Event.GAVE,
          Kind.SUGGESTION_TAKEN, Event.GAVE,
          Kind.ASK_ACCEPTED, Event.ACCEPTED,
          Kind.ASK_DONE, Event.DID,
          Kind.ASK_DECLINED, Event.REFUSED);

  private final Evidence evidence;
  private final List<Occurrence> all = new ArrayList<>();

  private Timeline(Evidence evidence) {
    this.evidence = evidence;
  }

  static List<Occurrence> of(Evidence evidence) {
    Timeline timeline = new Timeline(evidence);
    timeline.entries();
    timeline.words();
    timeline.acts();
    timeline.consents();
    timeline.recoveries();
    timeline.all.sort(Occurrence.ORDER);
    return timeline.all;
  }

  private void entries() {
    for (LedgerEntry entry : evidence.person().ledger()) {
      Event event = ENTRIES.get(entry.kind());
      if (event != null) {
        all.add(Occurrence.of(event, Cause.of(entry)));
      }
    }
  }

  /** What we are unsure of counts as neutral words: they spoke, and nothing else is known. */
  private void words() {
    for (Heard one : evidence.heard()) {
      if (one.abstained() || one.intent() != Intent.AMPLIFICATION) {
        all.add(Occurrence.of(Event.HEARD, Cause.of(one)));
      }
      if (!one.abstained() && one.intent() == Intent.PRAISE && isAboutWhatWeGave(one)) {
        glad(one);
      }
    }
  }

  private boolean isAboutWhatWeGave(Heard praise) {
    Instant said = praise.mention().at();
    return evidence.person().ledger().stream()
        .filter(entry -> ENTRIES.get(entry.kind()) == Event.GAVE || isFollowUp(entry))
        .anyMatch(
            gift -> gift.from().isBefore(said) && !gift.from().plus(GLAD_WITHIN).isBefore(said));
  }

  private static boolean isFollowUp(LedgerEntry entry) {
    return entry.kind() == Kind.FOLLOWED_UP;
  }

  /** Whoever agreed before they were glad is willing as soon as they are. */
  private void glad(Heard praise) {
    Occurrence glad = Occurrence.of(Event.GLAD, Cause.of(praise));
    all.add(glad);
    willing()
        .filter(consent -> !consent.at().isAfter(glad.at()))
        .ifPresent(consent -> all.add(new Occurrence(Event.WILLING, glad.at(), Cause.of(consent))));
  }

  private void acts() {
    List<LedgerEntry> ledger = evidence.prompts();
    for (AdvocacyAct act : evidence.acts()) {
      Provenance.Ruling prompted = Provenance.of(act, ledger, Provenance.Windows.USUAL);
      if (prompted.provenance() != Provenance.REWARDED) {
        all.add(Occurrence.of(Event.SPOKE, Cause.of(act)));
      }
    }
  }

  private void consents() {
    willing().ifPresent(one -> all.add(Occurrence.of(Event.WILLING, Cause.of(one))));
    Consent messages = evidence.person().consents().get(Topic.MESSAGES);
    if (messages != null && !messages.agreed()) {
      all.add(Occurrence.of(Event.STOPPED, Cause.of(messages)));
    }
  }

  /** The first topic of speaking for us to which they have agreed and still do. */
  private Optional<Consent> willing() {
    return evidence.person().consents().values().stream()
        .filter(consent -> SPEAKING.contains(consent.topic()))
        .filter(consent -> evidence.person().agreesTo(consent.topic()))
        .min(Comparator.comparing(Consent::at).thenComparing(Consent::topic));
  }

  private void recoveries() {
    List<Trouble> troubles = troubles();
    for (Trouble trouble : troubles) {
      all.add(trouble.began());
      trouble.closing().ifPresent(closing -> all.add(after(closing, trouble.closed(), troubles)));
    }
  }

  private List<Trouble> troubles() {
    List<Trouble> troubles = new ArrayList<>();
    for (Recovery recovery : evidence.recoveries()) {
      troubles.add(new Trouble(began(recovery), evidence.followUp(recovery)));
    }
    Neglect neglect = evidence.neglect();
    if (neglect != null) {
      troubles.add(new Trouble(began(neglect), Optional.empty()));
    }
    return troubles;
  }

  /** What puts somebody at risk, and the entry that closed it. */
  private record Trouble(Occurrence began, Optional<LedgerEntry> closing) {
    /** Never before it began, whatever the clocks say. */
    Instant closed() {
      Instant entered = closing.map(LedgerEntry::from).orElse(Instant.MAX);
      return entered.isBefore(began.at()) ? began.at() : entered;
    }

    boolean isOpenAt(Instant time) {
      return !began.at().isAfter(time) && closed().isAfter(time);
    }
  }

  /** Either that was the last, or what began another one still holds. */
  private static Occurrence after(LedgerEntry closing, Instant at, List<Trouble> troubles) {
    return troubles.stream()
        .filter(other -> other.isOpenAt(at))
        .map(Trouble::began)
        .min(Occurrence.ORDER)
        .map(open -> new Occurrence(open.event(), at, open.cause()))
        .orElseGet(() -> new Occurrence(Event.MADE_GOOD, at, Cause.of(closing)));
  }

  private Occurrence began(Recovery recovery) {
    for (Heard one : evidence.heard()) {
      if (one.mention().toString().equals(recovery.id())) {
        return Occurrence.of(
            one.competitor() ? Event.PROMOTED_ANOTHER : Event.COMPLAINED, Cause.of(one));
      }
    }
    return evidence
        .ledger()
        .filter(entry -> entry.id().equals(recovery.id()))
        .findFirst()
        .map(incident -> Occurrence.of(Event.FAILED, Cause.of(incident)))
        .orElseThrow();
  }

  private static Occurrence began(Neglect neglect) {
    String words =
        "%d open in 30 days, %d in the 30 days before".formatted(neglect.now(), neglect.before());
    return Occurrence.of(
        Event.NEGLECTED, new Cause("account", "neglect", neglect.since(), null, words));
  }
}
