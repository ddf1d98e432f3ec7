package dev.vouch.nudge.executive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.nudge.executive.Windows.Hours;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half hours that lie in the working day of two people. */
class WindowsTest {

  /** On a Wednesday: the day after tomorrow and, over the weekend, the next working day. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, Europe/London, 2026-11-20T09:00:00Z 2026-11-23T12:30:00Z",
    "Europe/Berlin, America/New_York, 2026-11-20T14:00:00Z 2026-11-23T15:00:00Z",
    "America/Los_Angeles, Europe/Berlin, ''",
    "Asia/Kolkata, Europe/London, 2026-11-20T09:00:00Z 2026-11-23T10:30:00Z",
    "Asia/Kathmandu, Europe/London, 2026-11-20T09:15:00Z 2026-11-23T10:15:00Z",
    "Europe/Berlin, Europe/Berlin, 2026-11-20T08:00:00Z 2026-11-23T12:00:00Z"
  })
  void windows_lieInBothDays(String executive, String person, String expected) {
    Windows windows = propose(executive, person, "2026-11-18T10:00:00Z");
    assertThat(windows.proposed())
        .containsExactlyElementsOf(
            Arrays.stream(expected.split(" "))
                .filter(one -> !one.isEmpty())
                .map(Instant::parse)
                .toList());
  }

  @Test
  void windows_followTheClocksWhenTheyChange() {
    Windows before = propose("Europe/Berlin", "Europe/Berlin", "2026-10-21T10:00:00Z");
    Windows after = propose("Europe/Berlin", "Europe/Berlin", "2026-10-24T10:00:00Z");
    assertThat(before.proposed().get(0)).isEqualTo(Instant.parse("2026-10-23T07:00:00Z"));
    assertThat(after.proposed().get(0)).isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
  }

  @Test
  void windows_areOnDifferentDays() {
    Windows windows = propose("Europe/Paris", "Africa/Lagos", "2026-11-18T10:00:00Z");
    assertThat(windows.proposed()).hasSize(2);
    assertThat(windows.proposed().get(0)).isBefore(windows.proposed().get(1));
    assertThat(windows.proposed().get(0).atZone(ZoneId.of("Europe/Paris")).toLocalDate())
        .isNotEqualTo(windows.proposed().get(1).atZone(ZoneId.of("Europe/Paris")).toLocalDate());
  }

  private static Windows propose(String executive, String person, String now) {
    return Windows.propose(
        ZoneId.of(executive), ZoneId.of(person), Hours.USUAL, Instant.parse(now));
  }
}
