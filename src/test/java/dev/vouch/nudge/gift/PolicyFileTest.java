package dev.vouch.nudge.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vouch.nudge.gift.PolicyFile.Faulty;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of rules is read whole, or each of its faults is told with what to do. */
class PolicyFileTest {
  private static final String SOUND =
      """
      {"version": "v7", "notice": "Reviewed by our counsel.",
       "cashEquivalents": ["cash"], "deciders": ["buyer"],
       "sectors": {"other": ["retail"]},
       "groups": {"NORDIC": ["SE", "NO"]},
       "rates": {"stated": "2026-11-25, by hand", "perEuro": {"SEK": 11, "NOK": 11.5}},
       "distances": {"actDays": 3, "askDays": 14, "renewalDays": 60},
       "rules": [
         {"id": "nordic", "countries": ["NORDIC"], "sectors": ["other"], "roles": ["any"],
          "perGift": "200 SEK", "perPersonYear": "400 SEK", "perAccountYear": "900 SEK",
          "approveAbove": "100 SEK", "why": "Our rule.", "sources": ["our code"]}]}
      """;

  private static GiftPolicy read(String text) throws Faulty {
    return PolicyFile.read(text);
  }

  @Test
  void soundFile_isRead() throws Faulty {
    GiftPolicy policy = read(SOUND);
    assertThat(policy.version()).startsWith("v7 (").hasSize("v7 (12345678)".length());
    assertThat(policy.rules()).hasSize(1);
    assertThat(policy.rules().get(0).fits("NO", Sector.OTHER, false)).isTrue();
    assertThat(policy.rates().in(Money.parse("11.50 NOK"), java.util.Currency.getInstance("SEK")))
        .contains(Money.parse("11 SEK"));
  }

  @Test
  void versionShowsWhenTheContentChanged() throws Faulty {
    assertThat(read(SOUND).version()).isEqualTo(read(SOUND).version());
    assertThat(read(SOUND.replace("200 SEK", "300 SEK")).version())
        .isNotEqualTo(read(SOUND).version());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"v7\" | \"\" | version is missing; write one that you change",
        "\"200 SEK\" | \"200\" | rule 1 (nordic), perGift: \"200\" is no amount; write one like 25 EUR",
        "\"200 SEK\" | 200 | rule 1 (nordic), perGift: it is missing; write an amount",
        "\"400 SEK\" | \"400 NOK\" | rule 1 (nordic), perGift: all amounts of a rule are of one currency",
        "\"400 SEK\" | \"100 SEK\" | rule 1 (nordic), perPersonYear: a year's amount is at least",
        "[\"NORDIC\"] | [\"NORD\"] | rule 1 (nordic), countries: \"NORD\" is no country; write two letters",
        "[\"NORDIC\"] | [] | rule 1 (nordic), countries: it is missing",
        "[\"SE\", \"NO\"] | [\"SE\", \"XX\"] | groups, NORDIC: \"XX\" is no country",
        "[\"other\"] | [\"trade\"] | rule 1 (nordic), sectors: \"trade\" is none; there are public",
        "[\"any\"] | [\"boss\"] | rule 1 (nordic), roles: \"boss\" is none",
        "\"nordic\" | \"\" | rule 1, id: it is missing",
        "\"why\" | \"because\" | rule 1 (nordic), because: it means nothing here; take it out",
        "\"other\": [ | \"trade\": [ | sectors, trade: there are public, health, finance and other",
        "\"askDays\": 14 | \"askDays\": 1.5 | distances, askDays: write a whole number of days",
        "\"SEK\": 11, | \"SEK\": 0, | rates, SEK: write how many of it one euro is",
        "\"SEK\": 11, | \"QQQ\": 11, | rates, QQQ: \"QQQ\" is no currency",
        "\"deciders\": | \"buyers\": | buyers means nothing here; take it out",
        "\"deciders\": | \"buyers\": | deciders is missing; write a list of words"
      })
  void fault_isToldWithWhereItIsAndWhatToDo(String sound, String faulty, String told) {
    assertThatThrownBy(() -> read(SOUND.replace(sound, faulty)))
        .isInstanceOfSatisfying(
            Faulty.class,
            e -> assertThat(e.faults()).anySatisfy(one -> assertThat(one).contains(told)));
  }

  @Test
  void ruleThatNeverDecides_isAFault() {
    String twice =
        SOUND.replace(
            "]}\n",
            ", {\"id\": \"sweden\", \"countries\": [\"SE\"], \"sectors\": [\"other\"], \"roles\":"
                + " [\"decider\"], \"perGift\": \"1 SEK\", \"perPersonYear\": \"1 SEK\","
                + " \"perAccountYear\": \"1 SEK\", \"approveAbove\": \"0 SEK\", \"why\": \"w\","
                + " \"sources\": [\"s\"]}]}\n");
    assertThatThrownBy(() -> read(twice))
        .hasMessageContaining(
            "rule 2 (sweden), countries: it never decides, because nordic fits all that it does");
  }

  @Test
  void allFaultsAreToldTogether() {
    assertThatThrownBy(() -> read("{}"))
        .isInstanceOfSatisfying(
            Faulty.class, e -> assertThat(e.faults()).hasSizeGreaterThanOrEqualTo(7));
    assertThatThrownBy(() -> read("[]")).hasMessageContaining("no JSON object");
    assertThatThrownBy(() -> read("{\"version\"")).hasMessageContaining("no JSON");
  }

  @Test
  void fileThatIsNotThere_isTold(@TempDir Path directory) throws Exception {
    assertThatThrownBy(() -> PolicyFile.of(directory.resolve("none.json")))
        .isInstanceOf(Faulty.class)
        .hasMessageContaining("cannot be read");
    Path file = Files.writeString(directory.resolve("gifts.json"), SOUND);
    assertThat(PolicyFile.of(file).rules()).hasSize(1);
  }
}
