package dev.vouch.advocate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.pattern.Finding.TooLittle;
import dev.vouch.advocate.pattern.Persona.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * False alarms and recall on people who are played, with 95 % intervals. The rule's figures were
 * chosen on even seeds from 0 alone; an earlier rule was checked on odd ones from 1 and 2,000,001.
 * These seeds were looked at only after that.
 */
class SimulatedPeopleTest {
  private static final long FRESH = 4_000_001;
  private static final int EACH = 400;

  /** Of people of one or more kinds. */
  private record Tally(Share suspected, Share tooLittle) {
    static Tally of(List<Finding> findings) {
      return new Tally(
          share(findings.stream().filter(Finding::isSuspected).count(), findings),
          share(findings.stream().filter(TooLittle.class::isInstance).count(), findings));
    }

    private static Share share(long count, List<Finding> findings) {
      return new Share(count, findings.size());
    }

    /** Without those of whom the rule says itself that too little is known. */
    Share ofWeighed() {
      return new Share(suspected.count(), suspected.of() - tooLittle.count());
    }

    Tally plus(Tally other) {
      return new Tally(suspected.plus(other.suspected), tooLittle.plus(other.tooLittle));
    }

    @Override
    public String toString() {
      return "suspected %s; of those weighed %s".formatted(suspected, ofWeighed());
    }
  }

  private static Tally play(Kind kind) {
    return Tally.of(
        LongStream.range(0, EACH)
            .mapToObj(i -> TransactionalPattern.of(Simulation.of(kind, FRESH + 2 * i)))
            .toList());
  }

  /** All people who act for rewards or who do not, with a report of each kind and of them all. */
  private static Tally together(boolean organic, TestReporter reporter) {
    Map<String, String> report = new LinkedHashMap<>();
    Tally all =
        Arrays.stream(Kind.values())
            .filter(kind -> kind.isOrganic() == organic)
            .map(
                kind -> {
                  Tally tally = play(kind);
                  report.put(kind.name(), tally.toString());
                  return tally;
                })
            .reduce(Tally::plus)
            .orElseThrow();
    report.put("all", all.toString());
    reporter.publishEntry(report);
    return all;
  }

  @Test
  void organicPeople_areSuspectedInFewerThanTwoOfAHundred(TestReporter reporter) {
    Tally all = together(true, reporter);
    assertThat(all.ofWeighed().high()).isLessThan(0.02);
  }

  @Test
  void peopleWhoActForRewards_areFoundInMoreThanEightyOfAHundred_howeverLittleIsKnown(
      TestReporter reporter) {
    Tally all = together(false, reporter);
    assertThat(all.suspected().low()).isGreaterThan(0.8);
    assertThat(all.tooLittle().value()).isLessThan(0.08);
  }
}
