package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountAxisTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 1 2",
    "1, 0 1 2",
    "2, 0 1 2 3",
    "4, 0 1 2 3 4 5",
    "5, 0 2 4 6",
    "8, 0 2 4 6 8 10",
    "9, 0 5 10",
    "21, 0 10 20 30",
    "41, 0 20 40 60",
    "100, 0 50 100 150",
    "1234, 0 500 1000 1500"
  })
  void ticks_areWholeAndRound(long most, String ticks) {
    assertThat(CountAxis.upTo(most).ticks())
        .containsExactlyElementsOf(
            java.util.Arrays.stream(ticks.split(" ")).map(Long::valueOf).toList());
  }

  @Test
  void top_isAlwaysAboveTheHighestBar() {
    LongStream.rangeClosed(0, 5_000)
        .forEach(most -> assertThat(CountAxis.upTo(most).top()).isGreaterThan(most));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0|0", "999|999", "9500|9,500", "31000|31k", "1234567|1,234k"})
  void labels_areShort(long count, String label) {
    assertThat(CountAxis.label(count)).isEqualTo(label);
  }
}
