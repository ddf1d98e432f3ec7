package dev.vouch.classify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Golden cases of decoding, and texts that mean harm. */
class SlackTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '§',
      value = {
        "R&amp;D says x &lt; y &gt; z¦R&D says x < y > z",
        "&amp;lt;b&amp;gt;¦&lt;b&gt;",
        "fish & chips &copy;¦fish & chips &copy;",
        "ask <@U123ABC> please¦ask @someone please",
        "ask <@U123ABC|dana> please¦ask @dana please",
        "<@Angelika> hi¦@Angelika hi",
        "see <#C024BE91L|general>¦see #general",
        "see <#C024BE91L>¦see #channel",
        "<!here> lunch¦@here lunch",
        "<!subteam^S012|@admins> help¦@admins help",
        "<!subteam^S012> help¦@group help",
        "due <!date^1392734382^{date}|Feb 18, 2014>¦due Feb 18, 2014",
        "read <https://a.example/x?a=1&amp;b=2|our post>¦read our post",
        "read <https://a.example/x?a=1&amp;b=2>¦read https://a.example/x?a=1&b=2",
        "mail <mailto:a@b.example|a@b.example>¦mail a@b.example",
        "mail <mailto:a@b.example>¦mail a@b.example",
        "great :tada: :+1::skin-tone-3:¦great 🎉 👍",
        "we use :our_own_emoji: here¦we use :our_own_emoji: here",
        "at 10:30:45 sharp¦at 10:30:45 sharp",
        "*so* _very_ ~not~ good¦so very not good",
        "*_both_*¦both",
        "snake_case_name and 2*3*4¦snake_case_name and 2*3*4",
        "call `foo_bar()` now¦call [code] now",
        "I <3 this¦I <3 this",
        "if a < b then¦if a < b then",
        "unclosed <https://a.example and *more¦unclosed <https://a.example and *more",
        "a ``` b¦a ``` b",
        "مرحبا <@U123ABC>¦مرحبا @someone",
      })
  void markup_readsAsTheAuthorMeantIt(String raw, String plain) {
    assertThat(SlackText.decode(raw).plain()).isEqualTo(plain);
  }

  private static String named(String raw, String name) {
    return SlackText.decode(raw, id -> name).plain();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      value = {
        "Jonas¦@Jonas",
        "Jonas Weber¦@Jonas_Weber",
        "Jonas   van der Berg (Kestrel)¦@Jonas_van_der_Berg_Kestrel",
        "@Dana¦@Dana",
        "Tomás Ferreira-Nuñez¦@Tomás_Ferreira-Nuñez",
        "Siobhan O'Brien¦@Siobhan_OʼBrien",
        "Jonas W.¦@Jonas_W",
        "🎉 Party 🎉¦@Party",
        "प्रिया नायर¦@प्रिया_नायर",
        "田中 由紀¦@田中_由紀",
        "🎉¦@someone",
        "...¦@someone",
        "U123ABC¦@someone",
      })
  void name_isOneWord(String name, String called) {
    String plain = named("ask <@U123ABC>, please", name);
    assertThat(plain.replace(Names.JOINER, '_')).isEqualTo("ask " + called + ", please");
    assertThat(new SocialTokenizer().tokenize(plain)).hasSize(4);
  }

  @Test
  void label_winsOverTheName() {
    assertThat(named("<@U123ABC|dana> and <@U123ABC|>", "Jonas")).isEqualTo("@dana and @Jonas");
  }

  @Test
  void blankName_isSomeone() {
    assertThat(named("<@U123ABC> hi", " \u202F ")).isEqualTo("@someone hi");
    assertThat(named("<@U123ABC> hi", "")).isEqualTo("@someone hi");
  }

  @Test
  void namesThatCannotBeAsked_areAskedOnce() {
    List<String> asked = new ArrayList<>();
    UnaryOperator<String> away =
        id -> {
          asked.add(id);
          throw new IllegalStateException("away");
        };
    assertThat(SlackText.decode("<@U1AA> and <@U2BB>", away).plain())
        .isEqualTo("@someone and @someone");
    assertThat(asked).containsExactly("U1AA");
  }

  @Test
  void longName_isCut() {
    assertThat(named("<@U123ABC>", "é".repeat(5_000))).hasSize(81);
  }

  @Test
  void quotedLines_areNotTheAuthorsWords() {
    SlackText text = SlackText.decode("&gt; best tool *ever*\n> really\nwho said that?");
    assertThat(text.plain()).isEqualTo("who said that?");
    assertThat(text.quotes()).containsExactly("best tool *ever*", "really");
  }

  @Test
  void tripleQuote_reachesToTheEnd() {
    SlackText text = SlackText.decode("look:\n&gt;&gt;&gt; one\ntwo");
    assertThat(text.plain()).isEqualTo("look:");
    assertThat(text.quotes()).containsExactly("one", "two");
  }

  @Test
  void codeBlock_isSetAside() {
    SlackText text = SlackText.decode("fails:\n```\nif (a &lt; b) *x*\n```\nwhy?");
    assertThat(text.plain()).isEqualTo("fails:\n[code]\nwhy?");
    assertThat(text.code()).containsExactly("if (a < b) *x*");
  }

  @Test
  void references_areNoted() {
    SlackText text =
        SlackText.decode(
            "<@U1AA> <!subteam^S2|@grp> <#C3|general> <https://x.example|x> <mailto:a@b.example>");
    assertThat(text.people()).containsExactly("U1AA", "S2");
    assertThat(text.channels()).containsExactly("C3");
    assertThat(text.links()).containsExactly("https://x.example", "mailto:a@b.example");
  }

  @Test
  void brokenSurrogatesAndControls_areReplaced() {
    String plain = SlackText.decode("a\uD83Db\u0000c\uDE00d\r\ne").plain();
    assertThat(plain).isEqualTo("a\uFFFDb c\uFFFDd\ne");
    assertThat(new String(plain.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "&",
        ":",
        "*",
        "_",
        "`",
        "```",
        "<@",
        "&gt;\n",
        "<<a>",
        "*_~",
        "😀",
        "\u202E",
        "a'",
        "a|",
        "<!",
        "::",
        "!?",
        "not ",
        "recommend ",
        "\uD83D",
        "^"
      })
  void longRepetition_isReadInLinearTime(String piece) {
    String text = piece.repeat(200_000 / piece.length());
    assertTimeout(Duration.ofSeconds(5), () -> SlackText.decode(text));
  }
}
