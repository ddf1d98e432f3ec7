package dev.vouch.classify.context;

import dev.vouch.classify.Promotion;
import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Emoji;
import dev.vouch.classify.text.SlackText;
import dev.vouch.mention.Products;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a message its author said, without what they quote or forward, and what that does among
 * other messages.
 *
 * @param raw the own words as Slack sent them, to be judged
 * @param quotes whether words of others were left out
 * @param links whether it holds a link
 * @param folded the own words without links, in lower case
 * @param products the names by which it is told whose product they speak of
 */
public record OwnWords(
    String raw, boolean quotes, boolean links, String folded, Products products) {
  private static final int LONGEST_READ = 2_000;

  /** A passage of five words or more between quotation marks; shorter ones are emphasis. */
  private static final Pattern PASSAGE =
      Pattern.compile(
          "(?<=^|[\\s(:])[\"“„«](?=[^\"“”»\\n]{12,600}[\"”»])(?:[^\\s\"“”»]{1,60}\\s{1,3}){4,100}"
              + "[^\\s\"“”»]{1,60}[\"”»]");

  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?im)^[-_ ]{0,20}(?:forwarded message|original message|begin forwarded message).{0,40}$");

  private static final Pattern LINK =
      Pattern.compile(
          "<(?:https?|mailto):[^<>|\\s]{1,2000}(?:\\|[^<>\\n]{0,400})?>|https?://\\S{1,2000}");

  private static final String SMILEY = "(?<=^|\\s)[:;=]-?[()/|dp]+(?=\\s|$)";

  private static final Pattern EMOJI_CODE = Pattern.compile(":[a-z0-9_+'-]{1,60}:");

  /** Takes the author's own words out of a message, where no names of products are known. */
  public static OwnWords of(String sent) {
    return of(sent, Products.UNKNOWN);
  }

  /** Takes the author's own words out of a message as Slack sent it. */
  public static OwnWords of(String sent, Products products) {
    Matcher forwarded = FORWARDED.matcher(sent);
    String above = forwarded.find() ? sent.substring(0, forwarded.start()) : sent;
    String own = PASSAGE.matcher(above).replaceAll(" ").strip();
    SlackText read = SlackText.decode(LINK.matcher(own).replaceAll(" "));
    boolean quotes = above.length() < sent.length() || !own.equals(above.strip());
    return new OwnWords(
        own,
        quotes || !read.quotes().isEmpty(),
        LINK.matcher(own).find(),
        folded(read.plain()),
        products);
  }

  /** The own words with what links are called, as they would be judged. */
  String plain() {
    return SlackText.decode(raw).plain();
  }

  /** Whose product they speak of, and for whom. */
  Promotion.Sides sides() {
    return Promotion.sides(plain(), products);
  }

  private static String folded(String plain) {
    String folded = Cue.fold(plain).replaceAll("\\s{1,100}", " ").strip();
    return folded.substring(0, Math.min(LONGEST_READ, folded.length()));
  }

  /** Whether all it holds is words of others or a link; a few words that name the source count. */
  public boolean onlyPassesOn(boolean shares) {
    boolean others = shares || links || quotes;
    boolean source = quotes && words() <= 6 && shows(TurnCue.Shows.POINTS);
    return others && (letters().isEmpty() && !isEmoji() || source);
  }

  /** Whether it is a bare second of something, as "+1" or only emoji are. */
  public boolean second() {
    String bare = EMOJI_CODE.matcher(folded).replaceAll(" ").replaceAll(SMILEY, " ").strip();
    String trimmed = bare.replaceAll("[\\s.!,;~*_-]{1,40}$|^[\\s.!,;~*_-]{1,40}", "");
    return isEmoji() || TurnCue.shown(TurnCue.Shows.SECOND, withoutEmoji(trimmed));
  }

  /** Whether it asks which product to choose or whether one is worth it. */
  public boolean asksForAChoice() {
    boolean asks = folded.indexOf('?') >= 0 || folded.startsWith("looking for");
    return asks && shows(TurnCue.Shows.CHOICE) && !shows(TurnCue.Shows.HELP);
  }

  /** Whether it would argue to somebody who is choosing: more than a yes, and with a ground. */
  boolean argues() {
    boolean grounds = shows(TurnCue.Shows.ARGUES) || speaksAgainst();
    return saysMoreThan(2) && grounds;
  }

  /** Whether it tells what the author has of it, at some length; what that shows, models say. */
  boolean tellsOwnExperience() {
    return saysMoreThan(5) && shows(TurnCue.Shows.OWN);
  }

  boolean givesFigures() {
    return shows(TurnCue.Shows.FIGURE);
  }

  private boolean saysMoreThan(int few) {
    return words() > few && !folded.endsWith("?") && !shows(TurnCue.Shows.ELSEWHERE);
  }

  /** Whether it is nothing but a yes or a no. */
  boolean isBareAnswer() {
    return TurnCue.shown(TurnCue.Shows.BARE, folded.replaceAll("[.!]{1,9}$", ""));
  }

  boolean speaksAgainst() {
    return shows(TurnCue.Shows.AGAINST);
  }

  /** Whether it only points at what it shares. */
  boolean pointsOnly() {
    boolean few = words() <= 3;
    return few || words() <= 14 && shows(TurnCue.Shows.POINTS) && !shows(TurnCue.Shows.ARGUES);
  }

  private boolean shows(TurnCue.Shows what) {
    return TurnCue.shown(what, folded);
  }

  private int words() {
    String words = letters();
    return words.isEmpty() ? 0 : words.split(" ", -1).length;
  }

  private String letters() {
    return EMOJI_CODE
        .matcher(folded)
        .replaceAll(" ")
        .replaceAll("[^\\p{L}\\p{N}']{1,200}", " ")
        .strip();
  }

  private boolean isEmoji() {
    boolean any = EMOJI_CODE.matcher(folded).find() || folded.codePoints().anyMatch(Emoji::isEmoji);
    return any && letters().isEmpty() && folded.indexOf('+') < 0;
  }

  private static String withoutEmoji(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> !Emoji.isEmoji(c)).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }
}
