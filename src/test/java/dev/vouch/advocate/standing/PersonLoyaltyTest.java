package dev.vouch.advocate.standing;

import static dev.vouch.advocate.standing.Known.ago;
import static dev.vouch.advocate.standing.Known.mention;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.advocate.LedgerEntry.Kind;
import dev.vouch.advocate.relationship.Standing;
import dev.vouch.mention.Intent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How loyal somebody is, which says nothing about whether they speak up. */
class PersonLoyaltyTest {

  private static PersonLoyalty of(Known one) {
    return PersonLoyalty.of(one.evidence());
  }

  @Test
  void renewingAgainAndAgain_isNoLoyalty() {
    Known one = new Known();
    for (int year = 1; year < 9; year++) {
      one.atAccount(Kind.RENEWED, year * 365, null);
    }
    PersonLoyalty loyalty = of(one);
    assertThat(loyalty.loyalty()).isEqualTo(Loyalty.STAYING);
    assertThat(loyalty.since()).isEqualTo(ago(8 * 365));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Three years now, and I would not go back.",
        "we\u2019ve been with them for over 4 years",
        "On it since 2019!",
        "We just renewed, again",
        "I'm not going anywhere",
        "as a long-time customer I can say"
      })
  void sayingSo_isLoyalty(String words) {
    PersonLoyalty loyalty = of(new Known().said(Intent.PRAISE, 5, words));
    assertThat(loyalty.loyalty()).isEqualTo(Loyalty.LOYAL);
    assertThat(loyalty.since()).isEqualTo(ago(5));
    assertThat(of(new Known().said(Intent.COMPLAINT, 5, words)).loyalty())
        .isEqualTo(Loyalty.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We are moving off it next month",
        "we will not renew",
        "I'm cancelling our subscription",
        "we have switched over to Tessel"
      })
  void sayingThatOneLeaves_isLeaving(String words) {
    assertThat(of(new Known().said(Intent.COMPLAINT, 5, words)).loyalty())
        .isEqualTo(Loyalty.LEAVING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the import cancelled itself twice",
        "leaving this here for whoever looks after exports",
        "it took years",
        "I am moving the button and it jumps back",
        "two days now",
        "we switched it off and on"
      })
  void ordinaryTrouble_isNeither(String words) {
    assertThat(of(new Known().said(Intent.COMPLAINT, 5, words)).loyalty())
        .isEqualTo(Loyalty.UNKNOWN);
    assertThat(of(new Known().said(Intent.PRAISE, 5, words)).loyalty()).isEqualTo(Loyalty.UNKNOWN);
  }

  @Test
  void goingOnAfterAFailureThatWasMadeGood_isASign_andASecondOneIsLoyalty() {
    Known one = new Known().said(Intent.COMPLAINT, 90).did(Kind.FOLLOWED_UP, 80, mention(90));
    assertThat(of(one).loyalty()).isEqualTo(Loyalty.UNKNOWN);
    one.said(Intent.QUESTION, 60);
    assertThat(of(one).loyalty()).isEqualTo(Loyalty.UNKNOWN);
    one.said(Intent.QUESTION, 40);
    assertThat(of(one).loyalty()).isEqualTo(Loyalty.STAYING);
    one.atAccount(Kind.RENEWED, 50, null);
    assertThat(of(one).loyalty()).isEqualTo(Loyalty.LOYAL);
  }

  @Test
  void silenceAfterAFailure_isNoForgiveness() {
    assertThat(
            of(new Known().said(Intent.COMPLAINT, 300).did(Kind.FOLLOWED_UP, 290, mention(300)))
                .loyalty())
        .isEqualTo(Loyalty.UNKNOWN);
  }

  @Test
  void warningOthers_weighsMoreThanYears() {
    Known one = new Known().said(Intent.PRAISE, 50, "five years now").said(Intent.WARNING, 5);
    assertThat(of(one).loyalty()).isEqualTo(Loyalty.WAVERING);
    assertThat(of(one.said(Intent.PRAISE, 2, "we just renewed")).rule())
        .isEqualTo(LoyaltyRule.CAME_ROUND);
  }

  @Test
  void loyaltyAndAdvocacy_moveEachForThemselves() {
    assertThat(of(new Known().spoke(9).spoke(3)).loyalty()).isEqualTo(Loyalty.UNKNOWN);
    Known silent = new Known().atAccount(Kind.RENEWED, 9, null);
    assertThat(silent.stands().standing()).isEqualTo(Standing.UNKNOWN);
    Known complains = new Known().said(Intent.PRAISE, 50, "ten years now");
    complains.said(Intent.COMPLAINT, 5);
    assertThat(complains.stands().standing()).isEqualTo(Standing.AT_RISK);
    assertThat(of(complains).loyalty()).isEqualTo(Loyalty.LOYAL);
  }
}
