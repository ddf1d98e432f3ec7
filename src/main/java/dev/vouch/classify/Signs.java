package dev.vouch.classify;

import java.util.regex.Pattern;

/** Two facts about a text that need no model: a reward or tie shown, and being specific. */
final class Signs {
  private static final Pattern INCENTIVISED =
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

  private static final Pattern SPECIFIC =
      Pattern.compile(
          "\\d ?(?:%|k\\b|x\\b|percent|ms\\b|s\\b|gb\\b|mb\\b|mins?\\b|minutes?|hours?|hrs?\\b"
              + "|days?|weeks?|months?|years?|yrs?\\b|seats?|people|times?\\b|euros?|dollars?"
              + "|entit|locations|invoices|tickets|clicks|am\\b|pm\\b)|[$€£]\\d"
              + "|\\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) "
              + "(?:minutes?|hours?|days?|weeks?|months?|years?|times|people|entities)\\b"
              + "|\\bfrom .{1,30} to \\d|\\b(?:used to|before|instead of) .{1,40} now\\b"
              + "|\\b(?:export|import|api|dashboard|integration|report(?:s|ing)?|invoic\\w{1,5}"
              + "|calendar|search|filter|sso|login|sync|webhooks?|template|notification|billing"
              + "|payroll|migration|onboarding|battery|screen|camera|sound|keyboard|editor|plugin"
              + "|permission|attachment|widget|button|shortcut|dark mode|checkout|delivery|refund"
              + "|flight|baggage|mobile app|csv|pdf|excel|version|update|install\\w{0,6})s?\\b");

  private Signs() {}

  /** Whether a reward, a code or a tie to the company is plain from {@code folded} text. */
  static boolean incentivised(String folded) {
    return INCENTIVISED.matcher(folded).find();
  }

  /** Whether {@code folded} text names features, figures with units or a before and after. */
  static boolean specific(String folded) {
    return SPECIFIC.matcher(folded).find();
  }
}
