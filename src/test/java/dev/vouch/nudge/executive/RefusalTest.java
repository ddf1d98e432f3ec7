package dev.vouch.nudge.executive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Role;
import dev.vouch.advocate.relationship.Consent;
import dev.vouch.advocate.relationship.Consent.Answer;
import dev.vouch.advocate.relationship.Pause;
import dev.vouch.advocate.relationship.Relationship;
import dev.vouch.advocate.relationship.RoleRules;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.advocate.relationship.Subject;
import dev.vouch.advocate.relationship.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When somebody is not to be introduced. */
class RefusalTest {
  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  private static Relationship with(Answer messages, Answer introductions) {
    return Relationship.none(Subject.person("UANA"))
        .with(new Consent(Topic.MESSAGES, messages, NOW, "1", "UANA"))
        .with(new Consent(Topic.INTRODUCTIONS, introductions, NOW, "1", "UANA"));
  }

  static Stream<Arguments> table() {
    Relationship agreed = with(Answer.AGREED, Answer.AGREED);
    Pause pause = new Pause("UREP", NOW, NOW.plusSeconds(60), "leave");
    return Stream.of(
        Arguments.of(agreed, Standing.ACTIVE, null),
        Arguments.of(agreed, Standing.UNKNOWN, null),
        Arguments.of(
            Relationship.none(Subject.person("UANA")), Standing.ACTIVE, Refusal.NOT_AGREED),
        Arguments.of(with(Answer.AGREED, Answer.DECLINED), Standing.ACTIVE, Refusal.NOT_AGREED),
        Arguments.of(with(Answer.DECLINED, Answer.AGREED), Standing.ACTIVE, Refusal.OPTED_OUT),
        Arguments.of(agreed, Standing.AT_RISK, Refusal.AT_RISK),
        Arguments.of(agreed.pausedBy(pause), Standing.ACTIVE, Refusal.PAUSED),
        Arguments.of(agreed.pausedBy(new Pause("UREP", NOW, NOW, "leave")), Standing.ACTIVE, null));
  }

  @ParameterizedTest
  @MethodSource("table")
  void refusal_followsFromWhatStandsBetweenUs(
      Relationship between, Standing standing, @Nullable Refusal expected) {
    Refusal.Facts facts = new Refusal.Facts(between, standing, RoleRules.FREE);
    assertThat(Refusal.of(facts, NOW)).isEqualTo(Optional.ofNullable(expected));
  }

  @org.junit.jupiter.api.Test
  void whoWorksForUs_isIntroducedToNobody() {
    Refusal.Facts facts =
        new Refusal.Facts(
            with(Answer.AGREED, Answer.AGREED),
            Standing.ACTIVE,
            RoleRules.of(List.of(Role.EMPLOYEE)));
    assertThat(Refusal.of(facts, NOW)).contains(Refusal.ROLE);
  }
}
