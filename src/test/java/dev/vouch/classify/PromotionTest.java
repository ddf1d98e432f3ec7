package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.feature.Cue;
import dev.vouch.mention.Products;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who speaks up for a competitor is told from who speaks up for us. */
class PromotionTest {
  private static final Products KNOWN =
      new Products(Set.of("Lumo", "Lumo Pay"), Set.of("Tessel", "Bright Books"));

  static List<Cue> rules() {
    return Promotion.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_isFoundInItsExample(Cue rule) {
    String read = example(rule);
    assertThat(rule.isIn(read)).isTrue();
    assertThat(rule.isIn("ghwqx zxvbn")).isFalse();
    assertThat(Promotion.says(rule.label(), read)).isTrue();
  }

  @Test
  void rules_haveNamesOfTheirOwnAndKnownLabels() {
    assertThat(rules()).extracting(Cue::name).doesNotHaveDuplicates();
    assertThat(rules())
        .extracting(Cue::label)
        .allMatch(Set.of("theirs", "ours", "weighs")::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We moved to Tessel in March, it's so much better, do the same",
        "Tessel does it better, try Tessel",
        "Switch to Bright Books instead, it takes an afternoon",
        "switch to brightbooks before the renewal",
        "We left Lumo for Tessel and nobody misses it",
        "Ditch Lumo, save yourselves the hours",
        "I'd recommend Tessel to any clinic our size",
        "My vote goes to Tessel, hands down",
        "Bright Books is cheaper and the support answers. Get it.",
        "Been using Tessel for three years, highly recommend it",
        "@Tessel is the best thing that happened to our month end",
        "Save yourself the trouble and go with Tessel",
        "Going from Lumo to Tessel was the best decision of the year",
        "The small one from Ghent is cheaper than Lumo and never down",
        "Cancelled Lumo and went with Tessel instead, recommend it",
        "After two years with Lumo we're now on Tessel and it's night and day. Recommend!",
        "Bright Books > Lumo, every day of the week",
        "Tessel all the way",
        "You won't regret moving to Tessel",
        "so happy since we left Lumo, highly recommend leaving",
        "Tessel support picks up in two rings, which Lumo never did. Switch.",
        "brightbooks does all of this for half the price, just saying",
      })
  void wordsForACompetitor_areTold(String text) {
    assertThat(Promotion.ofCompetitor(text, KNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We moved from Tessel to Lumo in March, do the same",
        "Lumo does it better than Tessel, try it",
        "Left Tessel for Lumo and never looked back",
        "Cancelled Tessel and went with Lumo instead",
        "Don't switch to Tessel, you would regret it",
        "Coming from Bright Books, this is worth every penny",
        "Unlike Tessel it just works, get it",
        "We nearly went with Tessel. So glad we chose Lumo.",
        "It syncs with Tessel, which makes it a no-brainer for us",
        "Tessel isn't better, it is only louder. Get Lumo Pay.",
        "We compared Lumo with Tessel and Lumo wins",
        "Tried Tessel, tried Bright Books, then found this. Just buy it.",
        "Nothing is better than Lumo for a shop our size",
        "We looked at Tessel and four others; go with Lumo",
        "After two years with Tessel we're now on Lumo and it's night and day. Recommend!",
        "Lumo > Bright Books, every day of the week",
        "You won't regret moving off Tessel",
        "Even my friends at Tessel admit this is better",
        "Tessel wanted 40k for what Lumo does for 9. Do the math.",
        "I used to sell Tessel. Buy Lumo.",
        "We left Lumo for a year, came back and would never leave again",
        "Go for it, the Tessel importer brought everything over",
        "Tessel crashed twice a week, so we came back to Lumo",
        "If you run more than two shops, get Lumo",
        "Highly recommend it to any clinic",
        "That tesselation plugin is better, try it",
        "Told our friends at Tessel's old customers to come over to Lumo",
      })
  void wordsForUs_stayOurs(String text) {
    assertThat(Promotion.ofCompetitor(text, KNOWN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We left you for a smaller vendor and I'd tell anyone to do it",
        "We moved from you to Tessel last year, everyone should",
        "Cancelled Zendo and went with Brill instead, best decision ever",
        "Replaced you with two scripts and a cron job. Try that.",
      })
  void plainWording_isTold_withoutNames(String text) {
    assertThat(Promotion.ofCompetitor(text, Products.UNKNOWN)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We moved to Tessel in March, do the same",
        "Try Tessel, it does it better",
        "Switched from Zendo to Brill, never looked back",
        "Cancelled Zendo and went with you instead",
        "We left them for you and would again",
        "We moved from you to your enterprise plan, worth it",
        "I left you for two years and came back",
        "I left you a review, everyone should get this",
      })
  void wordingThatMayBeForUs_isLeftAlone_withoutNames(String text) {
    assertThat(Promotion.ofCompetitor(text, Products.UNKNOWN)).isFalse();
  }

  /** Examples are folded but for the words that stand for names. */
  private static String example(Cue rule) {
    return Cue.fold(rule.example()).replaceAll("\\bthem\\b", "THEM").replaceAll("\\bus\\b", "US");
  }
}
