package dev.vouch.slack.command.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.util.json.GsonFactory;
import dev.vouch.nudge.gift.Gift;
import dev.vouch.nudge.gift.Money;
import dev.vouch.pipeline.gift.GiftDesk.Wish;
import dev.vouch.slack.books.TestBooks;
import dev.vouch.slack.command.CommandDesk;
import dev.vouch.slack.command.CommandDesk.Asked;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Gifts and notes as they are typed. */
class GiftParserTest {
  private static Command gift(String what, String worth, boolean surprise, boolean... options) {
    boolean decider = options.length > 0 && options[0];
    boolean check = options.length > 1 && options[1];
    return new Command.GiveGift(
        new Wish("U1", new Gift(what, Money.parse(worth), surprise), decider, check));
  }

  static Stream<Arguments> understood() {
    return Stream.of(
        Arguments.of("gift <@U1|ana> \"a book\" worth 25 EUR", gift("a book", "25 EUR", true)),
        Arguments.of(
            "Gift <@U1> a book on bees worth 25eur", gift("a book on bees", "25 EUR", true)),
        Arguments.of(
            "gift <@U1> tea worth €9.50 check", gift("tea", "9.50 EUR", true, false, true)),
        Arguments.of("gift <@U1> tea worth USD 9 decider", gift("tea", "9 USD", true, true)),
        Arguments.of(
            "gift <@U1> “the mug” worth 9 GBP announced check",
            gift("the mug", "9 GBP", false, false, true)),
        Arguments.of("gifts", new Command.ShowGiftRules()),
        Arguments.of("gifts <@U1>", new Command.ShowGifts("U1")),
        Arguments.of("note <@U1> thank you, Ana", new Command.CheckNote("U1", "thank you, Ana")));
  }

  @ParameterizedTest
  @MethodSource("understood")
  void typed_isUnderstood(String typed, Command command) {
    assertThat(CommandParser.parse(typed)).isEqualTo(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gift | Something is missing",
        "gift ana tea worth 5 EUR | I cannot tell who ana is",
        "gift <@U1> tea | Say what it is worth",
        "gift <@U1> worth 5 EUR | Say in a few words what it is",
        "gift <@U1> tea worth | Something is missing",
        "gift <@U1> tea worth 5 | is no amount",
        "gift <@U1> tea worth $5 | stands for several currencies",
        "gift <@U1> tea worth 5 EUR soon | After the amount may come decider, announced or check",
        "gifts <@U1> now | comes one person, or nothing",
        "note <@U1> | Write the words that you mean to send"
      })
  void whatIsMissing_isSaid(String typed, String told) {
    assertThat(CommandParser.parse(typed))
        .isInstanceOfSatisfying(
            Command.Unclear.class, unclear -> assertThat(unclear.problem()).contains(told));
  }

  @Test
  void note_isLookedAt_andNothingIsKept() {
    TestBooks books = new TestBooks();
    String answer =
        GsonFactory.createSnakeCase()
            .toJson(
                CommandDesk.answer(
                        CommandParser.parse("note <@U0ANA> Write a review and get a voucher"),
                        new Asked("U0MAYA", "C0TEAM", TestBooks.NOW),
                        books.workspace())
                    .blocks());
    assertThat(answer)
        .contains(
            "Your note to Ana Ruiz",
            "Worth another look before they read it",
            "reads like pay",
            "Nothing was sent");
    assertThat(books.gifts.all()).isEmpty();
  }
}
