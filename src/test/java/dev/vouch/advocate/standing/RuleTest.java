package dev.vouch.advocate.standing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.relationship.Standing;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every standing and every event: where it leads, and that nothing else does. */
class RuleTest {
  private static final Set<Event> OF_TIME = EnumSet.of(Event.RESTED, Event.LAPSED, Event.FADED);

  /** A dot moves nothing, and = gives a new reason for the same standing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          from        | heard       | gave   | glad      | willing | spoke  | accepted | did     | refused | complained | promoted | failed  | neglected | made_good | stopped   | rested | lapsed | faded
          UNKNOWN     | LISTENED_TO | HELPED | .         | .       | ACTIVE | .        | .       | .       | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | .      | .
          LISTENED_TO | .           | HELPED | .         | .       | ACTIVE | .        | .       | .       | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | .      | .
          HELPED      | .           | .      | DELIGHTED | .       | ACTIVE | .        | .       | .       | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | .      | .
          DELIGHTED   | .           | .      | =         | READY   | ACTIVE | .        | .       | .       | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | .      | HELPED
          READY       | .           | .      | .         | =       | ACTIVE | ACTIVE   | RESTING | RESTING | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | .      | HELPED
          ACTIVE      | .           | .      | .         | .       | =      | =        | RESTING | RESTING | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | .      | READY  | .
          RESTING     | .           | .      | .         | .       | .      | .        | =       | =       | AT_RISK    | AT_RISK  | AT_RISK | AT_RISK   | .         | OPTED_OUT | READY  | .      | .
          AT_RISK     | .           | .      | .         | .       | .      | .        | .       | .       | =          | =        | =       | =         | HELPED    | OPTED_OUT | .      | .      | .
          OPTED_OUT   | .           | .      | .         | .       | .      | .        | .       | .       | .          | .        | .       | .         | .         | .         | .      | .      | .
          """)
  void everyEvent_leadsWhereTheTableSays(
      org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
    Standing from = Standing.valueOf(row.getString(0));
    assertThat(row.size()).isEqualTo(Event.values().length + 1);
    Map<Event, String> leads = new EnumMap<>(Event.class);
    for (Event event : Event.values()) {
      leads.put(
          event,
          Rule.of(from, event).map(rule -> rule.to() == from ? "=" : rule.to().name()).orElse("."));
      assertThat(leads.get(event)).as("%s", event).isEqualTo(row.getString(event.ordinal() + 1));
    }
  }

  /** Silence is not satisfaction: what time alone does never leads to somebody gladder. */
  @Test
  void timeAlone_neverLeadsUpwards() {
    for (Rule rule : Rule.values()) {
      if (OF_TIME.contains(rule.on())) {
        assertThat(rule.to()).isIn(Standing.READY, Standing.HELPED);
        for (Standing from : Standing.values()) {
          Rule.of(from, rule.on())
              .ifPresent(row -> assertThat(from.ordinal()).isGreaterThan(row.to().ordinal()));
        }
      }
    }
  }

  @Test
  void everyRule_saysWhyAndWhatWouldMoveIt_withoutATrailingStop() {
    for (Rule rule : Rule.values()) {
      assertThat(rule.reason()).matches("\\p{Ll}.*[^.]");
      assertThat(rule.condition()).matches("\\p{Ll}.*[^.]");
    }
    for (LoyaltyRule rule : LoyaltyRule.values()) {
      assertThat(rule.reason()).matches("\\p{Ll}.*[^.]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UNKNOWN  | STAYING | STAYING | LOYAL   | WAVERING | LEAVING
          STAYING  | =       | LOYAL   | LOYAL   | WAVERING | LEAVING
          LOYAL    | .       | =       | =       | WAVERING | LEAVING
          WAVERING | STAYING | STAYING | STAYING | =        | LEAVING
          LEAVING  | STAYING | STAYING | STAYING | .        | =
          """)
  void everySignOfLoyalty_leadsWhereTheTableSays(
      org.junit.jupiter.params.aggregator.ArgumentsAccessor row) {
    Loyalty from = Loyalty.valueOf(row.getString(0));
    for (LoyaltyRule.On on : LoyaltyRule.On.values()) {
      String leads =
          LoyaltyRule.of(from, on)
              .map(rule -> rule.to() == from ? "=" : rule.to().name())
              .orElse(".");
      assertThat(leads).as("%s", on).isEqualTo(row.getString(on.ordinal() + 1));
    }
  }
}
