package dev.vouch.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Nameless;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Disclosure;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A reward or a tie is seen where it shows, and nowhere else. */
class IncentivesTest {
  static List<Cue> rules() {
    return Incentives.rules();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void rule_isFoundInItsExample(Cue rule) {
    assertThat(rule.isIn(Cue.fold(rule.example()))).isTrue();
    assertThat(rule.isIn("ghwqx zxvbn")).isFalse();
    assertThat(shown(rule.example())).isEqualTo(!rule.label().equals("no"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void onlyWords_disclose(Cue rule) {
    boolean said = Incentives.of(Nameless.of(rule.example())) == Disclosure.SAID;
    assertThat(said).isEqualTo(rule.label().equals("words"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Just get it, enter code SAVE20 at checkout",
        "Use my link when you sign up, it is the best there is",
        "https://shop.example/?ref=marta is all you need"
      })
  void codeOrLink_showsThatThereIsSomething_andDisclosesNothing(String text) {
    assertThat(Incentives.of(Nameless.of(text))).isEqualTo(Disclosure.SHOWN);
  }

  @Test
  void rules_haveNamesOfTheirOwnAndKnownLabels() {
    assertThat(rules()).extracting(Cue::name).doesNotHaveDuplicates();
    assertThat(rules())
        .extracting(Cue::label)
        .allMatch(Set.of("no", "words", "code", "link")::contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Best planner I have owned, get one #sponsored",
        "#gifted but I would have paid for it",
        "Disclosure: I'm an affiliate. Still the best CRM for trainers.",
        "This post is sponsored by Lumo, and they deserve it",
        "Paid partnership, but try it, it changed our mornings",
        "They sent us the scanner for free to review. Buy it anyway.",
        "I received this at no cost in exchange for my honest opinion",
        "Got a gift card for writing this review. Setup took an hour.",
        "Full disclosure: I work for them. The import really is that quick.",
        "Yes, I work there, so I'm biased, but look at the numbers",
        "We're a certified partner of theirs and still recommend it to everyone",
        "As a reseller I see all of them, and this one comes back least",
        "I'm a brand ambassador for them and I mean every word",
        "Sign up with my referral link and we both get a month",
        "Use code MARTA20 at checkout for a fifth off, you'll love it",
        "my invite code is QX77-4P, go",
        "Affiliate links below, they keep the lights on",
        "I earn a small commission if you buy, and I'd say the same without it",
        "Founder here. It does what the page says.",
        "heads up, I'm on their payroll, but the planner is the real deal",
        "They comped our tickets. Go anyway.",
        "PR package arrived, and this serum is a must",
        "Code LENA15 gets you 15 percent off, you're welcome",
        "Got this as part of the Vine programme and would buy it again",
        "We resell it, so yes, I have a horse in this race. Still, choose it.",
        "They flew me out to see the factory. Buy the boots.",
        "I was compensated for this review. Setup is easy.",
        "grab one https://amzn.to/4fGh2 before they are gone",
        "Just get it: https://shop.example/kettle?aff=jo",
        "worth it https://tessel.example/?ref=marta_k",
        "https://www.amazon.co.uk/dp/B0ABC?tag=jokitchen-21 this one, trust me",
      })
  void rewardOrTie_isSeen(String text) {
    assertThat(shown(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We negotiated a 15% discount at renewal, so ask for one",
        "The volume discount makes it cheaper than what we had. Go for it.",
        "Their pricing is fair, and the discount for schools is generous",
        "Not sponsored, I just like it",
        "No incentive here, nobody paid me: get it",
        "This isn't an ad, I promise, but you should try it",
        "I am not affiliated with them in any way. Buy it.",
        "Unpaid opinion: best invoicing tool around",
        "I don't work for them, I only sound like it",
        "Do you have a referral programme?",
        "How does your affiliate programme work?",
        "Is there a partner discount for agencies?",
        "Where do I find my referral link?",
        "The reference code on invoice 12 is wrong",
        "Can you swap the promo video on the landing page?",
        "Our coupon codes do not apply at checkout since Tuesday",
        "The discount code field rejects lower case letters",
        "The problem is with my code, not with yours",
        "Use code review for every change",
        "we get an error code E4012 when exporting",
        "Our commission reports take half the time now, look at it",
        "We pay them 30k a year and it is worth it",
        "I have no horse in this race, go with them",
        "The affiliate module saved our shop, get it",
        "Great partner to work with, recommend them to anyone",
        "Does your ambassador programme take students?",
        "They replaced the unit for free without a fuss. Buy from them.",
        "I got a free upgrade when they were late, recommended",
        "It works out referral bonuses for our clinic properly, worth a look",
        "Got it for free with my phone contract, and you should get one too",
        "my partner and I both use it daily",
        "Our employees love it, and yours will too",
        "She is a gifted designer and swears by it",
        "I got my invoice for free postage twice",
      })
  void otherTalk_isNoTie(String text) {
    assertThat(shown(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://docs.example/ref/ports.html#incoming",
        "fixed in https://git.example/repo/file?ref=main",
        "https://github.com/o/r/blob/x?ref=0123456789abcdef0123456789abcdef01234567",
        "https://www.reddit.com/r/sysadmin has a thread on it",
        "https://review.example/r/46023 needs a look",
        "https://shop.example/search?tag=shoes",
      })
  void ordinaryAddress_isNoTie(String text) {
    assertThat(shown(text)).isFalse();
  }

  @Test
  void addressBehindItsWords_isRead() {
    SlackText message = SlackText.decode("get it <https://shop.example/?ref=marta|here>");
    assertThat(shown(message.plain())).isFalse();
    assertThat(Incentives.shownByLinks(message.links())).isTrue();
  }

  private static boolean shown(String text) {
    return Incentives.of(Nameless.of(text)).isIncentive();
  }
}
