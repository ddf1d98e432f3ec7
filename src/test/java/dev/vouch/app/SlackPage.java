package dev.vouch.app;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The sandbox's page in a browser, used the way a person uses it. */
final class SlackPage {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final ChromeDriver browser;
  private final String url;

  SlackPage(ChromeDriver browser, String url) {
    this.browser = browser;
    this.url = url;
  }

  /** Opens the page anew, as somebody who has just typed its address. */
  void open() {
    openAt("");
  }

  /** Opens the page anew at {@code hash}, for instance {@code as=U0RITA}. */
  void openAt(String hash) {
    browser.get("about:blank");
    browser.get(url + "/" + (hash.isEmpty() ? "" : "#" + hash));
    await("the page to be ready", () -> !all(By.cssSelector("body[data-ready=true]")).isEmpty());
  }

  /** Chooses whom to act as, by the start of the name. */
  void actAs(String name) {
    awaitLast("[data-testid=act-as] option", "one.text.startsWith(words)", name).click();
    await(
        name + " to act",
        () -> new Select(part("act-as")).getFirstSelectedOption().getText().startsWith(name));
  }

  /** Opens the conversation of that name from the sidebar. */
  void openChannel(String name) {
    awaitLast(
            "[data-testid=channel-list] .entry",
            "one.querySelector('.entry-label').innerText === words",
            name)
        .click();
    await("the conversation " + name, () -> part("channel-name").getText().equals(name));
  }

  /** Opens the page anew, as somebody in a conversation. */
  void openAs(String name, String channel) {
    open();
    actAs(name);
    openChannel(channel);
  }

  /** Opens the page anew on the app's Home, and answers with it once it says {@code words}. */
  WebElement openHomeAs(String name, String words) {
    openAs(name, "Vouch");
    part("tab-home").click();
    await("a Home that says " + words, () -> part("app-home").getText().contains(words));
    return part("app-home");
  }

  /** Types into the composer and presses its button. */
  void send(String text) {
    part("composer").sendKeys(text);
    part("composer-send").click();
    await("the composer to be empty", () -> composerText().isEmpty());
  }

  String composerText() {
    return String.valueOf(part("composer").getDomProperty("value"));
  }

  /** Types a command and answers with what comes back for the acting person alone. */
  WebElement ask(String command) {
    int before = all(By.cssSelector(".message.ephemeral")).size();
    send(command);
    await(
        "an answer to " + command, () -> all(By.cssSelector(".message.ephemeral")).size() > before);
    return newestAnswer();
  }

  private WebElement newestAnswer() {
    List<WebElement> answers = all(By.cssSelector(".message.ephemeral"));
    return answers.get(answers.size() - 1);
  }

  /** The one visible part of the page with this hook. */
  WebElement part(String testid) {
    return awaitOne(hook(testid), WebElement::isDisplayed);
  }

  boolean shows(String testid) {
    return all(hook(testid)).stream().anyMatch(WebElement::isDisplayed);
  }

  void awaitGone(String testid) {
    await(testid + " to be gone", () -> !shows(testid));
  }

  private static By hook(String testid) {
    return By.cssSelector("[data-testid='" + testid + "']");
  }

  List<WebElement> messages() {
    return all(By.cssSelector("[data-testid=messages] .message"));
  }

  /** The newest message of the open conversation with these words. */
  WebElement message(String words) {
    return awaitLast("[data-testid=messages] .message", "one.innerText.includes(words)", words);
  }

  /**
   * The last part of the page that fits, looked for in the page itself: to ask the browser for the
   * text of each takes as many calls.
   *
   * @param fits what must be true of {@code one} and {@code words}
   */
  private WebElement awaitLast(String css, String fits, String words) {
    String last =
        "const words = arguments[1];"
            + " return [...document.querySelectorAll(arguments[0])].filter(one => %s).pop()";
    return patience("nothing at %s says: %s".formatted(css, words))
        .until(driver -> (WebElement) script(last.formatted(fits), css, words));
  }

  /** Chooses an entry of a message's menu. */
  void choose(WebElement message, String entry) {
    use(message, "more");
    part(entry).click();
  }

  /** Presses one of the tools that appear on a message under the pointer. */
  void use(WebElement message, String tool) {
    pointAt(message);
    message.findElement(hook(tool)).click();
  }

  private void pointAt(WebElement element) {
    browser.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
    new Actions(browser).moveToElement(element).perform();
  }

  void press(Keys key) {
    new Actions(browser).sendKeys(key).perform();
  }

  WebElement focused() {
    return browser.switchTo().activeElement();
  }

  /** What a script in the page answers. */
  Object script(String source, Object... arguments) {
    return browser.executeScript(source, arguments);
  }

  void resize(Dimension size) {
    browser.manage().window().setSize(size);
  }

  List<WebElement> all(By by) {
    return browser.findElements(by);
  }

  private WebElement awaitOne(By by, Predicate<WebElement> fits) {
    return patience("nothing on the page fits " + by)
        .until(driver -> driver.findElements(by).stream().filter(fits).findFirst().orElse(null));
  }

  void await(String what, BooleanSupplier happened) {
    patience("waited in vain for " + what).until(driver -> happened.getAsBoolean());
  }

  private WebDriverWait patience(String complaint) {
    WebDriverWait wait = new WebDriverWait(browser, PATIENCE, LOOK_AGAIN);
    wait.ignoring(StaleElementReferenceException.class).withMessage(complaint);
    return wait;
  }

  /** What the browser complained about since this was asked last. */
  List<String> complaints() {
    return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }
}
