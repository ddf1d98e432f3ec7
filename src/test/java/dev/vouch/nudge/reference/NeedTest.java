package dev.vouch.nudge.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.Account;
import dev.vouch.advocate.AccountField;
import dev.vouch.advocate.Tier;
import dev.vouch.nudge.reference.Candidate.Said;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests in everyday words come to. */
class NeedTest {
  private static final Account CLINIC = account("Clinic", "Health care", "DACH");
  private static final Account BANK = account("Bank", "Finance", "APAC").withTier(Tier.MARQUEE);
  private static final List<Account> ACCOUNTS = List.of(CLINIC, BANK);

  private static Account account(String name, String sector, String region) {
    return AccountField.REGION.set(AccountField.SECTOR.set(Account.named(name), sector), region);
  }

  private static Need read(String words) {
    return Need.read(words, ACCOUNTS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "someone in health care, EMEA, using the export¦sector Health care,region EMEA¦export",
        "Healthcare customer in EMEA¦sector Health care,region EMEA¦",
        "a HEALTH-CARE person who knows Single Sign-On¦sector Health care¦single,sign",
        "finance, APAC or EMEA¦sector Finance,region APAC,region EMEA¦",
        "French-speaking, in finance¦language French,sector Finance¦",
        "somebody who speaks German and uses audit logs¦language German¦audit,logs",
        "a marquee account that moved from BlackPeak¦tier marquee¦moved,blackpeak",
        "a scale customer¦tier scale¦",
        "somebody named Smith¦¦named,smith",
        "anyone¦¦"
      })
  void request_isReadAsFactsAndTopics(String words, String facts, String topics) {
    Need need = read(words);
    assertThat(need.wanted().stream().map(one -> one.facet().label() + " " + one.value()))
        .containsExactlyElementsOf(listed(facts));
    assertThat(need.topics()).containsExactlyElementsOf(listed(topics));
  }

  private static List<String> listed(String text) {
    return text == null ? List.of() : List.of(text.split(","));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " , ; .", "\u202E\u0000", "((((", "a, b, c", "😀😀"})
  void whatMeansNothing_wantsNothing(String words) {
    assertThat(read(words).wanted()).isEmpty();
  }

  @Test
  void facts_mustHold_andWhatIsNotKnownDoesNot() {
    Need need = read("health care, EMEA");
    assertThat(need.fit(of(CLINIC)).holds()).as("DACH lies in EMEA").isTrue();
    assertThat(need.fit(of(BANK)).missing()).hasSize(2);
    assertThat(need.fit(of(null)).missing().get(0).otherwise())
        .isEqualTo("sector is not Health care, or not noted");
  }

  @Test
  void severalValuesOfOneFact_areAnyOfThem() {
    Need need = read("EMEA or APAC");
    assertThat(need.fit(of(CLINIC)).holds()).isTrue();
    assertThat(need.fit(of(BANK)).holds()).isTrue();
  }

  @Test
  void language_isThePersonsOwn() {
    Need need = read("speaks French");
    Candidate french = new Candidate("U1", "A", CLINIC, "fr-CA", List.of());
    assertThat(need.fit(french).holds()).isTrue();
    assertThat(need.fit(of(CLINIC)).holds()).isFalse();
  }

  @Test
  void topics_findTheirWords_andRuleNobodyOut() {
    Need need = read("someone using the exports");
    Candidate silent = of(CLINIC);
    Candidate told =
        silent.saying(
            List.of(
                new Said("the API is fine", Instant.EPOCH, "p"),
                new Said("We love exporting to Excel!", Instant.EPOCH, "p")));
    assertThat(need.fit(silent).holds()).isTrue();
    assertThat(need.fit(silent).spoken()).isEmpty();
    assertThat(need.fit(told).spoken().get("exports").words()).contains("exporting");
  }

  private static Candidate of(Account account) {
    return new Candidate("U1", "Ana", account, null, List.of());
  }
}
