package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.sandbox.workspace.AppCard;
import dev.vouch.slack.view.HelpView;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The sandbox's page offers what the app's own help names. */
class OfferedCommandsTest {
  private static final Pattern NAMED = Pattern.compile("/vouch ([a-z]+)");

  @Test
  void everySubCommandOfTheHelp_isOfferedWithItsMeaning() {
    List<AppCard.Use> uses = AppCard.vouch().commands().get(0).uses();
    String help = HelpView.help().blocks().toString();

    assertThat(uses).allSatisfy(use -> assertThat(use.meaning()).isNotBlank());
    assertThat(uses)
        .extracting(use -> use.usage().split(" ")[0])
        .contains("help")
        .containsAll(
            NAMED.matcher(help).results().map((MatchResult found) -> found.group(1)).toList());
  }
}
