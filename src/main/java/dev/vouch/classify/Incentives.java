package dev.vouch.classify;

import dev.vouch.classify.feature.Cue;
import dev.vouch.classify.text.Nameless;
import java.util.regex.Pattern;

/** A fact about a text that needs no model: that it shows a reward or a tie to the company. */
public final class Incentives {
  private static final Pattern SHOWN =
      Pattern.compile(
          "#(?:ad|advert|sponsored|spon|gifted|affiliate|partner|paidpartnership|proudemployee)\\b"
              + "|\\b(?:sponsored|gifted)\\b|\\baffiliate\\b|\\bin exchange for\\b"
              + "|\\b(?:referr?al|invit(?:e|ation)|promo|discount|coupon|sponsor)"
              + " (?:code|link|id)\\b|\\bref+er+(?:al|ed)? ?id\\b"
              + "|\\buse (?:my|the|this) (?:\\w{1,15} )?(?:code|link)\\b"
              + "|\\b(?:my|with) code\\b|\\bwe both get\\b|\\bkickback\\b|\\bcommission\\b"
              + "|\\bdisclos(?:ure|ing)\\b|\\bfull disclosure\\b"
              + "|\\b(?:sent|gave) (?:me|us) (?:\\w{1,12} ){0,4}(?:free|for free|to review)\\b"
              + "|\\b(?:i|i'm|we) (?:work|am employed) (?:at|for) (?:them|the company|@)"
              + "|\\b(?:brand )?ambassador\\b|\\bgot (?:it|this) (?:for )?free\\b");

  private Incentives() {}

  /** Whether a reward, a code or a tie to the company is plain from {@code seen}. */
  public static boolean shownIn(Nameless seen) {
    return SHOWN.matcher(Cue.fold(seen.text())).find();
  }
}
