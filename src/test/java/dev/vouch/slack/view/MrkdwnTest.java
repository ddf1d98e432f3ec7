package dev.vouch.slack.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < b & c > d | a &lt; b &amp; c &gt; d",
        "<!channel> | &lt;!channel&gt;",
        "*bold* `code` ~gone~ | ∗bold∗ ˋcodeˋ ∼gone∼",
        "two   words | two words",
      })
  void words_stayWords(String said, String shown) {
    assertThat(Mrkdwn.words(said, 100)).isEqualTo(shown);
  }

  @Test
  void bareGroupNames_doNotPing() {
    assertThat(Mrkdwn.words("@here and @Channel", 100)).isEqualTo("@\u2060here and @\u2060Channel");
  }

  @Property(tries = 300)
  void words_neverPassTheirLengthNorBreakAnEscape(
      @ForAll String text, @ForAll @IntRange(min = 2, max = 60) int max) {
    String words = Mrkdwn.words(text, max);
    assertThat(words.length()).isLessThanOrEqualTo(max);
    assertThat(words.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&", "<", ">", "`");
  }

  @Test
  void cutWords_endInAnEllipsisBeforeAnEscape() {
    assertThat(Mrkdwn.words("a&bcdef", 7)).isEqualTo("a&amp;…");
    assertThat(Mrkdwn.words("a&bcdef", 6)).isEqualTo("a…");
  }

  @Test
  void link_takesWebAddressesOnly() {
    assertThat(Mrkdwn.link("https://acme.slack.com/p1?a=1&b=2", "open"))
        .isEqualTo("<https://acme.slack.com/p1?a=1&amp;b=2|open>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "https://x/|y",
        "https://x/>",
        "https://x y",
        "",
        "ftp://x"
      })
  void link_leavesOtherAddressesOut(String url) {
    assertThat(Mrkdwn.link(url, "open")).isEqualTo("open");
  }

  @Test
  void date_isShownInTheReadersZoneAndHasAFallback() {
    assertThat(Mrkdwn.date(Instant.parse("2026-11-20T08:00:00Z")))
        .isEqualTo("<!date^1795161600^{date_short_pretty} {time}|20 Nov 2026, 08:00 UTC>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "hi <@U1|ana>~ hi @ana",
        "hi <@U1>~ hi @U1",
        "see <#C1|team>~ see #team",
        "<https://n.example|the page> &amp; more~ the page & more",
        "<https://n.example>~ https://n.example",
        "<!here> &lt;b&gt;~ @here <b>",
      })
  void plain_isWhatAPersonWouldRead(String slack, String read) {
    assertThat(Mrkdwn.plain(slack)).isEqualTo(read);
  }

  @Test
  void quote_ofNoWordsSaysSo() {
    assertThat(Mrkdwn.quote(" ", 50)).isEqualTo("> (no words)");
  }
}
