package dev.vouch.classify.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The days that people name who want to be asked later. */
class AgainTest {
  /** A Friday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "in March                                   | 2027-03-01",
        "ask me in january please                   | 2027-01-01",
        "Feb?                                       | 2027-02-01",
        "mid January                                | 2027-01-15",
        "not before the 3rd of March                | 2027-03-03",
        "10 Jan                                     | 2027-01-10",
        "on December 4th                            | 2026-12-04",
        "Yes, but not before April                  | 2027-04-01",
        "next week                                  | 2026-11-23",
        "Next month would be better                 | 2026-12-01",
        "next quarter                               | 2027-01-01",
        "next year                                  | 2027-01-01",
        "Q2?                                        | 2027-04-01",
        "Tuesday                                    | 2026-11-24",
        "on Monday please                           | 2026-11-23",
        "tomorrow                                   | 2026-11-21",
        "will do tonight                            | 2026-11-21",
        "in 2 weeks                                 | 2026-12-04",
        "remind me in ten days                      | 2026-11-30",
        "in a few weeks                             | 2026-12-11",
        "give me a month                            | 2026-12-20",
        "in half a year                             | 2027-05-20",
        "after the holidays                         | 2027-01-07",
        "After Christmas                            | 2027-01-07",
        "in the new year                            | 2027-01-07",
        "after Easter                               | 2027-03-30",
        "in spring                                  | 2027-03-21",
        "after the summer                           | 2027-09-01",
        "the week after next                        | 2026-11-30",
        "after the 15th                             | 2026-12-15",
        "I'm away until the 25th                    | 2026-11-25",
        "end of the month                           | 2026-12-01",
        "im März                                    | 2027-03-01",
        "in zwei Wochen                             | 2026-12-04",
        "nächste Woche                              | 2026-11-23",
        "nach den Ferien                            | 2027-01-07",
        "la semaine prochaine                       | 2026-11-23",
        "dans deux semaines                         | 2026-12-04",
        "en mars                                    | 2027-03-01",
        "el mes que viene                           | 2026-12-01",
        "dentro de dos semanas                      | 2026-12-04",
        "em janeiro                                 | 2027-01-01",
        "la prossima settimana                      | 2026-11-23",
        "fra due settimane                          | 2026-12-04",
        "volgende maand                             | 2026-12-01",
        "over twee weken                            | 2026-12-04",
        "2027-02-10                                 | 2027-02-10",
      })
  void namedDay_isFound(String text, LocalDate day) {
    assertThat(Again.in(text, TODAY)).contains(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"later", "not now", "maybe", "may I ask you something", "on the 45th"})
  void noDay_isNone(String text) {
    assertThat(Again.in(text, TODAY)).isEmpty();
  }

  @Test
  void holidaysInSummer_areThoseOfSummer() {
    assertThat(Again.in("after the holidays", LocalDate.of(2026, 7, 1)))
        .contains(LocalDate.of(2026, 9, 1));
  }

  @Test
  void easter_isWhereTheCalendarHasIt() {
    assertThat(Again.in("after easter", LocalDate.of(2024, 1, 5)))
        .contains(LocalDate.of(2024, 4, 2));
    assertThat(Again.in("after easter", LocalDate.of(2025, 5, 5)))
        .contains(LocalDate.of(2026, 4, 7));
  }
}
