package dev.vouch.advocate.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.pattern.Finding.TooLittle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rule on histories that were written and labelled by hand before it was run on them. */
class LabelledHistoriesTest {
  private static final List<LabelledHistory> ALL = LabelledHistory.all();

  private static List<LabelledHistory> labelled(boolean organic) {
    return ALL.stream().filter(one -> one.organic() == organic).toList();
  }

  private static List<String> suspected(boolean organic) {
    return labelled(organic).stream()
        .filter(one -> TransactionalPattern.of(one.history()).isSuspected())
        .map(LabelledHistory::name)
        .toList();
  }

  private static boolean isWeighed(LabelledHistory one) {
    return !(TransactionalPattern.of(one.history()) instanceof TooLittle);
  }

  @Test
  void noOrganicHistory_isSuspected() {
    List<LabelledHistory> organic = labelled(true);
    assertThat(organic).hasSizeGreaterThan(30);
    assertThat(suspected(true)).isEmpty();
  }

  @Test
  void histories_forRewards_areFoundInMoreThanEightyOfAHundred() {
    List<LabelledHistory> weighed =
        labelled(false).stream().filter(LabelledHistoriesTest::isWeighed).toList();
    Share found = new Share(suspected(false).size(), weighed.size());
    assertThat(weighed).hasSizeGreaterThan(25);
    assertThat(found.low()).as("found: %s", found).isGreaterThan(0.8);
  }
}
