package dev.vouch.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The dictionary of numbers. */
class MetricTest {
  @ParameterizedTest
  @CsvSource({
    "weight,WEIGHT",
    "Weight of acts,WEIGHT",
    "top three,TOP_THREE",
    "TOP-THREE,TOP_THREE",
    "share of the top three,TOP_THREE",
    "response time,RESPONSE_TIME"
  })
  void metric_isFoundByNameAndTitle(String typed, Metric metric) {
    assertThat(Metric.named(typed)).contains(metric);
  }

  @ParameterizedTest
  @EnumSource(Metric.class)
  void metric_saysInSentencesWhatItIsAndWhereItMisleads(Metric metric) {
    Metric.Meaning meaning = metric.meaning();
    assertThat(meaning.definition()).endsWith(".").hasSizeGreaterThan(40);
    assertThat(meaning.proxy()).endsWith(".").hasSizeLessThan(100);
    assertThat(meaning.weakness()).endsWith(".").hasSizeGreaterThan(20);
    assertThat(metric.unit()).isNotBlank();
  }

  @Test
  void noNumber_callsRenewalUsageOrPurchaseLoyaltyOrAdvocacy() {
    assertThat(Arrays.toString(Metric.values()) + titles())
        .doesNotContainIgnoringCase("loyal")
        .doesNotContainIgnoringCase("renew")
        .doesNotContainIgnoringCase("usage");
  }

  private static String titles() {
    return Arrays.stream(Metric.values()).map(Metric::title).toList().toString();
  }
}
