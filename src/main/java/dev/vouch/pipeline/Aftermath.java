package dev.vouch.pipeline;

import dev.vouch.advocate.AdvocateBook.Spoken;
import dev.vouch.advocate.Heard;
import dev.vouch.mention.MentionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What follows when mentions were heard, judged again or taken back. */
@FunctionalInterface
public interface Aftermath {
  /** Nothing follows: of what is long past nobody needs to be told. */
  Aftermath NONE = news -> Map.of();

  /**
   * A mention of which something may follow.
   *
   * @param specific whether it was read as praise of something in particular; otherwise it is an
   *     act, was one, or may be for a competitor
   */
  record News(Spoken of, boolean specific) {
    public static News of(Heard heard) {
      return new News(new Spoken(heard.person(), heard.mention()), false);
    }
  }

  /**
   * Considers each as if it came alone, in as few steps as can be.
   *
   * @return why those failed that did; the others are done
   */
  Map<News, RuntimeException> consider(Collection<News> news);

  /** Considers one mention that is no praise, or not only. */
  default void consider(MentionId mention, String person) {
    consider(List.of(new News(new Spoken(person, mention), false)))
        .values()
        .forEach(
            failure -> {
              throw failure;
            });
  }

  /** Questions were asked that somebody may have to answer. */
  default void watch(List<Heard> questions) {}

  /** Somebody spoke in threads that these messages began, and did more than ask. */
  default void spokenBelow(Collection<MentionId> roots) {}
}
