package dev.vouch.pipeline.nudge;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.vouch.advocate.Tier;
import dev.vouch.mention.Author;
import dev.vouch.mention.MentionId;
import dev.vouch.mention.SlackTime;
import dev.vouch.nudge.Decision.Reason;
import dev.vouch.nudge.Exposure;
import dev.vouch.nudge.Holdout;
import dev.vouch.nudge.Nudge;
import dev.vouch.nudge.Nudge.State;
import dev.vouch.nudge.NudgeKind;
import dev.vouch.pipeline.TestDirectory;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import dev.vouch.slack.command.parse.CommandParser;
import dev.vouch.store.TestWorkspace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom chance holds out get no nudge, and it is on record who could have got one. */
class HoldingOutTest {
  private static final double SHARE = 0.5;

  private final TestWorkspace here = new TestWorkspace();
  private final Holdout holdout = new Holdout(here.team, SHARE);
  private int said;

  @BeforeEach
  void halfAreHeldOut() {
    here.books
        .accounts()
        .change(
            "Northwind Foods",
            account -> account.withTier(Tier.MARQUEE).withOwner("UREP").withSponsor("UEXEC"));
    here.books.settings().change(now -> now.withHeldOut(SHARE));
  }

  @AfterEach
  void close() {
    here.close();
  }

  private MentionId advocacy(String person) {
    Instant at = here.clock.instant().plusMillis(++said);
    MentionId id = new MentionId("C1", SlackTime.ts(at));
    JsonObject event = new JsonObject();
    event.addProperty("type", "message");
    event.addProperty("channel", id.channel());
    event.addProperty("user", person);
    event.addProperty("ts", id.ts());
    event.addProperty("text", "advocacy: just get it");
    here.events.read(event);
    return id;
  }

  private Nudge delight(MentionId mention) {
    return here.books.nudges().nudge(Nudge.idOf(NudgeKind.DELIGHT, mention)).orElseThrow();
  }

  private List<Exposure> exposures() {
    Instant now = here.clock.instant();
    return here.books.nudges().exposures(NudgeKind.DELIGHT, now.minus(Duration.ofDays(9)), now);
  }

  private String personWhom(boolean heldOut) {
    return people(1, heldOut).get(0);
  }

  private List<String> people(int count, boolean heldOut) {
    Instant now = here.clock.instant();
    List<String> people =
        IntStream.iterate(0, i -> i + 1)
            .mapToObj(i -> "UCUST" + i)
            .filter(person -> holdout.holds(person, NudgeKind.DELIGHT, now) == heldOut)
            .limit(count)
            .toList();
    people.forEach(this::customer);
    return people;
  }

  private void customer(String person) {
    here.directory.add(
        new Author(person, TestDirectory.NORTHWIND, "Sam", Author.Kind.CUSTOMER, null, null));
  }

  @Test
  void whomChanceHoldsOut_getsNothing_andOthersDo() {
    MentionId without = advocacy(personWhom(true));
    MentionId with = advocacy(personWhom(false));
    for (int day = 0; day < 14; day++) {
      here.clock.advance(Duration.ofDays(1));
      here.nudges.sendDue();
    }

    assertThat(delight(without).state()).isEqualTo(State.NOTHING);
    assertThat(delight(without).reason()).isEqualTo(Reason.HELD_OUT.sentence());
    assertThat(delight(with).state()).isEqualTo(State.SENT);
    assertThat(exposures()).extracting(Exposure::heldOut).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void exposure_staysAsItWasFirstNoted() {
    String person = personWhom(true);
    advocacy(person);
    List<Exposure> first = exposures();
    here.clock.advance(Duration.ofDays(2));
    advocacy(person);
    here.books.settings().change(now -> now.withHeldOut(0.01));
    here.clock.advance(Duration.ofDays(2));
    advocacy(person);

    assertThat(first).hasSize(1);
    assertThat(exposures()).isEqualTo(first);
  }

  @Test
  void whereNobodyIsHeldOut_nothingIsNoted() {
    here.books.settings().change(now -> now.withHeldOut(0));
    advocacy(personWhom(true));

    assertThat(exposures()).isEmpty();
  }

  @Test
  void kindThatIsSwitchedOff_isNotSent_andNobodyIsCountedForIt() {
    here.books
        .settings()
        .change(
            now ->
                now.withRules(
                    now.rules()
                        .withSwitches(now.rules().switches().with(NudgeKind.DELIGHT, false))));
    MentionId said = advocacy(personWhom(false));

    assertThat(delight(said).reason()).isEqualTo(Reason.KIND_OFF.sentence());
    assertThat(exposures()).isEmpty();
  }

  @Test
  void whoeverIsForgotten_isInNoExposure() {
    String person = personWhom(false);
    advocacy(person);
    here.books.forgetting().forget(List.of(person), person, here.clock.instant());

    assertThat(exposures()).isEmpty();
  }

  @Test
  void impact_comparesWhatPeopleDidAfterwards_withThoseWhoWereHeldOut() {
    for (String person : people(40, true)) {
      advocacy(person);
    }
    for (String person : people(40, false)) {
      advocacy(person);
      advocacy(person);
      advocacy(person);
    }
    String shown =
        CommandDesk.answer(
                CommandParser.parse("impact"),
                new Asked("UREP", "C1", here.clock.instant().plus(Duration.ofDays(1))),
                here.workspace)
            .blocks()
            .toString();

    assertThat(shown).contains("*Surprise:* 2.00 acts a person with, 0.00 without");
    assertThat(shown).contains("*+2.00* acts a person");
  }
}
