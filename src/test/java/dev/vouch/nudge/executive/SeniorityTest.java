package dev.vouch.nudge.executive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a title says of how high somebody stands. */
class SeniorityTest {
  @ParameterizedTest
  @CsvSource({
    "Chief Financial Officer, CHIEF",
    "CTO & Co-founder, CHIEF",
    "President, CHIEF",
    "Managing Director, CHIEF",
    "Vice President of Sales, VP",
    "SVP Engineering, VP",
    "Vice-President, VP",
    "Director of Data, DIRECTOR",
    "Head of Finance, DIRECTOR",
    "Controller,",
    "Scientist,",
    "'',"
  })
  void title_tellsSeniority(String title, Seniority seniority) {
    assertThat(Seniority.ofTitle(title)).isEqualTo(Optional.ofNullable(seniority));
    assertThat(Seniority.ofTitle(null)).isEmpty();
  }
}
