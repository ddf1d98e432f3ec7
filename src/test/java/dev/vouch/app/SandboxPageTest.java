package dev.vouch.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vouch.app.setting.Config;
import dev.vouch.sandbox.SandboxSettings;
import dev.vouch.sandbox.demo.DemoDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.Rectangle;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

/**
 * The sandbox's page with the demo day, as newcomers see it in a browser.
 *
 * <p>The tests share one workspace and go their own ways in it, in any order.
 */
@ExtendWith(Chromium.class)
class SandboxPageTest {
  private static final String ADVOCACY =
      "We moved to Lumo in March and our close went from nine days to three."
          + " If you run several entities, just get it.";
  private static final List<String> NUDGE_BUTTONS =
      List.of("Rather this", "Doing it", "Later", "Not this", "Wrong");
  private static final By PICTURE = By.cssSelector(".file img");
  private static final Pattern ACTS = Pattern.compile("in (\\d+) acts?");
  private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);
  private static final Dimension PHONE = new Dimension(420, 800);

  @TempDir private static Path directory;
  private static SandboxCommand.Running running;
  private static ChromeDriver browser;
  private static SlackPage page;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    DemoDay demo = DemoDay.endingOn(WEDNESDAY);
    running =
        SandboxCommand.Running.before(
            demo,
            Config.from(Map.of("VOUCH_DATA_DIR", directory.resolve("data").toString())),
            SandboxSettings.standard());
    assertThat(running.play(demo)).isEmpty();
    browser = Chromium.start(directory.resolve("profile"));
    page = new SlackPage(browser, running.sandbox.url());
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (running != null) {
      running.close();
    }
  }

  @AfterEach
  void theBrowserHasNothingToComplainAbout() {
    assertThat(page.complaints()).isEmpty();
  }

  @Test
  void firstLook_isTheRepsNudges_withReasonWordsAndButtons() {
    page.open();

    assertThat(new Select(page.part("act-as")).getFirstSelectedOption().getText())
        .startsWith("Rita Okafor");
    assertThat(page.part("channel-name").getText()).isEqualTo("Vouch");
    WebElement nudge = page.message("Something small and personal would be kind");
    assertThat(nudge.getText())
        .contains("Why now:", "Why them:", "Why this:", "Rule:")
        .containsPattern("Said \\d{1,2} Nov 2026");
    assertThat(buttons(nudge)).isEqualTo(NUDGE_BUTTONS);
    WebElement old = page.message("Theo could say hello to Amara");
    assertThat(old.getText()).contains("Nobody answered it in two weeks, so it is over.");
    assertThat(buttons(old)).isEmpty();
  }

  @Test
  void doingIt_changesTheMessage_andTakesItsButtonsAway() {
    page.open();
    String testid =
        page.message("Something small and personal would be kind").getAttribute("data-testid");
    assertThat(buttons(page.part(testid))).isEqualTo(NUDGE_BUTTONS);

    page.part(testid).findElement(By.cssSelector("[data-action-id=nudge_doing]")).click();

    page.await("the buttons to go", () -> buttons(page.part(testid)).isEmpty());
    assertThat(page.part(testid).getText()).contains("Rita is doing it.");
  }

  @Test
  void digest_showsWhatCustomersNeedFirst_andAChartThatLoaded() {
    page.openAs("Mona", "advocacy-digest");

    List<WebElement> posts = page.messages();
    String digest = posts.get(posts.size() - 2).getText();
    assertThat(digest).contains("What customers told us", "They spoke up for us", "Reach:");
    awaitNewestChart();
    assertThat(newestChart().getAttribute("alt")).contains("Acts of advocacy: ", "in all");
  }

  @Test
  void home_showsTheRepJudgedMentions_withLabelAndWords() {
    String home = page.openHomeAs("Rita", "Heard lately").getText();

    assertThat(home)
        .containsPattern("\\w+ of [\\w& ]+ · (advocacy|praise|question|complaint|suggestion) · ")
        .contains("Waiting for you");
  }

  @Test
  void customersWords_countForThem_asTheRepCanAsk() {
    page.openAs("Rita", "general");
    int before = acts(page.ask("/vouch who @Amara"));
    page.openAs("Amara", "customer-community");
    page.send(ADVOCACY);
    page.message("our close went from nine days to three");
    running.settle();

    page.openAs("Rita", "general");
    WebElement answer = page.ask("/vouch who @Amara");
    assertThat(acts(answer)).isEqualTo(before + 1);
    assertThat(answer.getText())
        .contains("Only visible to you", "just get it", "Northwind Foods (marquee)");
  }

  @Test
  void answers_areSeenByNobodyElse() {
    page.openAs("Rita", "general");
    page.ask("/vouch settings");

    page.openAs("Theo", "general");
    page.message("Kestrel call moved to 14:00.");
    assertThat(page.all(By.cssSelector(".message.ephemeral"))).isEmpty();
  }

  @Test
  void misspelledCommand_isAnsweredWithTheNearest() {
    page.openAs("Rita", "general");

    assertThat(page.ask("/vouch tpo").getText()).contains("Did you mean /vouch top?");
  }

  @Test
  void savingByHand_opensAForm_whoseWordsAndKindCount() {
    page.openAs("Rita", "lumo-northwind");
    page.choose(page.message("Flux analysis is done before lunch"), "shortcut-save_advocacy");
    assertThat(page.part("modal").getText()).contains("Save as advocacy", "Yuki Tanaka");
    fill("save_kind", "Review");
    WebElement words = page.part("modal").findElement(action("save_words"));
    words.clear();
    words.sendKeys("I get my Friday afternoon back");
    page.part("modal-submit").click();
    page.awaitGone("modal");
    running.settle();

    page.openAs("Rita", "general");
    assertThat(page.ask("/vouch why @Yuki").getText())
        .contains("Review", "I get my Friday afternoon back", "saved by hand by Rita");
  }

  @Test
  void reaction_isCountedOnTheMessage_andMovesNobodyUp() {
    page.openAs("Rita", "general");
    String before = page.ask("/vouch top").getText();
    page.openChannel("customer-community");
    WebElement liked = page.message("For those weighing up the consolidation module");
    page.use(liked, "react");
    page.part("emoji-picker").findElement(By.cssSelector("[data-emoji=rocket]")).click();

    page.await(
        "the reaction",
        () ->
            page
                .message("For those weighing up")
                .findElements(By.cssSelector("[data-reaction=rocket]"))
                .stream()
                .anyMatch(one -> one.getText().contains("1")));
    running.settle();
    page.openChannel("general");
    assertThat(withoutTime(page.ask("/vouch top").getText())).isEqualTo(withoutTime(before));
  }

  @Test
  void nextDay_movesTheClock_andBringsANewDigest() {
    page.openAs("Mona", "advocacy-digest");
    String clock = page.part("clock").getText();
    int posts = page.messages().size();

    page.part("next-day").click();

    page.await("another day", () -> !page.part("clock").getText().startsWith(clock.split(",")[0]));
    page.await("a digest and its chart", () -> page.messages().size() == posts + 2);
    awaitNewestChart();
  }

  @Test
  void newcomers_areToldThreeSteps_untilTheyDismissThem() {
    page.open();
    assertThat(page.part("welcome").getText())
        .contains("1. Answer a nudge.", "2. Act as Amara", "3. Press Next day");

    page.part("welcome-dismiss").click();
    page.awaitGone("welcome");
    page.open();
    assertThat(page.shows("welcome")).isFalse();
    page.script("localStorage.clear()");
  }

  @Test
  void clock_namesThePlaceWhoseTimeItShows() {
    page.openAs("Mona", "general");
    assertThat(page.part("clock").getText()).endsWith(" Stockholm");
    page.actAs("Rita");
    page.await("Rita's time", () -> page.part("clock").getText().endsWith(" London"));
  }

  @Test
  void command_offersItsSubCommandsWithTheirMeaning() {
    page.openAs("Rita", "general");
    page.part("composer").sendKeys("/vouch ");
    assertThat(page.part("completion").getText())
        .contains("who @person", "a customer on one screen", "settings", "about", "help");

    page.part("composer").sendKeys("wh", Keys.ARROW_DOWN, Keys.ENTER);
    assertThat(page.composerText()).isEqualTo("/vouch why ");
    page.part("composer").clear();
  }

  @Test
  void guest_isShownAsOne() {
    page.openAs("Rita", "customer-community");
    assertThat(page.message("if you are a regulated firm").getText())
        .contains("Priya Nair", "guest");
  }

  @Test
  void brokenSlack_isSaidWhereNothingIsCovered() {
    page.openAs("Rita", "general");
    page.part("faults").click();
    assertThat(page.part("fault-arm").isDisplayed()).isTrue();
    page.press(Keys.ESCAPE);
    page.part("composer").sendKeys("/nothing like that", Keys.ENTER);
    Rectangle notice = page.part("toast").getRect();
    Rectangle name = page.part("channel-name").getRect();
    page.part("composer").clear();
    assertThat(notice.getY()).isGreaterThan(name.getY() + name.getHeight());
  }

  @Test
  void markupInAMessage_isText_andRunsNothing() {
    String script = "<script>alert(1); window.broken = 1</script>";
    String picture = "<img src=x onerror=\"window.broken = 1\">";
    page.openAs("Amara", "customer-community");
    page.send("Look: " + script + " and " + picture);
    WebElement shown = page.message("Look: ");

    assertThat(shown.getText()).contains(script).contains(picture);
    assertThat(shown.findElements(By.cssSelector("script, img[src=x]"))).isEmpty();
    running.settle();
    page.openHomeAs("Rita", "Heard lately");
    page.openAs("Rita", "customer-community");
    assertThat(page.message("Look: ").getText()).contains(script);
    assertThat(page.script("return String(window.broken)")).isEqualTo("undefined");
  }

  @Test
  void customersHome_tellsThemNothingInternal() {
    String guest = page.openHomeAs("Priya", "What is held about you").getText();
    String customer = page.openHomeAs("Amara", "Vouch").getText();

    assertThat(guest + customer)
        .doesNotContainIgnoringCase("advoca")
        .doesNotContainIgnoringCase("goodwill")
        .doesNotContain("Heard lately", "Waiting", "Rita", "marquee");
    assertThat(guest).contains("Priya", "Fairbank").doesNotContain("Northwind", "Amara");
    assertThat(customer).doesNotContain("Northwind", "Fairbank");
    assertThat(page.shows("toast")).isFalse();
  }

  @Test
  void customer_writesToVouch_isShownWhatIsHeld_andStopsIt() {
    page.openAs("Yuki", "Vouch");
    page.send("what do you know about me?");
    assertThat(page.message("What is held about you").getText())
        .contains("Yuki", "What you wrote", "May I write to you?")
        .doesNotContainIgnoringCase("advoca");
    page.send("plese stpo");
    page.message("I have stopped: nothing is sent to you any more.");

    page.openAs("Rita", "general");
    assertThat(page.ask("/vouch consent @Yuki").getText())
        .contains("messages: no", "their own word");
  }

  @Test
  void keyboardAlone_reachesTheComposer_andSends() {
    page.openAt("as=%s&channel=%s".formatted(id("Rita"), channel("#general")));
    for (int stop = 0; stop < 150 && !isComposer(page.focused()); stop++) {
      page.press(Keys.TAB);
    }
    assertThat(isComposer(page.focused())).isTrue();

    page.focused().sendKeys("Written without a mouse", Keys.ENTER);

    assertThat(page.message("Written without a mouse").getText()).contains("Rita Okafor");
    assertThat(page.composerText()).isEmpty();
  }

  @Test
  void narrowWindow_needsNoSidewaysScrolling() {
    String as = "as=" + id("Rita");
    page.resize(PHONE);
    try {
      for (String place :
          List.of(
              "",
              as + "&home=" + running.sandbox.botPersonId(),
              as + "&channel=" + channel("#advocacy-digest"),
              as + "&channel=" + channel("#customer-community"))) {
        page.openAt(place);
        assertThat(overflow()).as(place).isZero();
      }
    } finally {
      page.resize(Chromium.DESK);
    }
  }

  private static List<String> buttons(WebElement nudge) {
    return nudge.findElements(By.cssSelector("button[data-action-id^=nudge_]")).stream()
        .map(WebElement::getText)
        .toList();
  }

  private static int acts(WebElement answer) {
    Matcher acts = ACTS.matcher(answer.getText());
    assertThat(acts.find()).as(answer.getText()).isTrue();
    return Integer.parseInt(acts.group(1));
  }

  private static By action(String id) {
    return By.cssSelector("[data-action-id='" + id + "']");
  }

  private static void fill(String id, String choice) {
    new Select(page.part("modal").findElement(action(id))).selectByVisibleText(choice);
  }

  private static String withoutTime(String answer) {
    return answer.replaceAll("\\d\\d:\\d\\d", "");
  }

  private static WebElement newestChart() {
    List<WebElement> posts = page.messages();
    return posts.get(posts.size() - 1).findElement(PICTURE);
  }

  /** Pictures load as they come into view, so this also says that the reader is at the end. */
  private static void awaitNewestChart() {
    page.await("the newest chart to load", () -> widthOf(newestChart()) > 0);
    page.await("the newest chart to be in view", () -> bottomOf(newestChart()) <= 0);
  }

  /** How far, in pixels, an element's end lies below that of the list of messages. */
  private static double bottomOf(WebElement element) {
    Object below =
        page.script(
            "const list = document.querySelector('[data-testid=messages]');"
                + " return arguments[0].getBoundingClientRect().bottom"
                + " - list.getBoundingClientRect().bottom",
            element);
    return ((Number) below).doubleValue();
  }

  private static long widthOf(WebElement image) {
    return (long) page.script("return arguments[0].naturalWidth", image);
  }

  private static long overflow() {
    return (long)
        page.script(
            "const page = document.documentElement;"
                + " return Math.max(page.scrollWidth - page.clientWidth, 0)");
  }

  private static boolean isComposer(WebElement element) {
    return "composer".equals(element.getAttribute("data-testid"));
  }

  private static String id(String person) {
    return running.sandbox.workspace().roster().find(person).id();
  }

  private static String channel(String name) {
    return running.sandbox.workspace().conversations().find(name).id();
  }
}
