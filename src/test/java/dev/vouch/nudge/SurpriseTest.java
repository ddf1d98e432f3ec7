package dev.vouch.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AdvocacyAct;
import dev.vouch.advocate.AdvocateBook.Acted;
import dev.vouch.advocate.Contact;
import dev.vouch.advocate.LedgerEntry;
import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.Reach;
import dev.vouch.advocate.Wording;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.standing.Evidence;
import dev.vouch.mention.Disclosure;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.Purpose;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Hold;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Decision.Send;
import dev.vouch.nudge.NudgeLog.Past;
import dev.vouch.nudge.Situation.Place;
import dev.vouch.nudge.Situation.Terms;
import dev.vouch.nudge.gesture.Gesture;
import dev.vouch.nudge.moment.Moment;
import dev.vouch.nudge.moment.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A year of a town of customers: whatever they say and we ask, a surprise stays one. */
class SurpriseTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
  private static final int PEOPLE = 120;
  private static final int ACCOUNTS = 40;
  private static final NudgeRules RULES =
      NudgeRules.DEFAULT.withSwitches(new Switches(Set.of(), 0));
  private static final Account ACCOUNT = Account.named("Northwind").withOwner("UREP");

  private final NudgePolicy policy = new NudgePolicy("salt");

  /** One person in it. */
  private static final class Person {
    private final String id;
    private final int account;
    private final List<AdvocacyAct> acts = new ArrayList<>();
    private final List<Instant> asks = new ArrayList<>();
    private final List<Nudge> nudges = new ArrayList<>();
    private final List<Nudge> given = new ArrayList<>();

    Person(int number) {
      id = "U" + number;
      account = number % ACCOUNTS;
    }

    /** What is known then: nobody sees what is still to come. */
    Evidence evidence(Instant now, Relationship company) {
      Relationship between = Relationship.none(Subject.person(id));
      for (Instant ask : asks) {
        if (!ask.isAfter(now)) {
          between = between.with(LedgerEntry.moment("ask:" + ask, Kind.ASK, ask));
        }
      }
      List<AdvocacyAct> known = acts.stream().filter(act -> !act.at().isAfter(now)).toList();
      return new Evidence(known, List.of(), between, company, null);
    }

    Contact contact() {
      return new Contact(id, id, null, Map.of(), Reach.NONE, acts.size(), START, START);
    }
  }

  private record Event(Instant at, Person person, AdvocacyAct act, Nudge due) {}

  private final Map<Integer, Relationship> companies = new HashMap<>();
  private final List<Person> town = new ArrayList<>();

  private static AdvocacyAct act(String person, Instant at) {
    return new AdvocacyAct(
        new MentionId("C1", SlackTime.ts(at)),
        person,
        Purpose.USUAL,
        0.9,
        Set.of(),
        List.of(),
        new Wording(Disclosure.NOTHING, true),
        "link",
        null);
  }

  /** The first third speak up fifty times in a year, the last third three times. */
  private void year() {
    Random random = new Random(20261126);
    PriorityQueue<Event> agenda = new PriorityQueue<>(Comparator.comparing(Event::at));
    for (int number = 0; number < PEOPLE; number++) {
      Person person = new Person(number);
      town.add(person);
      int acts = number % 3 == 0 ? 50 : number % 3 == 1 ? 10 : 3;
      for (int i = 0; i < acts; i++) {
        Instant at = START.plusSeconds(random.nextInt(365 * 86_400));
        person.acts.add(act(person.id, at));
        agenda.add(new Event(at, person, person.acts.get(i), null));
      }
      for (int i = 0; i < 4; i++) {
        person.asks.add(START.plusSeconds(random.nextInt(365 * 86_400)));
      }
    }
    while (!agenda.isEmpty()) {
      Event event = agenda.poll();
      Nudge nudge = event.due() == null ? opened(event) : event.due();
      if (event.due() != null) {
        event.person().nudges.remove(nudge);
      }
      Decision decision = decide(event.person(), nudge, event.at());
      if (decision instanceof Hold hold) {
        Nudge held = nudge.heldUntil(hold.until(), hold.reason().sentence());
        event.person().nudges.add(held);
        agenda.add(new Event(hold.until(), event.person(), event.act(), held));
      } else if (decision instanceof Send send) {
        give(event, nudge.advising(send.advice()));
      }
    }
  }

  private static Nudge opened(Event event) {
    Nudge.Party party = new Nudge.Party("UREP", event.person().id, "", "Northwind", null);
    Occasion occasion = Occasion.of(Moment.ACT, event.act());
    return Nudge.draft(NudgeKind.DELIGHT, occasion, party, event.at());
  }

  private Decision decide(Person person, Nudge nudge, Instant now) {
    Relationship company =
        companies.getOrDefault(person.account, Relationship.none(Subject.account("a")));
    AdvocacyAct act =
        person.acts.stream()
            .filter(one -> one.mention().equals(nudge.mention()))
            .findAny()
            .orElseThrow();
    List<Nudge> before = new ArrayList<>(person.nudges);
    before.sort(Comparator.comparing(Nudge::at).reversed());
    Situation situation =
        new Situation(
            new Acted(person.contact(), act, null),
            person.evidence(now, company),
            new Place(ACCOUNT, "UREP", ZoneOffset.UTC),
            new Past(Map.of(), before),
            Terms.FREE);
    return policy.decide(nudge, situation, RULES, now);
  }

  private void give(Event event, Nudge nudge) {
    Nudge sent =
        nudge.now(Nudge.State.DOING, Instant.EPOCH.toString()).noted(event.at().toString());
    event.person().nudges.add(sent);
    event.person().given.add(sent);
    companies.merge(
        event.person().account,
        Relationship.none(Subject.account("a")).with(delight(event.at())),
        (company, unused) -> company.with(delight(event.at())));
  }

  private static LedgerEntry delight(Instant at) {
    return LedgerEntry.moment("delight:" + at, Kind.DELIGHT, at);
  }

  private static Instant at(Nudge given) {
    return Instant.parse(Objects.requireNonNull(given.note()));
  }

  @Test
  void noSurprise_isNearAnActOrAnAskThatWasKnown_orNearAnother() {
    year();
    assertThat(town.stream().mapToInt(one -> one.given.size()).sum()).isGreaterThan(PEOPLE);
    for (Person person : town) {
      for (Nudge nudge : person.given) {
        Instant given = at(nudge);
        assertThat(person.acts)
            .noneMatch(
                one ->
                    !one.at().isAfter(given) && one.at().plus(RULES.leastDelay()).isAfter(given));
        assertThat(person.asks)
            .noneMatch(ask -> !ask.isAfter(given) && ask.plus(RULES.awayFromAsks()).isAfter(given));
      }
      for (int i = 1; i < person.given.size(); i++) {
        Nudge one = person.given.get(i - 1);
        Nudge next = person.given.get(i);
        assertThat(Duration.between(one.at(), next.at()))
            .isGreaterThanOrEqualTo(RULES.delightEvery());
        assertThat(gesture(next)).isNotEqualTo(gesture(one));
      }
    }
  }

  private static Gesture gesture(Nudge nudge) {
    return Objects.requireNonNull(nudge.advice()).gesture();
  }

  @Test
  void surprisesGoRound_andNotToTheLoudest() {
    year();
    for (int account = 0; account < ACCOUNTS; account++) {
      int here = account;
      List<Instant> given =
          town.stream()
              .filter(one -> one.account == here)
              .flatMap(one -> one.given.stream())
              .map(SurpriseTest::at)
              .sorted()
              .toList();
      for (int i = 1; i < given.size(); i++) {
        assertThat(Duration.between(given.get(i - 1), given.get(i)))
            .isGreaterThanOrEqualTo(RULES.roundTheAccount());
      }
    }
    double loud = mean(0);
    double quiet = mean(2);
    assertThat(quiet).isGreaterThan(0.5);
    assertThat(loud / quiet).isLessThan(4);
    assertThat(town).allMatch(one -> one.given.size() <= 365 / 60 + 1);
  }

  private double mean(int third) {
    return town.stream()
        .filter(one -> Integer.parseInt(one.id.substring(1)) % 3 == third)
        .mapToInt(one -> one.given.size())
        .average()
        .orElseThrow();
  }

  @Test
  void nobodyCanTellTheDay() {
    year();
    Map<Long, Integer> days = new HashMap<>();
    town.stream()
        .flatMap(one -> one.given.stream())
        .forEach(
            nudge ->
                days.merge(
                    Duration.between(nudge.occasion().at(), at(nudge)).toDays(), 1, Integer::sum));
    int all = days.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(days).hasSizeGreaterThan(6);
    assertThat(days.values()).allMatch(count -> count < all / 3);
  }

  @Test
  void anAskThatComesLater_holdsItAgain() {
    Instant said = Instant.parse("2026-11-02T10:00:00Z");
    Person person = new Person(1);
    person.acts.add(act(person.id, said));
    Nudge nudge = opened(new Event(said, person, person.acts.get(0), null));
    Hold first = (Hold) decide(person, nudge, said);
    assertThat(first.reason()).isEqualTo(Reason.ROOM_AFTER_THE_ACT);

    Instant asked = first.until().minus(Duration.ofDays(1));
    person.asks.add(asked);
    Hold again = (Hold) decide(person, nudge, first.until());
    assertThat(again.reason()).isEqualTo(Reason.ROOM_AROUND_AN_ASK);
    assertThat(again.until()).isAfterOrEqualTo(asked.plus(RULES.awayFromAsks()));
    assertThat(decide(person, nudge, asked.plus(Duration.ofDays(40))).reason())
        .isEqualTo(Reason.TOO_LONG_AGO);
  }
}
