package dev.vouch.pipeline.reply;

import dev.vouch.advocate.Heard;
import dev.vouch.advocate.relationship.Motivator;
import dev.vouch.classify.reply.PlainWords;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What may move people, as their own words hint at it. Only a suggestion, always shown with the
 * words that it comes from: what somebody says themselves, or told one of us, counts.
 */
public final class MotivatorWords {
  private static final Map<Motivator, Pattern> HINTS = new EnumMap<>(Motivator.class);

  static {
    hint(
        Motivator.RECOGNITION,
        "my name on|named in|shout ?out|featured|credit for|proud (?:of|to)|put us on the map|award");
    hint(
        Motivator.ACCESS,
        "early access|beta|preview|try it before|roadmap|first to (?:try|see|know)|sneak peek|pilot");
    hint(
        Motivator.EXPERIENCE,
        "conference|summit|workshop|training|certif\\w+|meet ?up|webinar|event|course");
    hint(
        Motivator.CAREER,
        "my career|promotion|promoted|my cv|my resume|linkedin|new role|my boss (?:noticed|loved|was impressed)|job interview|keynote");
    hint(
        Motivator.PEERS,
        "others who|other teams|peers|compare notes|user group|like to (?:meet|talk to|hear from) (?:others|other|people)|how (?:do )?others (?:do|solve)|anyone else here");
    hint(
        Motivator.INFLUENCE,
        "you listened|my (?:idea|suggestion|request|feedback)|feature request|what gets built|advisory|happy to give feedback|would be happy to test|help (?:you )?shape");
    hint(
        Motivator.GIVING_BACK,
        "happy to help|glad to help|give back|giving back|pay it forward|mentor\\w*|if it helps (?:anyone|somebody|others)|save (?:you|somebody|others) the (?:trouble|pain)|wrote (?:it|this) up for others");
  }

  /** What somebody said in more sentences than these is not looked through again and again. */
  private static final int MOST_SENTENCES = 100;

  private MotivatorWords() {}

  private static void hint(Motivator motivator, String words) {
    HINTS.put(motivator, Pattern.compile("(?<= )(?:" + words + ")(?= )"));
  }

  /** What words hint at, each with the words, the latest first counting. */
  public static Map<Motivator, String> likely(Collection<Heard> newestFirst) {
    Map<Motivator, String> likely = new EnumMap<>(Motivator.class);
    Iterator<String> sentences =
        newestFirst.stream()
            .flatMap(heard -> heard.evidence().stream())
            .limit(MOST_SENTENCES)
            .iterator();
    while (sentences.hasNext() && likely.size() < HINTS.size()) {
      read(sentences.next(), likely);
    }
    return likely;
  }

  private static void read(String words, Map<Motivator, String> likely) {
    String plain = PlainWords.of(words);
    HINTS.forEach(
        (motivator, hint) -> {
          if (!likely.containsKey(motivator) && hint.matcher(plain).find()) {
            likely.put(motivator, words);
          }
        });
  }
}
